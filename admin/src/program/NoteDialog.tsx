import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import type { ListedVersion } from '@okaeri/shared/program-status';
import { api } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { tryAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { showToast } from '../lib/toasts.ts';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { FormFault } from '../ui/FormFault.tsx';

/** What the team says of a version. */
export const NoteDialog = (props: {
  of: ListedVersion;
  onClose: () => void;
  onSaved: () => void;
}): JSX.Element => {
  const { of, onClose, onSaved } = props;
  const note = useSignal(of.note ?? '');
  const fault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const w = messages();
  const save = async (): Promise<void> => {
    isBusy.value = true;
    const param = { version: String(of.version) };
    const json = { note: note.value.trim() || null };
    const outcome = await tryAction(() =>
      request(api().program.versions[':version'].$patch({ param, json })),
    );
    isBusy.value = false;
    if ('fault' in outcome) {
      fault.value = faultText(outcome.fault);
      return;
    }
    showToast('done', w.program.noteSaved);
    onSaved();
    onClose();
  };
  return (
    <FormDialog
      title={w.program.noteTitle(of.version)}
      action={w.app.save}
      busy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <TextField
        label={w.program.note}
        hint={w.program.noteHint}
        maxLength={LIMITS.textLengthMax}
        autoFocus
        value={note.value}
        onValue={(text) => (note.value = text)}
      />
      <FormFault text={fault.value} />
    </FormDialog>
  );
};
