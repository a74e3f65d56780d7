import { currencyDigits } from '@okaeri/shared/currencies';

/** `"18.00"` in dollars is 1800: text to minor units without floating point, or null when it is no price. */
export const minorFromDecimal = (price: string, currency: string): number | null => {
  const parts = /^(\d{1,12})(?:\.(\d+))?$/.exec(price.trim());
  if (parts === null || !/^[A-Z]{3}$/.test(currency)) return null;
  const digits = currencyDigits(currency);
  const fraction = (parts[2] ?? '').slice(0, digits).padEnd(digits, '0');
  return Number(`${parts[1]}${fraction}`);
};
