import type { ComponentType, JSX } from 'preact';
import { useEffect } from '../ui/hooks.ts';
import type { ReferralRule } from '@okaeri/shared/earning';
import type { MyReferral } from '@okaeri/shared/referrals';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { CopyRow } from '../ui/CopyRow.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useSignal } from '../ui/signals.ts';
import { Tile } from '../app/Tile.tsx';
import { linkWith, targetsFor } from './share-link.ts';

interface Props {
  readonly model: AppModel;
}
type RuleProps = Props & { readonly rule: ReferralRule };
type LinkProps = Props & { readonly url: string };

/** From which amount on a friend's order counts; nothing where any does. */
const fromOf = ({ model, rule }: RuleProps): string | null => {
  const currency = model.state.value.program?.currency ?? '';
  const minor = rule.minimumBasket[currency] ?? 0;
  return minor > 0 ? model.words.money(minor, currency) : null;
};

/** What both get, with what it takes beneath each. */
const Gift = (props: RuleProps): JSX.Element => {
  const { say, points } = props.model.words;
  const { rule } = props;
  const money = fromOf(props);
  const side = (number: number, text: string): JSX.Element => (
    <p>
      <b>{points(number)}</b> <span class="quiet-text">{text}</span>
    </p>
  );
  return (
    <div class="step gift">
      {side(rule.points.fixed, say('inviteYou'))}
      {rule.friendPoints !== null &&
        side(rule.friendPoints, money ? say('inviteThemFrom', { money }) : say('inviteThem'))}
    </div>
  );
};

/** The button that was pressed is gone. */
const takeFocus = (element: HTMLElement | null): void => element?.focus();

/** A code for whoever sits at the same table, fetched when it is wanted. */
const Qr = ({ model, url }: LinkProps): JSX.Element => {
  const { say } = model.words;
  const code = useSignal<ComponentType<{ text: string; label: string }> | null>(null);
  const failed = useSignal(false);
  const Code = code.value;
  const show = async (): Promise<void> => {
    try {
      code.value = (await import('./QrCode.tsx')).QrCode;
    } catch {
      failed.value = true;
    }
  };
  if (Code)
    return (
      <div class="row at-table" tabIndex={-1} ref={takeFocus}>
        <Code text={url} label={say('qr')} />
        <p class="quiet-text row-text">{say('qrHint')}</p>
      </div>
    );
  return (
    <>
      <Button quiet onClick={() => void show()}>
        {say('qr')}
      </Button>
      {failed.value && (
        <p class="alert" role="alert">
          {say('offline')}
        </p>
      )}
    </>
  );
};

/** The ways out of the device: its own sheet where it has one, else addresses by name. */
const Share = ({ model, url }: LinkProps): JSX.Element => {
  const { say, localize } = model.words;
  const { program } = model.state.value;
  const title = say('shareTitle', { programme: localize(program?.name ?? {}) });
  return (
    <div class="targets">
      {'share' in navigator ? (
        <Button
          onClick={() => {
            // Who thinks better of it closes the sheet, which is no fault.
            navigator.share({ title, url }).catch(() => undefined);
          }}
        >
          {say('invite')}
        </Button>
      ) : (
        targetsFor(title, url).map(({ name, href }) => (
          <a
            key={href}
            class="button quiet"
            part="button-quiet"
            href={href}
            target="_blank"
            rel="noopener noreferrer"
          >
            {name ?? say('mail')}
          </a>
        ))
      )}
      <Qr model={model} url={url} />
    </div>
  );
};

/** What came of it so far; nothing is said of friends who have not ordered. */
const Outcome = ({ model, mine }: Props & { mine: MyReferral }): JSX.Element | null => {
  const { say } = model.words;
  const { approved, waiting } = mine;
  if (approved + waiting === 0) return null;
  const row = (icon: 'check' | 'clock', text: string): JSX.Element => (
    <li class="card row">
      <Tile icon={icon} look="off" />
      <span class="row-text row-title">{text}</span>
    </li>
  );
  return (
    <ul class="list">
      {approved > 0 && row('check', say('friendsCount', { count: approved }))}
      {waiting > 0 && row('clock', say('friendsWaiting', { count: waiting }))}
    </ul>
  );
};

const EVENTS = {
  paid: 'eventPaid',
  fulfilled: 'eventFulfilled',
  delivered: 'eventDelivered',
} as const;

/** The rules, as short as they are true. */
const Rules = (props: RuleProps): JSX.Element => {
  const { say } = props.model.words;
  const { hold, limit } = props.rule;
  const money = fromOf(props);
  const event = say(EVENTS[hold.from]);
  const rules = [
    money ? say('ruleFirstFrom', { money }) : say('ruleFirst'),
    hold.days === 0 ? say('holdNone', { event }) : say('hold', { count: hold.days, event }),
    say('ruleSelf'),
    limit && say('ruleLimit'),
    say('ruleBack'),
  ];
  return (
    <details>
      <summary class="link">{say('rules')}</summary>
      <ul class="perks">{rules.map((rule) => rule && <li key={rule}>{rule}</li>)}</ul>
    </details>
  );
};

/** An invitation to send, and what came of those that were sent. */
export const Panel = ({ model }: Props): JSX.Element | null => {
  const { say } = model.words;
  const mine = useSignal<MyReferral | 'failed' | null>(null);
  const load = async (): Promise<void> => {
    mine.value = null;
    try {
      mine.value = await (await model.client()).referral();
    } catch {
      mine.value = 'failed';
    }
  };
  useEffect(() => void load(), []);
  const rule = model.state.value.program?.earning.find(({ on }) => on === 'referral');
  if (mine.value === null) return <Notice busy text={say('loading')} />;
  if (mine.value === 'failed')
    return <Notice text={say('offline')} action={say('retry')} onAction={() => void load()} />;
  if (rule?.on !== 'referral') return null;
  const url = linkWith(mine.value.code, model.snippet.shareUrl);
  return (
    <div class="stack">
      <Gift model={model} rule={rule} />
      <Share model={model} url={url} />
      <div class="card code" part="referral">
        <CopyRow
          text={url}
          copy={say('copy')}
          copied={say('copied')}
          onCopied={() => {
            model.announcement.value = say('copied');
          }}
        />
      </div>
      <Outcome model={model} mine={mine.value} />
      <Rules model={model} rule={rule} />
    </div>
  );
};
