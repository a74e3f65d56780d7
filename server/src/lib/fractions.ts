/** A fraction of integers that may pass 2^53 on the way. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** floor(numerator / denominator) for values that are not negative. */
export const floorOf = ({ numerator, denominator }: Fraction): number =>
  Number(numerator / denominator);

/** ceil(numerator / denominator) for values that are not negative. */
export const ceilOf = ({ numerator, denominator }: Fraction): number =>
  Number((numerator + denominator - 1n) / denominator);

/** The nearest whole number, halves up, for values that are not negative. */
export const roundOf = ({ numerator, denominator }: Fraction): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

/** amount × numerator ÷ denominator, exactly, before any rounding. */
export const portion = (amount: number, numerator: number, denominator: number): Fraction => ({
  numerator: BigInt(amount) * BigInt(numerator),
  denominator: BigInt(denominator),
});

/**
 * Splits a whole over weights so that the parts sum to it exactly: each gets the
 * floor of its share, and what is left goes one by one to the largest remainders,
 * earlier parts first on a tie (the method of Hare and Niemeyer).
 */
export const splitByLargestRemainder = (
  whole: number,
  weights: readonly number[],
): readonly number[] => {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(whole) * BigInt(weight));
  const parts = exact.map((value) => Number(value / total));
  const left = whole - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ remainder: value % total, index }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
};
