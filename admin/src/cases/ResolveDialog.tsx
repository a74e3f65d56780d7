import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { OpenCase } from './cases-model.ts';

/** Says what became of a case, and what follows. */
export const ResolveDialog = (props: { model: OpenCase; onClose: () => void }): JSX.Element => {
  const { model, onClose } = props;
  const outcome = useSignal('');
  const w = messages().cases;
  const resolve = async (): Promise<void> => {
    const said = outcome.value.trim();
    const entry = { kind: 'state', state: 'resolved', outcome: said === '' ? null : said } as const;
    if (await model.write(w.resolvedNow, entry)) onClose();
  };
  return (
    <FormDialog
      title={w.resolveTitle}
      action={w.resolveAct}
      busy={model.isBusy.value}
      onClose={onClose}
      onSubmit={() => void resolve()}
    >
      <p class="quiet">{w.resolveText}</p>
      <TextField
        label={w.outcome}
        hint={w.outcomeHint}
        autoFocus
        maxLength={120}
        value={outcome.value}
        onValue={(value) => (outcome.value = value)}
      />
    </FormDialog>
  );
};
