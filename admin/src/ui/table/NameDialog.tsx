import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { messages } from '../../i18n/messages.ts';
import { FormDialog } from '../FormDialog.tsx';
import { TextField } from '../Field.tsx';

const NAME_LENGTH_MAX = 40;

/** Asks what a view is to be called that somebody keeps. */
export const NameDialog = (props: {
  taken: readonly string[];
  onClose: () => void;
  onName: (name: string) => void;
}): JSX.Element => {
  const { taken, onClose, onName } = props;
  const name = useSignal('');
  const isTaken = taken.includes(name.value.trim());
  const w = messages().tables;
  return (
    <FormDialog
      title={w.saveViewTitle}
      action={w.save}
      busy={false}
      onClose={onClose}
      onSubmit={() => {
        if (name.value.trim() !== '' && !isTaken) onName(name.value.trim());
      }}
    >
      <TextField
        label={w.viewName}
        hint={w.viewHint}
        fault={isTaken ? w.viewTaken : null}
        required
        autoFocus
        maxLength={NAME_LENGTH_MAX}
        value={name.value}
        onValue={(text) => (name.value = text)}
      />
    </FormDialog>
  );
};
