import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { formatBalance, formatCount, formatSigned } from '../lib/format.ts';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { FormFault } from '../ui/FormFault.tsx';
import type { ShopperModel } from './shopper-model.ts';

/** Answers an adjustment with its opposite, and asks why. */
export const UndoDialog = ({ model }: { model: ShopperModel }): JSX.Element | null => {
  const reason = useSignal('');
  const fault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const w = messages();
  const row = model.undoing.value;
  const available = model.shown.value?.balance.available ?? 0;
  if (row === null) return null;
  const send = async (): Promise<void> => {
    isBusy.value = true;
    const refused = await model.undo(row, reason.value);
    isBusy.value = false;
    fault.value = refused && faultText(refused);
  };
  return (
    <FormDialog
      title={w.ledger.undoTitle}
      action={w.ledger.undoAction(formatSigned(row.points))}
      busy={isBusy.value}
      onClose={() => (model.asking.value = null)}
      onSubmit={() => void send()}
    >
      <p class="preview">
        {w.ledger.preview(formatCount(available), formatBalance(available - row.points))}
      </p>
      <TextField
        label={w.shopper.adjustReason}
        required
        autoFocus
        maxLength={LIMITS.textLengthMax}
        value={reason.value}
        onValue={(text) => (reason.value = text)}
      />
      <FormFault text={fault.value} />
    </FormDialog>
  );
};
