import { wholeTyped } from '../lib/typed-number-rules.ts';

const MILLION = 1_000_000;

/** Money as it was typed, in minor units; undefined where it is no amount, or has more digits than the currency. */
export const minorTyped = (text: string, minorUnits: number): number | undefined => {
  const minor = wholeTyped(text, { min: 0, max: Number.MAX_SAFE_INTEGER, scale: minorUnits });
  return typeof minor === 'number' ? minor : undefined;
};

/** A share as it was typed in percent; null where nothing was, undefined where it is none. */
export const shareTyped = (text: string): number | null | undefined => {
  const plain = text.trim().replace(/\s*[%％]$/u, '');
  if (plain === '') return null;
  const ppm = wholeTyped(plain, { min: 0, max: MILLION, scale: MILLION / 100 });
  return typeof ppm === 'number' ? ppm / MILLION : undefined;
};
