import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import type { ApiError } from '../lib/request.ts';
import { formatCount } from '../lib/format.ts';
import { AreaField, CheckField, TextField } from '../ui/Field.tsx';
import { FormFault } from '../ui/FormFault.tsx';
import type { ShopperModel } from './shopper-model.ts';
import { FormDialog } from '../ui/FormDialog.tsx';

const FIELDS = ['points', 'reason', 'note'] as const;
/** Where something is wrong, and what. */
type Wrong = Readonly<{ at: (typeof FIELDS)[number] | 'form'; text: string }>;

/** What has been written into the form so far. */
interface Draft {
  readonly points: Signal<string>;
  readonly reason: Signal<string>;
  readonly note: Signal<string>;
  readonly counts: Signal<boolean>;
}

/** Gives or takes points by hand, with a reason. What was refused is corrected in place and sent again. */
export const AdjustDialog = ({ model }: { model: ShopperModel }): JSX.Element => {
  const draft = {
    points: useSignal(''),
    reason: useSignal(''),
    note: useSignal(''),
    counts: useSignal(false),
  };
  const wrong = useSignal<Wrong | null>(null);
  const isBusy = useSignal(false);
  const w = messages();
  const close = (): void => {
    model.asking.value = null;
  };
  const send = async (): Promise<void> => {
    const points = readPoints(draft.points.value);
    const isWhole = Number.isSafeInteger(points) && points !== 0;
    wrong.value = isWhole ? null : { at: 'points', text: w.shopper.notWhole };
    if (!isWhole) return;
    isBusy.value = true;
    const fault = await model.adjust({
      points,
      reason: draft.reason.value,
      note: draft.note.value === '' ? null : draft.note.value,
      countsForLifetime: draft.counts.value,
    });
    isBusy.value = false;
    if (fault !== null) wrong.value = wrongOf(fault, model);
  };
  return (
    <FormDialog
      title={w.shopper.adjustTitle}
      action={w.shopper.adjust}
      busy={isBusy.value}
      onClose={close}
      onSubmit={() => void send()}
    >
      <Fields draft={draft} wrong={wrong} />
      <FormFault text={wrong.value?.at === 'form' ? wrong.value.text : null} />
    </FormDialog>
  );
};

/** The minus of a Japanese keyboard, and that of a book, are minuses; its digits are digits. */
function readPoints(text: string): number {
  return Number(text.normalize('NFKC').replaceAll(/[−‐–]/g, '-').trim());
}

function wrongOf(fault: ApiError, model: ShopperModel): Wrong {
  const available = model.shown.value?.balance.available ?? 0;
  if (fault.code === 'adjustmentTooLarge')
    return { at: 'points', text: messages().shopper.tooMany(formatCount(Math.max(0, available))) };
  if (fault.code === 'pointsOutOfRange') return { at: 'points', text: faultText(fault) };
  const at = FIELDS.find((field) => fault.errors.some(({ path }) => path === field));
  return { at: at ?? 'form', text: faultText(fault) };
}

function Fields({ draft, wrong }: { draft: Draft; wrong: Signal<Wrong | null> }): JSX.Element {
  const w = messages().shopper;
  const at = (field: (typeof FIELDS)[number]) => ({
    value: draft[field].value,
    fault: wrong.value?.at === field ? wrong.value.text : null,
    onValue: (text: string) => {
      draft[field].value = text;
      // What was wrong was wrong of what stood there.
      wrong.value = null;
    },
  });
  return (
    <>
      <TextField label={w.adjustPoints} hint={w.adjustHint} required autoFocus {...at('points')} />
      <TextField
        label={w.adjustReason}
        required
        maxLength={LIMITS.textLengthMax}
        {...at('reason')}
      />
      <AreaField label={w.adjustNote} maxLength={LIMITS.textLengthMax} {...at('note')} />
      <CheckField
        label={w.counts}
        checked={draft.counts.value}
        onValue={(isOn) => (draft.counts.value = isOn)}
      />
    </>
  );
}
