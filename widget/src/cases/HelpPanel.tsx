import type { JSX } from 'preact';
import type { OwnCase } from '@okaeri/shared/cases';
import type { AppModel } from '../app/model.ts';
import { sheetOf } from '../styles/sheet.ts';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import { Button } from '../ui/Button.tsx';
import { useEffect, useMemo, useRef } from '../ui/hooks.ts';
import { Notice } from '../ui/Notice.tsx';
import { useSignal } from '../ui/signals.ts';
import { TextField } from '../ui/TextField.tsx';
import css from './help.css?inline';
import { createHelpModel, type HelpModel } from './help-model.ts';

const TEXT_MAX = 4000;
const sheet = sheetOf(css);

interface Props {
  readonly model: AppModel;
  readonly help: HelpModel;
}

/** One field and its button: for a request, or for a message in a case. */
const SayForm = (
  props: Props & { label: string; action: string; of: Parameters<HelpModel['say']>[1] },
): JSX.Element => {
  const { model, help, label, action, of } = props;
  const text = useSignal('');
  const missing = useSignal(false);
  const send = async (): Promise<void> => {
    missing.value = text.value.trim() === '';
    if (!missing.value && (await help.say(text.value, of))) text.value = '';
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={label}
        missing={missing.value ? model.words.say('helpMissing') : null}
        rows={3}
        most={TEXT_MAX}
        value={text.value}
        onInput={(typed) => {
          text.value = typed;
          missing.value = false;
        }}
      />
      <Button busy={help.busy.value} onClick={() => void send()}>
        {action}
      </Button>
    </form>
  );
};

/** Whether it was put right: yes closes the case, no opens it again. */
const Outcome = ({ model, help, of }: Props & { of: OwnCase }): JSX.Element => {
  const { say } = model.words;
  const answer = (solved: boolean): void => void help.answer(of.id, solved);
  return (
    <div class="stack" role="group" aria-label={say('helpAsks')}>
      <p>{say('helpAsks')}</p>
      <div class="help-answers">
        <Button busy={help.busy.value} onClick={() => answer(true)}>
          {say('helpYes')}
        </Button>
        <Button quiet busy={help.busy.value} onClick={() => answer(false)}>
          {say('helpNo')}
        </Button>
      </div>
    </div>
  );
};

/** A case: what was said, the newest last, and a place to go on. */
const One = ({ model, help, of }: Props & { of: OwnCase }): JSX.Element => {
  const { say, day } = model.words;
  const isOver = of.state === 'closed';
  return (
    <li class="stack" part="case">
      <p class="quiet-text">
        {of.orderId === null ? '' : `${say('helpOrder', { order: of.orderId })} · `}
        {say(isOver || of.state === 'resolved' ? 'helpSolved' : 'helpOpen')}
      </p>
      <ol class="help-said">
        {of.messages.map(({ at, from, text }, i) => (
          <li key={i} class={from}>
            <span class="quiet-text">
              {say(from === 'you' ? 'helpYou' : 'helpShop')} · {day(at)}
            </span>
            <p dir="auto">{text}</p>
          </li>
        ))}
      </ol>
      {of.asks && <Outcome model={model} help={help} of={of} />}
      {!isOver && !of.asks && (
        <SayForm
          model={model}
          help={help}
          label={say('helpMore')}
          action={say('helpSend')}
          of={{ caseId: of.id }}
        />
      )}
    </li>
  );
};

/** One's own cases and the form to ask for help; of the page of an order, about that order. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { say } = model.words;
  const help = useMemo(() => createHelpModel(model), [model]);
  const place = useRef<HTMLDivElement | null>(null);
  const orderId = useSignal<string | null>(null);
  /** Whether it is known which order it is about: until then nothing is seen, which would only move. */
  const isPlaced = useSignal(false);
  const shopperId = model.state.value.me?.shopper.id;
  useEffect(() => void (shopperId && help.load()), [help, shopperId]);
  const { items, failed } = help;
  useEffect(() => {
    adoptSheets(place.current, [sheet]);
    const root = place.current?.getRootNode();
    if (!(root instanceof ShadowRoot)) return;
    orderId.value = root.host.getAttribute('order-id');
    isPlaced.value = true;
  }, [items.value === null]);
  if (!shopperId) return null;
  if (items.value === null)
    return (
      <Notice
        busy={!failed.value}
        text={say(failed.value ? 'offline' : 'loading')}
        action={failed.value ? say('retry') : undefined}
        onAction={() => void help.load()}
      />
    );
  const shown =
    orderId.value === null
      ? items.value
      : items.value.filter((one) => one.orderId === orderId.value);
  const isOpen = ({ state }: OwnCase): boolean => state === 'open' || state === 'waiting';
  // What waits for an answer of theirs, or for the shop, comes first.
  const current = shown.filter((one) => isOpen(one) || one.asks);
  const over = shown.filter((one) => !current.includes(one));
  // An order has one open case at a time: it goes on there.
  const canAsk = !current.some((one) => isOpen(one) && one.orderId === orderId.value);
  return (
    <div ref={place} part="help" class="help" hidden={!isPlaced.value}>
      <Cases model={model} help={help} of={current} />
      {failed.value && (
        <p class="alert" role="alert">
          {say('failed')}
        </p>
      )}
      {canAsk && (
        <Ask model={model} help={help} orderId={orderId.value} isElse={current.length > 0} />
      )}
      <Cases model={model} help={help} of={over} />
    </div>
  );
};

const Cases = ({ of, ...props }: Props & { of: readonly OwnCase[] }): JSX.Element => (
  <ul class="help-cases" aria-live="polite">
    {of.map((one) => (
      <One key={one.id} {...props} of={one} />
    ))}
  </ul>
);

/** A new request; beside an open one, which comes first, it is a tap away. */
const Ask = (props: Props & { orderId: string | null; isElse: boolean }): JSX.Element => {
  const { model, help, orderId, isElse } = props;
  const { say } = model.words;
  const wanted = useSignal(false);
  return (
    <section>
      {isElse && !wanted.value ? (
        <Button quiet onClick={() => (wanted.value = true)}>
          {say('helpElse')}
        </Button>
      ) : (
        <SayForm
          model={model}
          help={help}
          label={say('helpAsk')}
          action={say('helpSend')}
          of={{ orderId }}
        />
      )}
    </section>
  );
};
