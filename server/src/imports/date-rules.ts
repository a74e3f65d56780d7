import { DateTime } from 'luxon';
import { DAY_MS } from '../lib/clock.ts';

/** Which of two numbers is the day. */
export type DateOrder = 'dmy' | 'mdy';

export type ReadDate =
  | { readonly at: number }
  | { readonly fault: 'dateInvalid' | 'dateAmbiguous' | 'dateInFuture' };

const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(\d{1,2}:\d{2}(?::\d{2})?))?$/;
// As tools print them: ISO 8601 with a space and the zone in letters or hours, or the month in words.
const FORMATS = [
  "yyyy-MM-dd HH:mm:ss 'UTC'",
  'yyyy-MM-dd HH:mm:ss ZZZ',
  'yyyy-MM-dd HH:mm:ss ZZ',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  'yyyy/MM/dd HH:mm:ss',
  'yyyy/MM/dd HH:mm',
  'yyyy/MM/dd',
  'yyyy/M/d',
  'LLL d, yyyy',
  'LLLL d, yyyy',
  'd LLL yyyy',
  'd LLLL yyyy',
] as const;
/** Clocks of shops differ, and days begin earlier in the east. */
const AHEAD_MS = DAY_MS;

/** Characters of the longest date anybody writes: to look at more takes long and finds none. */
const DATE_LENGTH_MAX = 100;

const partsOf = (text: string): RegExpExecArray | null => NUMBERS.exec(text.trim());

/**
 * Which number is the day, where the dates themselves show it: one that is over 12. Null
 * where none does; both where they do not agree.
 */
export const orderIn = (dates: readonly string[]): DateOrder | 'both' | null => {
  let found: DateOrder | null = null;
  for (const text of dates) {
    const parts = partsOf(text);
    if (parts === null) continue;
    const [first, second] = [Number(parts[1]), Number(parts[2])];
    if (first <= 12 && second <= 12) continue;
    const here = first > 12 ? 'dmy' : 'mdy';
    if (found !== null && found !== here) return 'both';
    found = here;
  }
  return found;
};

const numbersDate = (parts: RegExpExecArray, order: DateOrder | null): number | null => {
  const [first, second, year] = [parts[1], parts[2], parts[3]].map(Number);
  // The same day in either order.
  const isSame = first === second;
  if (order === null && !isSame) return null;
  const [day, month] = order === 'mdy' ? [second, first] : [first, second];
  const [hour = 0, minute = 0, secondOf = 0] = (parts[4] ?? '').split(':').map(Number);
  const { millisecond: _none, ...time } = { hour, minute, second: secondOf, millisecond: 0 };
  const date = { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
  return DateTime.fromObject({ ...date, ...time }, { zone: 'utc' }).toMillis();
};

const IN_WORDS = { zone: 'utc', locale: 'en' } as const;
// Made once: to understand a format takes longer than to read a date by it.
const PARSERS = FORMATS.map((format) => DateTime.buildFormatParser(format, IN_WORDS));

const readAt = (text: string): number => {
  const iso = DateTime.fromISO(text, { zone: 'utc' });
  if (iso.isValid && /^\d{4}-\d{2}-\d{2}/.test(text)) return iso.toMillis();
  for (const parser of PARSERS) {
    const read = DateTime.fromFormatParser(text, parser, IN_WORDS);
    if (read.isValid) return read.toMillis();
  }
  return Number.NaN;
};

/** Reads a date of a file. Times without a zone are taken for UTC; what could be two days is none. */
export const readDate = (text: string, order: DateOrder | null, now: number): ReadDate => {
  const clean = text.trim();
  if (clean === '' || clean.length > DATE_LENGTH_MAX) return { fault: 'dateInvalid' };
  const parts = partsOf(clean);
  const at = parts === null ? readAt(clean) : numbersDate(parts, order);
  if (at === null) return { fault: 'dateAmbiguous' };
  if (Number.isNaN(at)) return { fault: 'dateInvalid' };
  return at > now + AHEAD_MS ? { fault: 'dateInFuture' } : { at };
};
