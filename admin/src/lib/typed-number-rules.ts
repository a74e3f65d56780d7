/** What is wrong with a number as it was typed, as the server would say it. */
export interface NumberFault {
  readonly code: 'notANumber' | 'notWhole' | 'notValid' | 'tooSmall' | 'tooLarge';
  readonly values?: Readonly<Record<string, number>>;
}

/**
 * A number as people write it; NaN for what is none. The digits of a Japanese keyboard are digits, its minus is one, and
 * a comma before three digits groups them, while any other stands for the point.
 */
export const numberTyped = (text: string): number => {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^[−‐–]/u, '-');
  const isGrouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u.test(plain);
  const pointed = isGrouped ? plain.replaceAll(',', '') : plain.replace(',', '.');
  return /^-?(?:\d+\.?\d*|\.\d+)$/u.test(pointed) ? Number(pointed) : Number.NaN;
};

/**
 * The same in smaller units, such as cents of dollars. Nothing is rounded but what a computer adds
 * when it multiplies: parts of a unit are kept, so that they are refused.
 */
export const unitsTyped = (text: string, scale: number): number => {
  const units = numberTyped(text) * scale;
  const whole = Math.round(units);
  return Math.abs(units - whole) < Math.max(1e-6, Math.abs(units) * 2 ** -50) ? whole : units;
};

/** Whole units within bounds, or why they are none, in the units it was typed in. */
export const wholeTyped = (
  text: string,
  bounds: { min: number; max: number; scale?: number },
): number | NumberFault => {
  const { min, max, scale = 1 } = bounds;
  const units = unitsTyped(text, scale);
  if (Number.isNaN(units)) return { code: 'notANumber' };
  if (units < min) return { code: 'tooSmall', values: { min: min / scale } };
  if (units > max) return { code: 'tooLarge', values: { max: max / scale } };
  if (Number.isInteger(units)) return units;
  // Of larger units a part may be written, but not every one.
  return { code: scale === 1 ? 'notWhole' : 'notValid' };
};
