import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
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
  const shopperId = useSignal('');
  const orderId = useSignal('');
  const text = useSignal('');
  const isHigh = useSignal(false);
  const isBusy = useSignal(false);
  const w = messages().cases;
  const open = async (): Promise<void> => {
    isBusy.value = true;
    const order = orderId.value.trim();
    const opened = await inbox.open(
      {
        shopperId: shopperId.value.trim(),
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
      onClose={onClose}
      onSubmit={() => void open()}
    >
      <TextField
        label={w.newShopper}
        hint={w.newShopperHint}
        autoFocus
        required
        value={shopperId.value}
        onValue={(value) => (shopperId.value = value)}
      />
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
