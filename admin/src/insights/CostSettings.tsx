import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import type { InsightSettings } from '@okaeri/shared/insight-settings';
import { denied } from '../app/denied.ts';
import { api } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { requestWithEtag, type WithEtag } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { tryAction } from '../lib/run-action.ts';
import { showToast } from '../lib/toasts.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { FormFault } from '../ui/FormFault.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { minorTyped, shareTyped } from './cost-rules.ts';

type Known = WithEtag<InsightSettings>;
type Typed = Readonly<Record<'margin' | 'fixed' | 'complete', string>>;
type Faults = Partial<Record<'margin' | 'fixed' | 'all', string>>;

/** The margin, what the programme costs each month, and since when all orders are known. */
export const CostSettings = ({ currency }: { currency: string }): JSX.Element => {
  const w = messages().insightCosts;
  const known = useMemo(
    () => createResource<Known>(() => requestWithEtag(api().insights.settings.$get())),
    [],
  );
  useEffect(() => void known.load(), [known]);
  const found = known.value.value;
  return (
    <section class="insight-card">
      <header>
        <h2>{w.settings}</h2>
      </header>
      {found !== undefined ? (
        <SettingsForm
          key={found.etag}
          of={found}
          currency={currency}
          onSaved={(next) => known.set(next)}
        />
      ) : known.fault.value === null ? (
        <Skeleton lines={4} />
      ) : (
        <Fault fault={known.fault.value} what={w.settings} onRetry={() => void known.load()} />
      )}
    </section>
  );
};

function SettingsForm(props: {
  of: Known;
  currency: string;
  onSaved: (next: Known) => void;
}): JSX.Element {
  const { of, currency, onSaved } = props;
  const w = messages().insightCosts;
  const typed = useSignal(typedOf(of.body, currency));
  const faults = useSignal<Faults>({});
  const isBusy = useSignal(false);
  const save = async (): Promise<void> => {
    const { margin, fixed, complete } = typed.value;
    const marginShare = shareTyped(margin);
    const fixedCostMinorPerMonth = minorTyped(fixed, minorUnitsOf(currency));
    faults.value = {
      ...(marginShare === undefined && { margin: w.noShare }),
      ...(fixedCostMinorPerMonth === undefined && { fixed: w.noAmount }),
    };
    if (marginShare === undefined || fixedCostMinorPerMonth === undefined) return;
    isBusy.value = true;
    const completeFrom = complete === '' ? null : complete;
    const json = { ...of.body, marginShare, fixedCostMinorPerMonth, completeFrom };
    const headers = { 'If-Match': of.etag };
    const saved = await tryAction(() =>
      requestWithEtag(api().insights.settings.$put({ json }, { headers })),
    );
    isBusy.value = false;
    if ('fault' in saved) {
      faults.value = { all: faultText(saved.fault) };
      return;
    }
    showToast('done', w.saved);
    onSaved(saved.done);
  };
  return (
    <Form class="stack" onSubmit={() => void save()}>
      <Fields
        of={typed.value}
        currency={currency}
        faults={faults.value}
        onType={(change) => (typed.value = { ...typed.value, ...change })}
      />
      <FormFault text={faults.value.all ?? null} />
      <div>
        <Button kind="primary" type="submit" busy={isBusy.value} blocked={denied('run')}>
          {messages().app.save}
        </Button>
      </div>
    </Form>
  );
}

function Fields(props: {
  of: Typed;
  currency: string;
  faults: Faults;
  onType: (change: Partial<Typed>) => void;
}): JSX.Element {
  const { of, currency, faults, onType } = props;
  const w = messages().insightCosts;
  return (
    <div class="grid wide">
      <TextField
        label={w.margin}
        hint={w.marginHint}
        inputMode="decimal"
        fault={faults.margin}
        value={of.margin}
        onValue={(margin) => onType({ margin })}
      />
      <TextField
        label={w.fixed(currency)}
        hint={w.fixedHint}
        inputMode="decimal"
        fault={faults.fixed}
        value={of.fixed}
        onValue={(fixed) => onType({ fixed })}
      />
      <TextField
        label={w.complete}
        hint={w.completeHint}
        type="date"
        value={of.complete}
        onValue={(complete) => onType({ complete })}
      />
    </div>
  );
}

function typedOf(
  { marginShare, fixedCostMinorPerMonth, completeFrom }: InsightSettings,
  currency: string,
): Typed {
  return {
    margin: marginShare === null ? '' : String(Number((marginShare * 100).toFixed(4))),
    fixed: String(fixedCostMinorPerMonth / minorUnitsOf(currency)),
    complete: completeFrom ?? '',
  };
}
