import { language, messages } from '../i18n/messages.ts';
import { formatDayIn } from '../lib/format.ts';

const QUARTER_MONTHS = 3;
const DAY_MS = 86_400_000;

/** `14.8%` */
export const shareText = (share: number): string => percent(share, 1);

/** `15%`: where a cell has room for no more. */
export const wholeShareText = (share: number): string => percent(share, 0);

/** `11.5–18.8%` */
export const shareRange = (low: number, high: number): string =>
  messages().insights.range(
    new Intl.NumberFormat(language.value, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(low * 100),
    percent(high, 1),
  );

/** `68–84`; of an interval whose end is not known, `from 68`. */
export const daysRange = (low: number | null, high: number | null): string => {
  const w = messages().insights;
  if (low === null) return '';
  return high === null ? w.daysFrom(low) : w.range(String(low), String(high));
};

/** `Nov 28, 2026`, of a local day of the shop. */
export const dayText = (day: string): string => formatDayIn(`${day}T00:00:00Z`, 'UTC');

/** `Apr–Jun 2026`, of `2026Q2`. */
export const periodText = (period: string): string => {
  const year = period.slice(0, 4);
  const first = (Number(period.slice(5)) - 1) * QUARTER_MONTHS;
  const name = (index: number): string =>
    new Intl.DateTimeFormat(language.value, { timeZone: 'UTC', month: 'short' }).format(
      new Date(Date.UTC(Number(year), index)),
    );
  return messages().insights.quarter(year, name(first), name(first + QUARTER_MONTHS - 1));
};

/** The local day so many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

function percent(share: number, digits: number): string {
  return new Intl.NumberFormat(language.value, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share);
}

/** `12.5k` */
export const shortCount = (count: number): string =>
  new Intl.NumberFormat(language.value, {
    notation: 'compact',
    minimumFractionDigits: count >= (language.value === 'ja' ? 10_000 : 1000) ? 1 : 0,
    maximumFractionDigits: 1,
  })
    .format(count)
    .replace('K', 'k');

/** `43.2`: an expected number. */
export const oneDecimal = (value: number): string =>
  new Intl.NumberFormat(language.value, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value);
