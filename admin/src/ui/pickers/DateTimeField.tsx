import { useId } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { fromWallTime, toWallTime } from '@okaeri/shared/wall-time';
import { pickerWords } from '../../i18n/picker-words.ts';
import { PickerNote } from './PickerNote.tsx';
import { cityOf } from './zone-rules.ts';
import './pickers.css';

/** A day and a time in one time zone, which stands beside them. */
export const DateTimeField = (props: {
  label: string;
  /** An instant; null for none. */
  value: string | null;
  timeZone: string | undefined;
  hint?: string | undefined;
  fault?: string | null | undefined;
  onValue: (value: string | null) => void;
}): JSX.Element => {
  const { label, value, timeZone, hint, fault, onValue } = props;
  const id = useId();
  const w = pickerWords();
  const known =
    value === null || Number.isNaN(Date.parse(value)) ? '' : toWallTime(value, timeZone);
  const [knownDay = '', knownTime = ''] = known.split('T');
  // Half of it is no time yet: it waits here for the other half.
  const typed = useSignal<{ day?: string; time?: string }>({});
  const day = typed.value.day ?? knownDay;
  const time = typed.value.time ?? knownTime;
  const set = (next: { day: string; time: string }): void => {
    const instant = fromWallTime(`${next.day}T${next.time}`, timeZone);
    typed.value = instant === undefined ? next : {};
    if (instant !== undefined) onValue(instant);
    else if (next.day === '' && next.time === '') onValue(null);
  };
  const zone = timeZone === undefined ? undefined : cityOf(timeZone);
  return (
    <fieldset class="field date-time" aria-describedby={`${id}-hint`}>
      <legend>{label}</legend>
      <div class="date-time-parts">
        <input
          type="date"
          aria-label={w.date(label)}
          aria-invalid={fault ? 'true' : undefined}
          value={day}
          onInput={({ currentTarget }) =>
            set({ day: currentTarget.value, time: time === '' ? '00:00' : time })
          }
        />
        <input
          type="time"
          aria-label={w.time(label)}
          aria-invalid={fault ? 'true' : undefined}
          value={time}
          onInput={({ currentTarget }) => set({ day, time: currentTarget.value })}
        />
      </div>
      {zone !== undefined && <p class="hint">{w.inZone(zone)}</p>}
      <PickerNote id={`${id}-hint`} hint={hint} fault={fault} />
    </fieldset>
  );
};
