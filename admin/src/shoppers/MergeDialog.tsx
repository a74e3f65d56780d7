import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ListedShopper, MerchantShopper } from '@okaeri/shared/shoppers';
import { ShopperPicker } from '../app/ShopperPicker.tsx';
import { faultText } from '../i18n/fault-text.ts';
import { language, messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { FormFault } from '../ui/FormFault.tsx';
import type { ShopperModel } from './shopper-model.ts';

/** Joins another shopper to this one, once both were looked at side by side. */
export const MergeDialog = (props: { model: ShopperModel; name: string }): JSX.Element => {
  const { model, name } = props;
  const from = useSignal<ListedShopper | null>(null);
  const fault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const w = messages();
  const into = model.shown.value;
  const send = async (): Promise<void> => {
    const { value: chosen } = from;
    if (chosen === null || chosen.id === null) return;
    isBusy.value = true;
    const refused = await model.merge(chosen.id);
    isBusy.value = false;
    fault.value = refused && faultText(refused);
  };
  return (
    <FormDialog
      title={w.shopper.mergeTitle}
      action={w.shopper.mergeAction}
      kind="danger"
      busy={isBusy.value}
      blocked={from.value === null && w.ledger.mergePick}
      onClose={() => (model.asking.value = null)}
      onSubmit={() => void send()}
    >
      {from.value === null ? (
        <ShopperPicker
          label={w.ledger.mergePick}
          without={model.shopperId}
          onPick={(shopper) => (from.value = shopper)}
        />
      ) : (
        into !== undefined && (
          <>
            <SideBySide into={into} from={from.value} />
            <button type="button" class="link" onClick={() => (from.value = null)}>
              {w.ledger.change}
            </button>
          </>
        )
      )}
      <p>{w.shopper.mergeText(name)}</p>
      <FormFault text={fault.value} />
    </FormDialog>
  );
};

function SideBySide({ into, from }: { into: MerchantShopper; from: ListedShopper }): JSX.Element {
  const w = messages();
  const people = [
    { title: w.ledger.mergeGoes, of: from, available: from.available, pending: from.pending },
    {
      title: w.ledger.mergeKeeps,
      of: into,
      available: into.balance.available,
      pending: into.balance.pending,
    },
  ];
  return (
    <>
      <div class="merge-pair">
        {people.map(({ title, of, available, pending }) => (
          <div key={title} class="card">
            <p class="quiet small">{title}</p>
            <strong>{of.name ?? of.email ?? of.id}</strong>
            <p class="quiet small">{[of.email, of.id].filter(Boolean).join(' · ')}</p>
            <p>
              {w.shopper.available} <strong>{formatCount(available)}</strong>
              <br />
              {w.shopper.pending} {formatCount(pending)}
            </p>
            {of.tier && <p>{of.tier.name[language.value] ?? of.tier.name['en'] ?? of.tier.id}</p>}
          </div>
        ))}
      </div>
      <p role="status">
        {w.ledger.mergeSum(
          formatCount(from.available + into.balance.available),
          formatCount(from.pending + into.balance.pending),
        )}
      </p>
    </>
  );
}
