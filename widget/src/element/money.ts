/** `"18.00"` in dollars is 1800: text to minor units without floating point, or null when it is no price. */
export const minorFromDecimal = (price: string, currency: string): number | null => {
  const parts = /^(\d{1,12})(?:\.(\d+))?$/.exec(price.trim());
  if (parts === null || !/^[A-Z]{3}$/.test(currency)) return null;
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const fraction = (parts[2] ?? '').slice(0, digits).padEnd(digits, '0');
  return Number(`${parts[1]}${fraction}`);
};
