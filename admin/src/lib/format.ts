import { formatMoney as formatMoneyIn } from '@okaeri/shared/money-format';
import { language } from '../i18n/messages.ts';
import { placeOfTimes, shopNow } from './shop-clock.ts';

/** The same with its sign: `+1,234`. */
export const formatSigned = (count: number): string =>
  `${count > 0 ? '+' : count < 0 ? '−' : ''}${formatCount(Math.abs(count))}`;

/** `1,234` as the language writes it. */
export const formatCount = (count: number): string =>
  new Intl.NumberFormat(language.value).format(count);

/** `Nov 22, 2026`, by the shop's calendar. */
export const formatDay = (iso: string): string => formatDayIn(iso, placeOfTimes());

/** The same by the calendar of a place; by the reader's where it is not known. */
export const formatDayIn = (iso: string, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat(language.value, { dateStyle: dayStyle(), timeZone }).format(
    new Date(iso),
  );

/** `Nov 22, 2026, 9:31 AM`, by the shop's clock. */
export const formatTime = (iso: string): string => formatTimeIn(iso, placeOfTimes());

/** The same by the clock of a place; by the reader's where it is not known. */
export const formatTimeIn = (iso: string, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat(language.value, {
    dateStyle: dayStyle(),
    timeStyle: 'short',
    timeZone,
  }).format(new Date(iso));

/** A day as people write it: `2026/11/22` is a form's, `2026年11月22日` a sentence's. */
function dayStyle(): 'medium' | 'long' {
  return language.value === 'ja' ? 'long' : 'medium';
}

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
const MONTH_DAYS = 30;

/**
 * `3 hours ago` by the shop's clock, or by the server's where that noted it (`Date.now()`); further back than a month, the day.
 * What has happened is never told as to come, however far two clocks are apart.
 */
export const formatAgo = (iso: string, now: number = shopNow()): string => {
  const ms = Math.min(0, Date.parse(iso) - now);
  const form = new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' });
  // In Japanese no space stands between a number and what it counts.
  const relative = (count: number, unit: 'day' | 'hour' | 'minute'): string =>
    form.format(count, unit).replace(/(\d) (?=\p{Script=Han})/u, '$1');
  for (const [unit, length] of STEPS) {
    const count = Math.trunc(ms / length);
    if (unit === 'day' && Math.abs(count) >= MONTH_DAYS) return formatDay(iso);
    if (count !== 0) return relative(count, unit);
  }
  return relative(0, 'minute');
};

/** `¥500`: money from minor units. */
export const formatMoney = (minor: number, currency: string): string =>
  formatMoneyIn(minor, currency, language.value);

/** `1.2%` */
export const formatShare = (share: number): string =>
  new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 1 }).format(
    share,
  );

/** `1.2K`: a number for an axis. */
export const formatShort = (count: number): string =>
  new Intl.NumberFormat(language.value, { notation: 'compact', maximumFractionDigits: 1 }).format(
    count,
  );

/** `Owner, Manager`, as the language writes it. */
export const formatList = (of: readonly string[]): string =>
  new Intl.ListFormat(language.value, { type: 'unit' }).format(of);

/** `November 2026`, `Nov 2026`, or `Nov`, of `2026-11`. */
export const formatMonth = (month: string, length: 'long' | 'medium' | 'short'): string =>
  new Intl.DateTimeFormat(language.value, {
    timeZone: 'UTC',
    month: length === 'long' ? 'long' : 'short',
    ...(length === 'short' ? {} : { year: 'numeric' }),
  }).format(new Date(`${month}-01T00:00:00Z`));

/** A number of bytes as people say it: `1.2 MB`. */
export const formatBytes = (count: number): string => {
  const isLarge = count >= 1_000_000;
  return new Intl.NumberFormat(language.value, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? count / 1_000_000 : count / 1000);
};

/** `Nov 22`: the year is left out where it is the present one. */
export const formatDayShort = (iso: string, now: number = shopNow()): string => {
  const timeZone = placeOfTimes();
  const write = (at: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language.value, { ...options, timeZone }).format(at);
  const at = Date.parse(iso);
  const isThisYear = write(at, { year: 'numeric' }) === write(now, { year: 'numeric' });
  return write(at, {
    month: 'short',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
};

/** `09:31`, by the shop's clock. */
export const formatClock = (iso: string): string =>
  new Intl.DateTimeFormat(language.value, {
    timeStyle: 'short',
    timeZone: placeOfTimes(),
  }).format(new Date(iso));

/** `1,234`, `−1,234`: with the minus of a book. */
export const formatBalance = (count: number): string =>
  count < 0 ? formatSigned(count) : formatCount(count);
