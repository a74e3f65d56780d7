import { currencyDigits, minorUnitsOf } from '@okaeri/shared/currencies';
import { language, messages } from '../i18n/messages.ts';
import { formatMoney } from '../lib/format.ts';

/** From so many units on an estimate is told without cents. */
const LARGE_UNITS = 100;

/** `$5k` */
export const shortMoney = (minor: number, currency: string): string =>
  new Intl.NumberFormat(language.value, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  })
    .format(minor / minorUnitsOf(currency))
    .replace('K', 'k')
    .replace(/^-/u, '−');

/** An estimate of money: a large one without the digits that nobody knows. */
export const money = (minor: number, currency: string): string => {
  const units = minorUnitsOf(currency);
  const isLarge = Math.abs(minor) >= LARGE_UNITS * units;
  const known = isLarge ? Math.round(minor / units) * units : Math.round(minor);
  return isLarge ? formatMoney(known, currency).replace(/^-/u, '−') : exactMoney(known, currency);
};

/** `$29.00`: in a column, where all have the same digits. */
export const exactMoney = (minor: number, currency: string): string =>
  new Intl.NumberFormat(language.value, {
    style: 'currency',
    currency,
    // As shops there write it: `500円`.
    currencyDisplay: language.value === 'ja' && currency === 'JPY' ? 'name' : 'symbol',
    minimumFractionDigits: currencyDigits(currency),
    maximumFractionDigits: currencyDigits(currency),
  })
    .format(minor / minorUnitsOf(currency))
    .replace(/^-/u, '−');

/** `$3,620–$4,190` */
export const moneyRange = (low: number, high: number, currency: string): string =>
  messages().insights.range(money(low, currency), money(high, currency));

/** `+$2.80`, `−$480` */
export const signedMoney = (minor: number, currency: string): string =>
  `${Math.round(minor) > 0 ? '+' : ''}${money(minor, currency)}`;

/** `$57.47–$65.68`: in a column. */
export const exactMoneyRange = (low: number, high: number, currency: string): string =>
  messages().insights.range(exactMoney(low, currency), exactMoney(high, currency));

/** `−$2.58 to +$8.18` */
export const signedMoneyRange = (low: number, high: number, currency: string): string =>
  messages().insights.fromTo(signedMoney(low, currency), signedMoney(high, currency));

/** `+2.8`: points of a share. */
export const points = (difference: number): string => {
  const text = new Intl.NumberFormat(language.value, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(difference * 100);
  return text.replace('-', '−');
};

/** `−1.9 to +7.2` */
export const pointsRange = (low: number, high: number): string =>
  messages().insights.fromTo(points(low), points(high));
