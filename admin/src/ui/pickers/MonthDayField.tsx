import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { Plus, X } from 'lucide';
import { language } from '../../i18n/messages.ts';
import { pickerWords } from '../../i18n/picker-words.ts';
import { Button } from '../Button.tsx';
import './pickers.css';

/** How many days each month can have. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DATES_MAX = 12;

/** Days of the year, such as March 31, each by its month and day. */
export const MonthDayField = (props: {
  label: string;
  /** As `03-31`. */
  value: readonly string[];
  fault?: string | null | undefined;
  onValue: (value: readonly string[]) => void;
}): JSX.Element => {
  const { label, value, fault, onValue } = props;
  const id = useId();
  const w = pickerWords();
  const set = (i: number, next: string | null): void =>
    onValue(
      next === null
        ? value.filter((_, j) => j !== i)
        : value.map((one, j) => (j === i ? next : one)),
    );
  return (
    <div class="field picks-field" role="group" aria-labelledby={id}>
      <span class="label" id={id}>
        {label}
      </span>
      <ul class="month-days">
        {value.map((one, i) => (
          <li key={i}>
            <MonthDay label={label} value={one} onValue={(next) => set(i, next)} />
            {value.length > 1 && (
              <Button
                kind="quiet"
                icon={X}
                aria-label={w.remove(one)}
                onClick={() => set(i, null)}
              />
            )}
          </li>
        ))}
      </ul>
      {value.length < DATES_MAX && (
        <div class="row">
          <Button icon={Plus} onClick={() => onValue([...value, '12-31'])}>
            {w.addDate}
          </Button>
        </div>
      )}
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
};

function MonthDay(props: {
  label: string;
  value: string;
  onValue: (value: string) => void;
}): JSX.Element {
  const { label, value, onValue } = props;
  const w = pickerWords();
  const [month = 1, day = 1] = value.split('-').map(Number);
  const pad = (of: number): string => String(of).padStart(2, '0');
  const set = (nextMonth: number, nextDay: number): void =>
    onValue(`${pad(nextMonth)}-${pad(Math.min(nextDay, LENGTHS[nextMonth - 1] ?? 31))}`);
  return (
    <>
      <select
        aria-label={w.month(label)}
        value={month}
        onChange={({ currentTarget }) => set(Number(currentTarget.value), day)}
      >
        {LENGTHS.map((_, i) => (
          <option key={i} value={i + 1}>
            {monthName(i + 1)}
          </option>
        ))}
      </select>
      <select
        aria-label={w.day(label)}
        value={day}
        onChange={({ currentTarget }) => set(month, Number(currentTarget.value))}
      >
        {Array.from({ length: LENGTHS[month - 1] ?? 31 }, (_, i) => (
          <option key={i} value={i + 1}>
            {i + 1}
          </option>
        ))}
      </select>
    </>
  );
}

/** What a month is called. */
export function monthName(month: number): string {
  return new Intl.DateTimeFormat(language.value, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, month - 1, 1),
  );
}
