import { currencyDigits } from '@okaeri/shared/currencies';

/** `"18.00"` in dollars is 1800: text to minor units without floating point, or null when it is no price. */
export const minorFromDecimal = (price: string, currency: string): number | null => {
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(price.trim()) ?? [];
  if (whole === undefined || !/^[A-Z]{3}$/.test(currency)) return null;
  const digits = currencyDigits(currency);
  return Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
};
