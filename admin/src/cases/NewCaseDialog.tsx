import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { ShopperPicker } from '../app/ShopperPicker.tsx';
import { messages } from '../i18n/messages.ts';
import { AreaField, CheckField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { Inbox } from './cases-model.ts';

/** A case opened by hand. */
export const NewCaseDialog = (props: {
  inbox: Inbox;
  onClose: () => void;
  onOpened: (id: string) => void;
}): JSX.Element => {
  const { inbox, onClose, onOpened } = props;
  const shopper = useSignal<ListedShopper | null>(null);
  const orderId = useSignal('');
  const text = useSignal('');
  const isHigh = useSignal(false);
  const isBusy = useSignal(false);
  const w = messages().cases;
  const open = async (): Promise<void> => {
    const shopperId = shopper.value?.id;
    if (shopperId == null) return;
    isBusy.value = true;
    const order = orderId.value.trim();
    const opened = await inbox.open(
      {
        shopperId,
        orderId: order === '' ? null : order,
        reason: 'byHand',
        severity: isHigh.value ? 'high' : 'normal',
        text: text.value,
      },
      w.openedNow,
    );
    isBusy.value = false;
    if (opened !== undefined) onOpened(opened.id);
  };
  return (
    <FormDialog
      title={w.newTitle}
      action={w.newAct}
      busy={isBusy.value}
      blocked={shopper.value === null && w.newShopper}
      onClose={onClose}
      onSubmit={() => void open()}
    >
      <Who of={shopper} />
      <TextField
        label={w.newOrder}
        value={orderId.value}
        onValue={(value) => (orderId.value = value)}
      />
      <AreaField
        label={w.newWords}
        hint={w.write.noteHint}
        maxLength={LIMITS.caseTextMax}
        value={text.value}
        onValue={(value) => (text.value = value)}
      />
      <CheckField
        label={w.newHigh}
        checked={isHigh.value}
        onValue={(value) => (isHigh.value = value)}
      />
    </FormDialog>
  );
};

/** Whom it is about: looked for by name, then shown. */
function Who({ of }: { of: Signal<ListedShopper | null> }): JSX.Element {
  const { cases: w, ledger } = messages();
  if (of.value === null)
    return <ShopperPicker label={w.newShopper} onPick={(picked) => (of.value = picked)} />;
  const { name, email, id } = of.value;
  return (
    <div class="picked">
      <span class="grow">
        <span class="quiet small">{w.shopper}</span>
        <strong>{name ?? email ?? id}</strong>
        <span class="quiet small">{[email, id].filter(Boolean).join(' · ')}</span>
      </span>
      <button type="button" class="link" onClick={() => (of.value = null)}>
        {ledger.change}
      </button>
    </div>
  );
}
