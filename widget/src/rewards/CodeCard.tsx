import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { HeldRedemption, Redemption, Voucher } from '@okaeri/shared/redemptions';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { CopyRow } from '../ui/CopyRow.tsx';
import { CheckIcon } from '../ui/panel-icons.tsx';
import { Failure } from './Failure.tsx';
import { actOf, type RewardsModel } from './rewards-model.ts';

interface Props {
  readonly model: AppModel;
  readonly rewards: RewardsModel;
  /** Just taken, all of its points can come back; in hand, those that have not expired. */
  readonly redemption: Omit<Redemption, 'balance'> & Partial<Pick<HeldRedemption, 'latePoints'>>;
  readonly fresh: boolean;
}

/** How long the tick is seen before the panel makes room for the cart. */
const SEEN_MS = 1200;

/** Whether somebody goes through it by keyboard, or has the pointer on it; a finger leaves none behind. */
const isInUse = (dialog: HTMLDialogElement): boolean =>
  dialog.querySelector(':focus-visible') !== null ||
  (matchMedia('(hover:hover)').matches && dialog.matches(':hover'));

/** The tick, and what is left. The panel then closes by itself, but over nobody who is still in it. */
const Applied = (props: Props): JSX.Element => {
  const { model, redemption } = props;
  const { say, points } = model.words;
  const tick = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const dialog = tick.current?.closest('dialog');
      if (dialog && !isInUse(dialog)) dialog.close();
    }, SEEN_MS);
    return () => clearTimeout(timer);
  }, []);
  const left = model.state.value.me?.balance.available ?? 0;
  return (
    <div ref={tick} class="step row" part="done">
      <span class="tick">
        <CheckIcon />
      </span>
      <div class="row-text">
        <p>{say('applied', { reward: model.rewardName(redemption.rewardId) })}</p>
        <p class="quiet-text">{say('pointsLeft', { points: points(left) })}</p>
        {redemption.releasable && <GiveBack {...props} plain />}
      </div>
    </div>
  );
};

/** The code, to take along; small once it is in the cart, where nobody needs it. */
const Code = ({ model, voucher }: Props & { voucher: Voucher }): JSX.Element => {
  const { say, end } = model.words;
  return (
    <div class="row code-line">
      <CopyRow
        text={voucher.code}
        copy={say('copy')}
        copied={say('copied')}
        onCopied={() => {
          model.announcement.value = say('copied');
        }}
      />
      <p class="quiet-text">{say('codeUntil', { day: end(voucher.expiresAt) })}</p>
    </div>
  );
};

/** The way back. Where it costs points that have expired meanwhile, it says so and asks first. */
const GiveBack = ({ model, rewards, redemption, plain }: Props & { plain?: boolean }) => {
  const { say, points } = model.words;
  const late = redemption.latePoints ?? 0;
  const act = actOf(rewards, redemption.id);
  const asked = act.kind === 'asked';
  const release = (): void => void rewards.release(redemption.id);
  const text =
    act.kind === 'failed'
      ? say('retry')
      : say('undo', { points: points(redemption.points - late) });
  const onClick = late > 0 && !asked ? (): void => rewards.ask(redemption.id) : release;
  return (
    <>
      {asked && <p role="alert">{say('undoLate', { points: points(late) })}</p>}
      {plain && !asked ? (
        <button type="button" class="plain" aria-busy={act.kind === 'busy'} onClick={onClick}>
          {text}
        </button>
      ) : (
        <Button quiet busy={act.kind === 'busy'} onClick={onClick}>
          {text}
        </Button>
      )}
      {asked && (
        <Button quiet onClick={() => rewards.cancel()}>
          {say('confirmNo')}
        </Button>
      )}
    </>
  );
};

/** A code that is not in a cart: what it is for, the code, and what can be done with it. */
const InHand = (props: Props & { voucher: Voucher | null }): JSX.Element => {
  const { model, rewards, redemption, fresh, voucher } = props;
  const { say, money, end } = model.words;
  return (
    <>
      {fresh && <p class="quiet-text">{say(voucher ? 'codeTitle' : 'taken')}</p>}
      <h3>{model.rewardName(redemption.rewardId)}</h3>
      {voucher && voucher.remainingMinor < voucher.valueMinor && (
        <p>{say('codeLeft', { money: money(voucher.remainingMinor, voucher.currency) })}</p>
      )}
      {voucher && <Code {...props} voucher={voucher} />}
      {voucher && model.hasListener('apply') ? (
        <Button
          busy={actOf(rewards, redemption.id).kind === 'busy'}
          onClick={() => void rewards.apply(redemption)}
        >
          {say('apply')}
        </Button>
      ) : (
        voucher && <p class="quiet-text">{say('codeText', { day: end(voucher.expiresAt) })}</p>
      )}
      {voucher === null && redemption.state === 'held' && (
        <p class="quiet-text">{say('waiting')}</p>
      )}
      {redemption.releasable && <GiveBack {...props} />}
    </>
  );
};

/** A reward in hand: its code to copy and to use, or the word that it is on its way; and the way back. */
export const CodeCard = (props: Props): JSX.Element => {
  const { model, rewards, redemption, fresh } = props;
  const card = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    // The button that was pressed may be gone; the code is what the shopper came for.
    if (fresh) card.current?.focus();
  }, [fresh]);
  const { voucher, note } = redemption;
  const isApplied = rewards.applied.value === redemption.id;
  return (
    <div ref={card} class={fresh ? 'code fresh' : 'code'} part="code" tabIndex={-1}>
      {isApplied && voucher ? (
        <>
          <Applied {...props} />
          <Code {...props} voucher={voucher} />
        </>
      ) : (
        <div class="step">
          <InHand {...props} voucher={voucher} />
        </div>
      )}
      {note !== null && <p>{note}</p>}
      <Failure model={model} rewards={rewards} id={redemption.id} />
    </div>
  );
};
