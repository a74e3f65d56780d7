/** Money as it was typed, in minor units; undefined where it is no amount, or has more digits than the currency. */
export const minorTyped = (text: string, minorUnits: number): number | undefined => {
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/u.test(plain)) return undefined;
  const minor = Number((Number(plain) * minorUnits).toFixed(6));
  return Number.isInteger(minor) ? minor : undefined;
};

/** A share as it was typed in percent; null where nothing was, undefined where it is none. */
export const shareTyped = (text: string): number | null | undefined => {
  const plain = text.trim().replace(',', '.').replace(/\s*%$/u, '');
  if (plain === '') return null;
  if (!/^\d+(\.\d+)?$/u.test(plain)) return undefined;
  const share = Number((Number(plain) / 100).toFixed(6));
  return share <= 1 ? share : undefined;
};
