import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import type { WithholdReason } from '@okaeri/shared/reviews';
import { WITHHOLD_REASONS } from '@okaeri/shared/withhold-reasons';
import { messages } from '../i18n/messages.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { AreaField } from './Field.tsx';

interface Props {
  onClose: () => void;
  onReason: (reason: WithholdReason, note: string) => void;
}

/**
 * Why something is withheld: its author reads it, so that nothing is chosen for the person who decides. A digit
 * chooses and Enter confirms, so that the hand stays on the keys.
 */
export const WithholdDialog = ({ onClose, onReason }: Props): JSX.Element => {
  const reason = useSignal<WithholdReason | null>(null);
  const note = useSignal('');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const w = messages();
  const onKey = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLTextAreaElement) return;
    const digit = '1234567890'.indexOf(event.key);
    const chosen = digit < 0 ? undefined : WITHHOLD_REASONS[digit];
    if (chosen !== undefined) reason.value = chosen;
    // From the list, Enter does what was chosen; on a button it is the button's.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && reason.value !== null)
      onReason(reason.value, note.value);
  };
  return (
    <Dialog
      title={w.reviews.whyTitle}
      onClose={onClose}
      onKey={onKey}
      actions={
        <>
          <Button onClick={onClose}>{w.app.cancel}</Button>
          <Button
            kind="danger"
            blocked={reason.value === null && w.reviews.whyNone}
            onClick={() => reason.value !== null && onReason(reason.value, note.value)}
          >
            {w.reviews.confirmWithhold}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p class="quiet">{w.reviews.whyText}</p>
        <fieldset class="choices">
          <legend class="hidden">{w.reviews.whyTitle}</legend>
          {WITHHOLD_REASONS.map((one, i) => (
            <label key={one} class="check">
              <input
                ref={i === 0 ? first : null}
                type="radio"
                name="reason"
                checked={reason.value === one}
                onChange={() => (reason.value = one)}
              />
              <span>{w.reasons[one]}</span>
              <kbd>{(i + 1) % 10}</kbd>
            </label>
          ))}
        </fieldset>
        <AreaField
          label={w.reviews.note}
          maxLength={LIMITS.textLengthMax}
          value={note.value}
          onValue={(text) => (note.value = text)}
        />
      </div>
    </Dialog>
  );
};
