import { twoSidedP, wilson, Z_95, type Interval } from '../../../platform/lib/interval-rules.ts';
import { studentQuantile, studentTwoSidedP } from './student-rules.ts';

/*
 * Two groups beside each other: shares by Newcombe, means by Welch, and whether groups are as they were drawn. What is
 * compared decides what may be said: only groups that were drawn by lot show an effect (E71).
 */

/** How many of a group did something. */
export interface Part {
  readonly count: number;
  readonly of: number;
}

/** A group's values, as far as their mean is known from it. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Of the values, with n − 1. */
  readonly variance: number;
}

export interface Difference extends Interval {
  readonly difference: number;
}

export interface MeanDifference extends Difference {
  readonly deviation: number;
  readonly freedom: number;
  readonly p: number;
}

/** The difference of two shares: Newcombe's hybrid of Wilson's intervals (Statistics in Medicine 17, 1998, method 10). */
export const newcombe = (a: Part, b: Part, z = Z_95): Difference => {
  const [shareA, shareB] = [a.count / a.of, b.count / b.of];
  const [inA, inB] = [wilson(a.count, a.of, z), wilson(b.count, b.of, z)];
  const difference = shareA - shareB;
  return {
    difference,
    low: difference - Math.hypot(shareA - inA.low, inB.high - shareB),
    high: difference + Math.hypot(inA.high - shareA, shareB - inB.low),
  };
};

/** The difference of two means, by Welch (Biometrika 34, 1947); null where a group is too small or nothing varies. */
export const welch = (a: Moments, b: Moments): MeanDifference | null => {
  if (a.n < 2 || b.n < 2) return null;
  const [ofA, ofB] = [a.variance / a.n, b.variance / b.n];
  const square = ofA + ofB;
  if (!(square > 0)) return null;
  const freedom = square ** 2 / (ofA ** 2 / (a.n - 1) + ofB ** 2 / (b.n - 1));
  const deviation = Math.sqrt(square);
  const difference = a.mean - b.mean;
  const spread = studentQuantile(freedom) * deviation;
  return {
    difference,
    deviation,
    freedom,
    low: difference - spread,
    high: difference + spread,
    p: studentTwoSidedP(difference / deviation, freedom),
  };
};

/** By what part the first mean lies above the second, by the delta method; null where the second is not above 0. */
export const relativeOf = (a: Moments, b: Moments): Difference | null => {
  const between = welch(a, b);
  if (between === null || !(b.mean > 0)) return null;
  const square = a.variance / a.n / b.mean ** 2 + (b.variance / b.n) * (a.mean / b.mean ** 2) ** 2;
  const difference = between.difference / b.mean;
  const spread = studentQuantile(between.freedom) * Math.sqrt(square);
  return { difference, low: difference - spread, high: difference + spread };
};

/** The mean of values with Student's interval; null of fewer than two. */
export const meanWithin = ({
  n,
  mean,
  variance,
}: Moments): (Interval & { value: number }) | null => {
  if (n < 2) return null;
  const spread = studentQuantile(n - 1) * Math.sqrt(variance / n);
  return { value: mean, low: mean - spread, high: mean + spread };
};

/** Moments of values, added up in their order of size, so that no other order shows in the last digits. */
export const momentsOf = (values: readonly number[]): Moments => {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 };
};

/** Groups that are drawn as badly as this once in a thousand times were not drawn so. */
const MISMATCH_P = 0.001;

/** Whether as many are held as were to be held: χ² of one degree of freedom, and how likely it is by chance. */
export const armsFit = (
  { treated, held }: { readonly treated: number; readonly held: number },
  heldShare: number,
): { readonly chiSquare: number; readonly p: number; readonly fits: boolean } => {
  const all = treated + held;
  const expected = all * heldShare;
  const chiSquare = (held - expected) ** 2 / expected + (held - expected) ** 2 / (all - expected);
  const p = twoSidedP(Math.sqrt(chiSquare));
  return { chiSquare, p, fits: p >= MISMATCH_P };
};

/** The quantile of the normal distribution below which 80 % lie: a difference of this size is found as often. */
const Z_POWER = 0.841_621_233_572_914;

/** The smallest difference of shares that 80 of 100 experiments of this size would find, where that share is usual. */
export const smallestEffect = (
  { treated, held }: { readonly treated: number; readonly held: number },
  share: number,
): number => (Z_95 + Z_POWER) * Math.sqrt(share * (1 - share) * (1 / treated + 1 / held));
