import type { JSX } from 'preact';
import { entriesOf } from '@okaeri/shared/records';
import type { OwnQuotation, Quotation, QuotationName } from '@okaeri/shared/quotations';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { useEffect, useRef } from '../ui/hooks.ts';
import { useSignal } from '../ui/signals.ts';
import type { QuotationsModel } from './quotations-model.ts';

interface Props {
  readonly model: AppModel;
  readonly quotations: QuotationsModel;
  /** With a link: shows the words to who reads the mail of whom it was sent to. */
  readonly onShow?: (() => void) | undefined;
}

/** What the shop asks to quote of what one said, and may. A no is as near as a yes (L3). */
export const Quotations = (props: Props): JSX.Element => (
  <>
    {props.quotations.asked.value.map(([id, of]) => (
      <section key={id} class="quotation" part="quotation">
        {of === null ? <Gone model={props.model} /> : <Asked {...props} of={of} />}
        {props.quotations.failed.value === id && (
          <p class="alert" role="alert">
            {props.model.words.say('surveyFailed')}
          </p>
        )}
      </section>
    ))}
  </>
);

/** Words that somebody lets the shop show. */
export const Words = (props: { model: AppModel; of: Quotation }): JSX.Element => {
  const { text, name, locale } = props.of;
  return (
    <figure part="quotation" lang={locale ?? undefined} dir="auto">
      <blockquote>{text}</blockquote>
      <figcaption class="quiet-text">{name ?? props.model.words.say('quoteAnyone')}</figcaption>
    </figure>
  );
};

const Asked = (props: Props & { of: OwnQuotation }): JSX.Element => {
  const { model, quotations, of, onShow } = props;
  const { say, localize, day } = model.words;
  const name = useSignal<QuotationName>('none');
  const isGiven = of.state === 'given';
  const chosen = name.value === 'none' ? null : (of.names[name.value] ?? null);
  const busy = quotations.busy.value === of.id;
  const refuse = (): void => void quotations.refuse(of.id);
  const about = { theme: localize(of.theme), day: day(of.endsAt) };
  return (
    <>
      <h4>{say(isGiven ? 'quoteGiven' : 'quoteAsk')}</h4>
      {of.text !== null && (
        <Words
          model={model}
          of={{ text: of.text, name: isGiven ? of.name : chosen, locale: null }}
        />
      )}
      <p class="quiet-text">{say('quoteWhere', about)}</p>
      {!isGiven && of.text !== null && (
        <Names model={model} of={of} chosen={name.value} onChoose={(next) => (name.value = next)} />
      )}
      <div class="survey-foot">
        {!isGiven && (
          <Button
            quiet
            busy={busy}
            onClick={() =>
              of.text === null ? onShow?.() : void quotations.agree(of.id, name.value, chosen)
            }
          >
            {say(of.text === null ? 'quoteShow' : 'quoteYes')}
          </Button>
        )}
        <Button quiet busy={busy} onClick={refuse}>
          {say(isGiven ? 'quoteBack' : 'quoteNo')}
        </Button>
      </div>
    </>
  );
};

/** Under which name: the one that says least is chosen, until somebody chooses more. */
const Names = (props: {
  model: AppModel;
  of: OwnQuotation;
  chosen: QuotationName;
  onChoose: (name: QuotationName) => void;
}): JSX.Element | null => {
  const { model, of, chosen, onChoose } = props;
  const { say } = model.words;
  const names = [['none', say('quoteNameless')] as const, ...entriesOf(of.names)];
  if (names.length === 1) return null;
  return (
    <fieldset>
      <legend class="quiet-text">{say('quoteName')}</legend>
      <div class="choices">
        {names.map(([kind, label]) => (
          <label key={kind} part="choice" dir="auto">
            <input
              type="radio"
              name={of.id}
              checked={chosen === kind}
              onChange={() => onChoose(kind)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** It is focused, as the button that was pressed is gone, and so is read once. */
const Gone = ({ model }: { model: AppModel }): JSX.Element => {
  const line = useRef<HTMLParagraphElement | null>(null);
  useEffect(() => line.current?.focus({ preventScroll: true }), []);
  return (
    <p ref={line} class="told-line" tabIndex={-1}>
      {model.words.say('quoteGone')}
    </p>
  );
};
