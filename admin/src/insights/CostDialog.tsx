import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CostInput, CostKind } from '@okaeri/shared/costs';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { LIMITS } from '@okaeri/shared/limits';
import { api } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { createAttempt } from '../lib/attempt.ts';
import { request } from '../lib/request.ts';
import { shopDay } from '../lib/shop-day.ts';
import { tryAction } from '../lib/run-action.ts';
import { showToast } from '../lib/toasts.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { FormFault } from '../ui/FormFault.tsx';
import { minorTyped } from './cost-rules.ts';

type Typed = Record<'day' | 'channel' | 'amount' | 'note', string> & { readonly kind: CostKind };

/** Enters something that was paid. */
export const CostDialog = (props: {
  currency: string;
  onClose: () => void;
  onAdded: () => void;
}): JSX.Element => {
  const { currency, onClose, onAdded } = props;
  const w = messages().insightCosts;
  const attempt = useMemo(createAttempt, []);
  const typed = useSignal<Typed>({
    day: shopDay(),
    kind: 'ads',
    channel: '',
    amount: '',
    note: '',
  });
  const fault = useSignal<string | null>(null);
  const amountFault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const send = async (): Promise<void> => {
    const json = costOf(typed.value, currency);
    amountFault.value = json === undefined ? w.noAmount : null;
    if (json === undefined) return;
    isBusy.value = true;
    const sent = await tryAction(() =>
      attempt(json, (key) =>
        request(api().insights.costs.$post({ json }, { headers: { 'Idempotency-Key': key } })),
      ),
    );
    isBusy.value = false;
    if ('fault' in sent) {
      fault.value = faultText(sent.fault);
      return;
    }
    showToast('done', w.added);
    onAdded();
  };
  return (
    <FormDialog
      title={w.addTitle}
      action={w.add}
      busy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      <Fields
        of={typed.value}
        currency={currency}
        amountFault={amountFault.value}
        onType={(change) => (typed.value = { ...typed.value, ...change })}
      />
      <FormFault text={fault.value} />
    </FormDialog>
  );
};

function Fields(props: {
  of: Typed;
  currency: string;
  amountFault: string | null;
  onType: (change: Partial<Typed>) => void;
}): JSX.Element {
  const { of, currency, amountFault, onType } = props;
  const w = messages().insightCosts;
  return (
    <>
      <TextField
        label={w.amountIn(currency)}
        inputMode="decimal"
        required
        autoFocus
        fault={amountFault}
        value={of.amount}
        onValue={(amount) => onType({ amount })}
      />
      <SelectField<CostKind>
        label={w.kind}
        value={of.kind}
        options={w.kinds}
        hint={w.kindHints[of.kind]}
        onValue={(kind) => onType({ kind })}
      />
      <TextField
        label={w.day}
        type="date"
        required
        value={of.day}
        onValue={(day) => onType({ day })}
      />
      <TextField
        label={w.channelField}
        hint={w.channelHint}
        maxLength={LIMITS.costChannelMax}
        value={of.channel}
        onValue={(channel) => onType({ channel })}
      />
      <TextField
        label={w.note}
        maxLength={LIMITS.costNoteMax}
        value={of.note}
        onValue={(note) => onType({ note })}
      />
    </>
  );
}

/** What was typed, as it is sent; undefined where the amount is none. */
function costOf(
  { day, kind, channel, amount, note }: Typed,
  currency: string,
): CostInput | undefined {
  const amountMinor = minorTyped(amount, minorUnitsOf(currency));
  if (amountMinor === undefined) return undefined;
  return { day, kind, channel: lineOf(channel), amountMinor, currency, note: lineOf(note) };
}

function lineOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
