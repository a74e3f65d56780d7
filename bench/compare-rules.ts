/** How one thing compares with another: the middle of what was measured in pairs, and how sure it is. */
export interface Comparison {
  readonly median: number;
  /** The median lies between these two in 95 of 100 such measurements. */
  readonly low: number;
  readonly high: number;
  /** Whether no difference at all would explain what was measured. */
  readonly isNoise: boolean;
}

/** Of the normal distribution: 95 of 100 lie within so many deviations. */
const DEVIATIONS = 1.96;

/**
 * Compares what was measured in pairs, each within the same second, so that whatever else the machine did fell on
 * both. The interval is of no assumed distribution: the ranks n/2 ± 1.96·√n/2 of the sorted ratios (Conover,
 * Practical Nonparametric Statistics, "Confidence interval for a quantile").
 *
 * @example comparePairs([100, 110, 90], [100, 100, 100]).median // 1
 */
export const comparePairs = (one: readonly number[], other: readonly number[]): Comparison => {
  const ratios = one.map((value, i) => value / (other[i] ?? value)).toSorted((a, b) => a - b);
  const half = ratios.length / 2;
  const spread = (DEVIATIONS * Math.sqrt(ratios.length)) / 2;
  const at = (rank: number): number =>
    ratios[Math.min(Math.max(rank, 0), ratios.length - 1)] ?? Number.NaN;
  const low = at(Math.floor(half - spread) - 1);
  const high = at(Math.ceil(half + spread) - 1);
  return { median: at(Math.floor(half)), low, high, isNoise: low <= 1 && high >= 1 };
};

/** The middle of some values: of an even number, the upper of the two. */
export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** One line of it, as a person reads it. */
export const comparisonText = (what: string, of: Comparison): string => {
  const [median, low, high] = [of.median, of.low, of.high].map((value) => value.toFixed(3));
  const verdict = of.isNoise ? 'noise' : of.median > 1 ? 'more' : 'less';
  return `${what}: ${median} (${low} to ${high}), ${verdict}`;
};
