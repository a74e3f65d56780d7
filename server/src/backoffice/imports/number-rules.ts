import type { DecimalMark } from '@okaeri/shared/imports';

/** A number in plain form, such as `-1234.5`; or that it could be two; or undefined, where it is none. */
export type ReadNumber = { readonly plain: string } | 'ambiguous' | undefined;

// Thousands are set apart by threes, and in India by twos above the first three digits.
const GROUPED = String.raw`[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})*,\d{3}`;
const WITH_POINT = new RegExp(String.raw`^[-+]?(?:${GROUPED}|\d{1,15})(?:\.\d{1,30})?$`);

/** Blanks, apostrophes and low lines set thousands apart, too, and are no decimal mark anywhere. */
const APART = /[\s'’_](?=\d{3}(?!\d))/gu;

const MARKS = ['point', 'comma'] as const;

/** Characters of the longest number anybody writes. */
const NUMBER_LENGTH_MAX = 60;

/**
 * Which mark the numbers of a file have, where they show it: `12.50` can be read one way only, `1,234` two
 * ways. Null where none does; both where they do not agree.
 */
export const markIn = (numbers: readonly string[]): DecimalMark | 'both' | null => {
  let found: DecimalMark | null = null;
  for (const text of numbers) {
    const readings = readingsOf(text);
    const [only] = readings;
    if (only === undefined || readings.length > 1) continue;
    if (found !== null && found !== only.mark) return 'both';
    found = only.mark;
  }
  return found;
};

/** Reads a number of a file. What could be two numbers is none until somebody has said the mark. */
export const readNumber = (text: string, mark: DecimalMark | null): ReadNumber => {
  const readings = readingsOf(text);
  const said = mark === null ? readings : readings.filter((one) => one.mark === mark);
  const [first, second] = said;
  if (first === undefined) return undefined;
  return second === undefined || second.plain === first.plain
    ? { plain: first.plain }
    : 'ambiguous';
};

interface Reading {
  readonly mark: DecimalMark;
  readonly plain: string;
}

function readingsOf(text: string): readonly Reading[] {
  const joined = text.trim();
  if (joined.length > NUMBER_LENGTH_MAX) return [];
  const signs = joined.replaceAll(APART, '');
  return MARKS.flatMap((mark) => {
    const asPoint = mark === 'point' ? signs : swapped(signs);
    if (!WITH_POINT.test(asPoint)) return [];
    return [{ mark, plain: asPoint.replace('+', '').replaceAll(',', '') }];
  });
}

function swapped(text: string): string {
  return text.replaceAll(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
}
