import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { segmentOf } from '@okaeri/shared/paths';
import type { SurveyKind } from '@okaeri/shared/survey-questions';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { addSurvey } from './survey-source.ts';

/** Asks what a new survey measures, and makes it. */
export const AddSurveyDialog = ({ onClose }: { onClose: () => void }): JSX.Element => {
  const { route } = useLocation();
  const kind = useSignal<SurveyKind>('nps');
  const name = useSignal('');
  const isBusy = useSignal(false);
  const w = messages().surveys;
  const add = async (): Promise<void> => {
    isBusy.value = true;
    const id = await addSurvey(kind.value, name.value.trim() || w.kinds[kind.value]);
    isBusy.value = false;
    if (id !== undefined) route(shopPath(`/surveys/${segmentOf(id)}`));
  };
  return (
    <FormDialog
      title={w.add.replace('…', '')}
      action={w.create}
      busy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void add()}
    >
      <SelectField
        label={w.kind}
        value={kind.value}
        options={w.kinds}
        onValue={(next) => (kind.value = next)}
      />
      <TextField
        label={w.name}
        hint={w.nameHint}
        value={name.value}
        onValue={(next) => (name.value = next)}
      />
    </FormDialog>
  );
};
