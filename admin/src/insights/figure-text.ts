import { language, messages } from '../i18n/messages.ts';
import { formatDayIn } from '../lib/format.ts';

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

function percent(share: number, digits: number): string {
  return new Intl.NumberFormat(language.value, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share);
}
