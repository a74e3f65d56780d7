import type { DateOrder } from '@okaeri/shared/imports';
import { serialInstant, serialOf } from './date-rules.ts';
import { commonOrder, dayOf, readingsOf, wordsDay, type DateStyle, type Day } from './day-rules.ts';

/** A birthday as it is kept, `02-29`; or that it could be two days; or undefined, where it is none. */
export type ReadBirthday = { readonly monthDay: string } | 'ambiguous' | undefined;

/** How the birthdays of a file are written, where they show it; null where they do not, or do not agree. */
export const birthdayStyleIn = (birthdays: readonly string[]): DateStyle | null => {
  const said = birthdays.filter((text) => text !== '');
  if (said.length > 0 && said.every((text) => serialOf(text) !== undefined)) return 'serial';
  const order = commonOrder(said.map((text) => possible(text).map((one) => one.order)));
  return order === 'both' ? null : order;
};

/**
 * Month and day of `1990-02-28`, `02-28`, `2月28日`, `28.02.1990`, `2/28/90`, `28-Feb-1990` or `28 February`.
 * Of `03/04/1990` somebody has to say which is the day.
 */
export const readBirthday = (text: string, style: DateStyle | null): ReadBirthday => {
  const serial = style === 'serial' ? serialOf(text) : undefined;
  if (serial !== undefined)
    return { monthDay: new Date(serialInstant(serial)).toISOString().slice(5, 10) };
  const plain = plainDay(text);
  if (plain !== undefined) return { monthDay: monthDayOf(plain) };
  const readings = possible(text).filter(
    ({ order }) => style === null || style === 'serial' || order === style,
  );
  const days = new Set(readings.map(({ day }) => monthDayOf(day)));
  const [only] = days;
  if (only === undefined) return undefined;
  return days.size === 1 ? { monthDay: only } : 'ambiguous';
};

/** Month and day without a year, as they are kept here, and as vCard has them (RFC 6350). */
const MONTH_DAY = /^(?:--)?(\d{1,2})-(\d{1,2})$/;
const JAPANESE = /^(\d{1,2})月(\d{1,2})日?$/;
const TWO_NUMBERS = /^(\d{1,2})[/.](\d{1,2})\.?$/;

function possible(text: string): readonly { readonly order: DateOrder; readonly day: Day }[] {
  const [, first, second = ''] = TWO_NUMBERS.exec(text) ?? [];
  if (first === undefined) return readingsOf(text);
  const asked = [
    ['dmy', dayOf(undefined, second, first)],
    ['mdy', dayOf(undefined, first, second)],
  ] as const;
  return asked.flatMap(([order, day]) => (day === undefined ? [] : [{ order, day }]));
}

function plainDay(text: string): Day | undefined {
  const [, month, day = ''] = MONTH_DAY.exec(text) ?? JAPANESE.exec(text) ?? [];
  if (month !== undefined) return dayOf(undefined, month, day);
  // With a time and a zone behind it, only the day counts.
  return wordsDay(text.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1'))?.day;
}

function monthDayOf({ month, day }: Day): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
