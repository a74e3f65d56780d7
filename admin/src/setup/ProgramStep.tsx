import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Check } from 'lucide';
import type { ProgramDocument } from '@okaeri/shared/program';
import { api, shop } from '../app/session.ts';
import { language, words } from '../i18n/words.ts';
import { act } from '../lib/act.ts';
import { ask, askWhole } from '../lib/ask.ts';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { formatCount, formatMoney, formatShare } from '../lib/format.ts';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { previewOrder } from './preview-rules.ts';

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly document: ProgramDocument;
}

const PRESENT = 'present';

/** What the choices are: the programme as it is, and the templates in the shop's currency. */
const createChoices = () =>
  createResource(async () => {
    const [draft, templates] = await Promise.all([
      askWhole(api().program.draft.$get()),
      ask(api().program.templates.$get()),
    ]);
    return { draft, templates: templates.items };
  });
type Choices = ReturnType<typeof createChoices>;

const Preview = (props: { document: ProgramDocument; amountMinor: number }): JSX.Element => {
  const { document, amountMinor } = props;
  const currency = shop.value?.currency ?? 'USD';
  const found = previewOrder(document, currency, amountMinor);
  const w = words().setup;
  if (found === null) return <p class="quiet small">{w.noRate}</p>;
  const order = formatMoney(amountMinor, currency);
  const worth = formatMoney(found.worthMinor, currency);
  return (
    <p class="small">
      {w.earns(order, formatCount(found.points), worth, formatShare(found.share))}
    </p>
  );
};

const Summary = ({ document }: { document: ProgramDocument }): JSX.Element => {
  const w = words().setup;
  const { expiry, rewards, tiers, earning } = document;
  const count = (of: readonly { readonly enabled: boolean }[]): number =>
    of.filter(({ enabled }) => enabled).length;
  const expires =
    expiry.kind === 'never' ? w.never : 'days' in expiry ? w.expires(expiry.days) : w.otherExpiry;
  const texts = [
    w.has.rules(count(earning)),
    w.has.rewards(count(rewards)),
    ...(tiers.length === 0 ? [] : [w.has.tiers(tiers.length)]),
    expires,
  ];
  return <p class="quiet small">{texts.join(' · ')}</p>;
};

const publish = async (choices: Choices, document: ProgramDocument): Promise<void> => {
  const etag = choices.value.value?.draft.etag ?? '';
  await act(async () => {
    // A programme's days are those of where it is run.
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const json = { ...document, timeZone };
    const saved = await askWhole(
      api().program.draft.$put({ json }, { headers: { 'If-Match': etag } }),
    );
    const headers = { 'If-Match': saved.etag };
    return ask(api().program.publish.$post(undefined, { headers }));
  }, words().setup.published);
  await choices.load();
};

const Option = (props: {
  title: string;
  document: ProgramDocument;
  amountMinor: number;
  isChosen: boolean;
  onChoose: () => void;
}): JSX.Element => (
  <label class="option">
    <input type="radio" name="template" checked={props.isChosen} onChange={props.onChoose} />
    <span class="grow">
      <strong>{props.title}</strong>
      <Preview document={props.document} amountMinor={props.amountMinor} />
      <Summary document={props.document} />
    </span>
  </label>
);

const Chooser = ({ choices }: { choices: Choices }): JSX.Element | null => {
  const chosen = useSignal(PRESENT);
  const isBusy = useSignal(false);
  const currency = shop.value?.currency ?? 'USD';
  const amount = useSignal(currency === 'JPY' ? '3000' : '40');
  const known = choices.value.value;
  const w = words().setup;
  if (known === undefined) return null;
  const amountMinor = Math.round(Number(amount.value) * minorUnitsOf(currency)) || 0;
  const all: Choice[] = [
    { id: PRESENT, title: w.present, document: known.draft.body },
    ...known.templates.map(({ id, title, document }) => ({
      id,
      title: title[language.value] ?? title['en'] ?? id,
      document,
    })),
  ];
  const current = all.find(({ id }) => id === chosen.value);
  const send = async (): Promise<void> => {
    if (current === undefined) return;
    isBusy.value = true;
    await publish(choices, current.document);
    isBusy.value = false;
    chosen.value = PRESENT;
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div class="narrow">
        <TextField
          label={`${w.typical} (${currency})`}
          inputMode="decimal"
          value={amount.value}
          onValue={(text) => (amount.value = text)}
        />
      </div>
      <fieldset class="options">
        <legend class="hidden">{w.program}</legend>
        {all.map(({ id, title, document }) => (
          <Option
            key={id}
            title={title}
            document={document}
            amountMinor={amountMinor}
            isChosen={chosen.value === id}
            onChoose={() => (chosen.value = id)}
          />
        ))}
      </fieldset>
      <div class="row">
        {chosen.value === PRESENT ? (
          <p class="settled">
            <Icon of={Check} /> {w.isPublished}
          </p>
        ) : (
          <Button kind="primary" type="submit" busy={isBusy.value}>
            {w.publish}
          </Button>
        )}
      </div>
    </form>
  );
};

/** Choosing what the programme begins as. */
export const ProgramStep = (): JSX.Element => {
  const choices = useMemo(createChoices, []);
  useEffect(() => void choices.load(), [choices]);
  if (choices.fault.value && choices.value.value === undefined)
    return <Fault fault={choices.fault.value} onRetry={() => void choices.load()} />;
  return choices.value.value === undefined ? <Skeleton /> : <Chooser choices={choices} />;
};
