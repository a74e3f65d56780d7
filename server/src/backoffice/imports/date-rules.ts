import { DateTime } from 'luxon';
import type { DateOrder } from '@okaeri/shared/imports';
import { DAY_MS } from '../../platform/lib/clock.ts';
import {
  ordersIn,
  partsOf,
  readingsOf,
  timeOf,
  wordsDay,
  type Day,
  type DateStyle,
} from './day-rules.ts';

export type ReadDate =
  | { readonly at: number }
  | { readonly fault: 'dateInvalid' | 'dateAmbiguous' | 'dateInFuture' };

// As tools print them: ISO 8601 with a space and the zone in letters or hours.
const FORMATS = [
  "yyyy-MM-dd HH:mm:ss 'UTC'",
  'yyyy-MM-dd HH:mm:ss ZZZ',
  'yyyy-MM-dd HH:mm:ss ZZ',
] as const;
/** Clocks of shops differ, and days begin earlier in the east. */
const AHEAD_MS = DAY_MS;

/** Characters of the longest date anybody writes: to look at more takes long and finds none. */
const DATE_LENGTH_MAX = 100;

/** Excel counts days from the end of 1899; these are days of 1954 to 2119, and no years or instants. */
const SERIAL = /^\d{5}(?:\.\d{1,15})?$/;
const SERIAL_MIN = 20_000;
const SERIAL_MAX = 80_000;
/** The number of 1970-01-01. */
const SERIAL_EPOCH = 25_569;
const DAY_SECONDS = 86_400;

/**
 * How the days of a column are written, where they show it: which number is the day, or that they are all
 * numbers of days as Excel counts them. Null where none does; both where they do not agree.
 */
export const styleIn = (dates: readonly string[]): DateStyle | 'both' | null => {
  const said = dates.filter((text) => text.trim() !== '');
  if (said.length > 0 && said.every((text) => serialOf(text) !== undefined)) return 'serial';
  return ordersIn(said);
};

/** The instant of a number of days as Excel counts them (the 1900 system), to the second. */
export const serialInstant = (serial: number): number =>
  Math.round((serial - SERIAL_EPOCH) * DAY_SECONDS) * 1000;

/** Reads a date of a file. Times without a zone are taken for UTC; what could be two days is none. */
export const readDate = (text: string, style: DateStyle | null, now: number): ReadDate => {
  const clean = text.trim();
  if (clean === '' || clean.length > DATE_LENGTH_MAX) return { fault: 'dateInvalid' };
  const serial = style === 'serial' ? serialOf(clean) : undefined;
  const order = style === 'serial' ? null : style;
  const at = serial === undefined ? readAt(clean, order) : serialInstant(serial);
  if (at === null) return { fault: 'dateAmbiguous' };
  if (Number.isNaN(at)) return { fault: 'dateInvalid' };
  return at > now + AHEAD_MS ? { fault: 'dateInFuture' } : { at };
};

/** The number of days that a text is, where it can be one. */
export const serialOf = (text: string): number | undefined => {
  const serial = SERIAL.test(text.trim()) ? Number(text) : Number.NaN;
  return serial >= SERIAL_MIN && serial < SERIAL_MAX ? serial : undefined;
};

const IN_WORDS = { zone: 'utc', locale: 'en' } as const;
// Made once: to understand a format takes longer than to read a date by it.
const PARSERS = FORMATS.map((format) => DateTime.buildFormatParser(format, IN_WORDS));

/** Null where it could be two. */
function readAt(text: string, order: DateOrder | null): number | null {
  const parts = partsOf(text);
  if (parts !== undefined) return numbersAt(text, order, parts.time);
  const word = wordsDay(text);
  if (word !== undefined) return instantOf(word.day, word.time);
  return printedAt(text);
}

function numbersAt(text: string, order: DateOrder | null, time: string): number | null {
  const readings = readingsOf(text).filter((one) => order === null || one.order === order);
  const found = new Set(readings.map(({ day }) => instantOf(day, time)));
  if (found.size > 1) return null;
  const [only = Number.NaN] = found;
  return only;
}

function instantOf(day: Day, time: string): number {
  const offset = timeOf(time);
  return offset === undefined || day.year === null
    ? Number.NaN
    : Date.UTC(day.year, day.month - 1, day.day) + offset;
}

function printedAt(text: string): number {
  const iso = DateTime.fromISO(text, { zone: 'utc' });
  if (iso.isValid && /^\d{4}-\d{2}-\d{2}/.test(text)) return iso.toMillis();
  for (const parser of PARSERS) {
    const read = DateTime.fromFormatParser(text, parser, IN_WORDS);
    if (read.isValid) return read.toMillis();
  }
  return Number.NaN;
}
