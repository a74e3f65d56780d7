import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import { api } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { language, messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { FormFault } from '../ui/FormFault.tsx';
import type { ShopperModel } from './shopper-model.ts';

/** Moves a shopper to a higher tier, and asks why. */
export const TierDialog = (props: { model: ShopperModel; name: string }): JSX.Element => {
  const { model, name } = props;
  const program = useMemo(() => createResource(() => request(api().program.$get())), []);
  useEffect(() => void program.load(), [program]);
  const chosen = useSignal('');
  const reason = useSignal('');
  const fault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const w = messages();
  const tiers = program.value.value?.tiers ?? [];
  const held = model.shown.value?.tier ?? null;
  const at = tiers.findIndex(({ id }) => id === held?.id);
  const higher = tiers.slice(at + 1);
  const tier = higher.find(({ id }) => id === chosen.value) ?? higher[0];
  const send = async (): Promise<void> => {
    if (tier === undefined) return;
    isBusy.value = true;
    const refused = await model.moveTier({ tierId: tier.id, reason: reason.value });
    isBusy.value = false;
    fault.value = refused && faultText(refused);
  };
  return (
    <FormDialog
      title={w.ledger.moveTierTitle(name)}
      action={tier === undefined ? w.ledger.moveTier : w.ledger.moveTierAction(named(tier))}
      busy={isBusy.value}
      onClose={() => (model.asking.value = null)}
      onSubmit={() => void send()}
    >
      {tier !== undefined && (
        <>
          <SelectField
            label={w.ledger.tierField}
            value={tier.id}
            options={Object.fromEntries(higher.map((one) => [one.id, named(one)]))}
            onValue={(id) => (chosen.value = id)}
          />
          <p class="preview" role="status">
            {w.ledger.tierPreview(held === null ? w.ledger.noTier : named(held), named(tier))}
          </p>
        </>
      )}
      <p class="quiet">{w.ledger.tierText}</p>
      <TextField
        label={w.ledger.reason}
        required
        maxLength={LIMITS.textLengthMax}
        value={reason.value}
        onValue={(text) => (reason.value = text)}
      />
      <FormFault text={fault.value} />
    </FormDialog>
  );
};

function named({ name, id }: { name: Readonly<Record<string, string>>; id: string }): string {
  return name[language.value] ?? name['en'] ?? id;
}
