import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import type { ApiError } from '../lib/request.ts';
import { formatBalance, formatCount } from '../lib/format.ts';
import { AreaField, CheckField, TextField } from '../ui/Field.tsx';
import { FormFault } from '../ui/FormFault.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { readPoints } from './read-points.ts';
import type { ShopperModel } from './shopper-model.ts';

const FIELDS = ['points', 'reason', 'note'] as const;
/** Where something is wrong, and what. */
type Wrong = Readonly<{ at: (typeof FIELDS)[number] | 'form'; text: string }>;

/** What has been written into the form so far. */
interface Draft {
  readonly isDeducting: Signal<boolean>;
  readonly points: Signal<string>;
  readonly reason: Signal<string>;
  readonly note: Signal<string>;
  readonly counts: Signal<boolean>;
}

/** Gives or deducts points by hand, with a reason. What was refused is corrected in place and sent again. */
export const AdjustDialog = (props: { model: ShopperModel; name: string }): JSX.Element => {
  const { model, name } = props;
  const draft = {
    isDeducting: useSignal(false),
    points: useSignal(''),
    reason: useSignal(''),
    note: useSignal(''),
    counts: useSignal(false),
  };
  const wrong = useSignal<Wrong | null>(null);
  const isBusy = useSignal(false);
  const w = messages();
  const points = pointsOf(draft);
  const available = model.shown.value?.balance.available ?? 0;
  const send = async (): Promise<void> => {
    wrong.value = wrongBefore(points, available);
    if (wrong.value !== null) return;
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
      title={w.ledger.adjustTitle(name)}
      action={actionText(points, draft.isDeducting.value)}
      busy={isBusy.value}
      onClose={() => (model.asking.value = null)}
      onSubmit={() => void send()}
    >
      <Direction draft={draft} wrong={wrong} />
      <Fields draft={draft} wrong={wrong} available={available} points={points} />
      <FormFault text={wrong.value?.at === 'form' ? wrong.value.text : null} />
      <p class="quiet small">{w.ledger.canUndo}</p>
    </FormDialog>
  );
};

/** What is written, with the sign of what is to be done; a minus that is typed deducts too. */
function pointsOf(draft: Draft): number {
  const points = readPoints(draft.points.value);
  return draft.isDeducting.value && points > 0 ? -points : points;
}

function isWhole(points: number): boolean {
  return Number.isSafeInteger(points) && points !== 0;
}

function actionText(points: number, isDeducting: boolean): string {
  const w = messages().ledger;
  if (!isWhole(points)) return isDeducting ? w.deduct : w.give;
  return points > 0 ? w.giveAction(points) : w.deductAction(-points);
}

function wrongBefore(points: number, available: number): Wrong | null {
  const w = messages();
  if (!isWhole(points)) return { at: 'points', text: w.shopper.notWhole };
  if (points < 0 && available < -points)
    return {
      at: 'points',
      text: w.ledger.onlyAvailable(formatCount(Math.max(0, available))),
    };
  return null;
}

function wrongOf(fault: ApiError, model: ShopperModel): Wrong {
  const available = model.shown.value?.balance.available ?? 0;
  if (fault.code === 'adjustmentTooLarge')
    return {
      at: 'points',
      text: messages().ledger.onlyAvailable(formatCount(Math.max(0, available))),
    };
  if (fault.code === 'pointsOutOfRange') return { at: 'points', text: faultText(fault) };
  const at = FIELDS.find((field) => fault.errors.some(({ path }) => path === field));
  return { at: at ?? 'form', text: faultText(fault) };
}

function Direction({ draft, wrong }: { draft: Draft; wrong: Signal<Wrong | null> }): JSX.Element {
  const w = messages().ledger;
  const choose = (isDeducting: boolean): void => {
    draft.isDeducting.value = isDeducting;
    wrong.value = null;
  };
  return (
    <div class="segments" role="group" aria-label={w.direction}>
      {([false, true] as const).map((isDeducting) => (
        <button
          key={String(isDeducting)}
          type="button"
          aria-pressed={draft.isDeducting.value === isDeducting}
          onClick={() => choose(isDeducting)}
        >
          {isDeducting ? w.deduct : w.give}
        </button>
      ))}
    </div>
  );
}

function Fields(props: {
  draft: Draft;
  wrong: Signal<Wrong | null>;
  available: number;
  points: number;
}): JSX.Element {
  const { draft, wrong, available, points } = props;
  const w = messages();
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
      <TextField
        label={w.shopper.adjustPoints}
        inputMode="numeric"
        required
        autoFocus
        {...at('points')}
      />
      {isWhole(points) && (
        <p class={available + points < 0 ? 'preview low' : 'preview'} role="status">
          {w.ledger.preview(formatCount(available), formatBalance(available + points))}{' '}
          {available > 0 && available + points < 0 && (
            <button
              type="button"
              class="link"
              onClick={() => {
                draft.points.value = String(available);
                draft.isDeducting.value = true;
                wrong.value = null;
              }}
            >
              {w.ledger.deductAll(formatCount(available))}
            </button>
          )}
        </p>
      )}
      <TextField
        label={w.shopper.adjustReason}
        required
        maxLength={LIMITS.textLengthMax}
        {...at('reason')}
      />
      <AreaField label={w.shopper.adjustNote} maxLength={LIMITS.textLengthMax} {...at('note')} />
      <CheckField
        label={w.shopper.counts}
        checked={draft.counts.value}
        onValue={(isOn) => (draft.counts.value = isOn)}
      />
    </>
  );
}
