/** A fraction of integers that may pass 2^53 on the way. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** floor(amount × numerator ÷ denominator) of whole numbers that are not negative, exactly. */
export const floorPortion = (amount: number, numerator: number, denominator: number): number => {
  const product = amount * numerator;
  // Below 2^53 the product is exact, and so is its remainder; beyond, the exact way is slower.
  if (product > Number.MAX_SAFE_INTEGER) return floorOf(portion(amount, numerator, denominator));
  return (product - (product % denominator)) / denominator;
};

/** ceil(amount × numerator ÷ denominator), likewise. */
export const ceilPortion = (amount: number, numerator: number, denominator: number): number => {
  const product = amount * numerator;
  if (product > Number.MAX_SAFE_INTEGER) return ceilOf(portion(amount, numerator, denominator));
  const remainder = product % denominator;
  return (product - remainder) / denominator + (remainder > 0 ? 1 : 0);
};

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

/** The shares of a split: each part's floor, and what remained of it, as a fraction of the same whole. */
interface Share {
  readonly part: number;
  readonly remainder: number | bigint;
  readonly index: number;
}

/**
 * Splits a whole over weights so that the parts sum to it exactly: each gets the
 * floor of its share, and what is left goes one by one to the largest remainders,
 * earlier parts first on a tie (the method of Hare and Niemeyer).
 */
export const splitByLargestRemainder = (
  whole: number,
  weights: readonly number[],
): readonly number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const isSmall = whole * total <= Number.MAX_SAFE_INTEGER;
  const shares = isSmall ? smallShares(whole, weights, total) : largeShares(whole, weights);
  const parts = shares.map(({ part }) => part);
  const left = whole - parts.reduce((sum, part) => sum + part, 0);
  if (left === 0) return parts;
  const byRemainder = shares.sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
};

/** Exact in plain numbers: every product is below 2^53, and so is its remainder. */
function smallShares(whole: number, weights: readonly number[], total: number): Share[] {
  return weights.map((weight, index) => {
    const product = whole * weight;
    const remainder = product % total;
    return { part: (product - remainder) / total, remainder, index };
  });
}

function largeShares(whole: number, weights: readonly number[]): Share[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  return weights.map((weight, index) => {
    const product = BigInt(whole) * BigInt(weight);
    return { part: Number(product / total), remainder: product % total, index };
  });
}
