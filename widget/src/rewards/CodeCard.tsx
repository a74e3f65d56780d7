import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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
const Applied = ({ model, redemption }: Props): JSX.Element => {
  const { say, points } = model.words;
  const tick = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const dialog = tick.current?.closest('dialog');
      if (dialog && !isInUse(dialog)) dialog.close();
    }, SEEN_MS);
    return () => clearTimeout(timer);
  }, []);
  const left = model.state.value.me?.balance.available ?? 0;
  return (
    <p ref={tick} class="applied" part="done">
      <CheckIcon />
      <b>{say('applied', { reward: model.rewardName(redemption.rewardId) })}</b>
      <span class="quiet-text">{say('pointsLeft', { points: points(left) })}</span>
    </p>
  );
};

const VoucherView = (props: Props & { voucher: Voucher }): JSX.Element => {
  const { model, rewards, redemption, voucher } = props;
  const { say, end, money } = model.words;
  const { remainingMinor, valueMinor, currency, code } = voucher;
  const isApplied = rewards.applied.value === redemption.id;
  return (
    <>
      {isApplied && <Applied {...props} />}
      {remainingMinor < valueMinor && (
        <p>{say('codeLeft', { money: money(remainingMinor, currency) })}</p>
      )}
      <CopyRow
        text={code}
        copy={say('copy')}
        copied={say('copied')}
        onCopied={() => {
          model.announcement.value = say('copied');
        }}
      />
      <p class="quiet-text">{say('codeText', { day: end(voucher.expiresAt) })}</p>
      {model.hasListener('apply') && !isApplied && (
        <Button
          busy={actOf(rewards, redemption.id).kind === 'busy'}
          onClick={() => void rewards.apply(redemption)}
        >
          {say('apply')}
        </Button>
      )}
    </>
  );
};

/** The way back. Where it costs points that have expired meanwhile, it says so and asks first. */
const GiveBack = ({ model, rewards, redemption }: Props): JSX.Element => {
  const { say, points } = model.words;
  const late = redemption.latePoints ?? 0;
  const act = actOf(rewards, redemption.id);
  const asked = act.kind === 'asked';
  const release = (): void => void rewards.release(redemption.id);
  return (
    <>
      {asked && <p role="alert">{say('undoLate', { points: points(late) })}</p>}
      <Button
        quiet
        busy={act.kind === 'busy'}
        onClick={late > 0 && !asked ? () => rewards.ask(redemption.id) : release}
      >
        {act.kind === 'failed'
          ? say('retry')
          : say('undo', { points: points(redemption.points - late) })}
      </Button>
      {asked && (
        <Button quiet onClick={() => rewards.cancel()}>
          {say('confirmNo')}
        </Button>
      )}
    </>
  );
};

/** A reward in hand: its code to copy and to use, or the word that it is on its way; and the way back. */
export const CodeCard = (props: Props): JSX.Element => {
  const { model, rewards, redemption, fresh } = props;
  const { say } = model.words;
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed may be gone; the code is what the shopper came for.
    if (fresh) card.current?.focus();
  }, [fresh]);
  const { voucher, state, note } = redemption;
  const isApplied = rewards.applied.value === redemption.id;
  return (
    <div ref={card} class={fresh ? 'card code fresh' : 'card code'} part="code" tabIndex={-1}>
      {fresh && !isApplied && <p class="quiet-text">{say(voucher ? 'codeTitle' : 'taken')}</p>}
      {!isApplied && <h4 class="value">{model.rewardName(redemption.rewardId)}</h4>}
      {voucher && <VoucherView {...props} voucher={voucher} />}
      {voucher === null && state === 'held' && <p class="quiet-text">{say('waiting')}</p>}
      {note !== null && <p>{note}</p>}
      <Failure model={model} rewards={rewards} id={redemption.id} />
      {redemption.releasable && <GiveBack {...props} />}
    </div>
  );
};
