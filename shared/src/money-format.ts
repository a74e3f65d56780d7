import { currencyDigits } from './currencies.ts';

/**
 * Money from minor units, without cents where there are none to show: `$5`, `$5.50`, `¥500`, and in Japanese `500円`,
 * as shops there write it. The digits are those of ISO 4217, which browsers do not all know.
 */
export const formatMoney = (minor: number, currency: string, language: string): string => {
  const digits = currencyDigits(currency);
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: language === 'ja' && currency === 'JPY' ? 'name' : 'symbol',
    minimumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(minor / 10 ** digits);
};
