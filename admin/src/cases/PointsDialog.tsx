import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CaseDetail } from '@okaeri/shared/cases';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { Inbox, OpenCase } from './cases-model.ts';

/** Points for what went wrong: how many are left in this case stands beside the field. */
export const PointsDialog = (props: {
  inbox: Inbox;
  model: OpenCase;
  of: CaseDetail;
  onClose: () => void;
}): JSX.Element => {
  const { inbox, model, of, onClose } = props;
  const typed = useSignal('');
  const w = messages().cases;
  const most = inbox.settings.value.value?.recoveryPointsMax ?? 0;
  const left = Math.max(0, most - of.pointsGiven);
  const points = /^\d{1,9}$/.test(typed.value.trim()) ? Number(typed.value) : 0;
  const isFitting = points > 0 && points <= left;
  const give = async (): Promise<void> => {
    if (isFitting && (await model.write(w.pointsGiven, { kind: 'points', points }))) onClose();
  };
  return (
    <FormDialog
      title={w.givePointsTitle}
      action={isFitting ? w.givePointsAct(formatCount(points)) : w.givePointsTitle}
      busy={model.isBusy.value}
      blocked={!isFitting && w.pointsHint(formatCount(left))}
      onClose={onClose}
      onSubmit={() => void give()}
    >
      <p class="quiet">{w.givePointsText}</p>
      <TextField
        label={w.points}
        hint={w.pointsHint(formatCount(left))}
        inputMode="numeric"
        autoFocus
        value={typed.value}
        onValue={(value) => (typed.value = value)}
      />
    </FormDialog>
  );
};
