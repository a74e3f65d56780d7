import { SURVEY_ANSWERS_MIN } from '@okaeri/shared/survey-checks';
import { tQuantile95, twoSidedP, wilson, Z_95 } from '../../platform/lib/interval-rules.ts';

/** How often each value was given. Where a value does not stand, nobody gave it. */
export type Histogram = ReadonlyMap<number, number>;

/** A score with its 95 % interval, and what a change of it is computed of. */
export interface Estimate {
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The value the interval stands around: of NPS and shares the adjusted one. */
  readonly centre: number;
  /** Of the centre. */
  readonly variance: number;
}

export interface NpsEstimate extends Estimate {
  readonly promoters: number;
  readonly detractors: number;
}

/** A change between two estimates; `p` of there being none. */
export interface Change {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/** Whether enough have answered for a score to be said (E40). */
export const isEnough = (n: number): boolean => n >= SURVEY_ANSWERS_MIN;

/** How many answers a histogram holds. */
export const countOf = (histogram: Histogram): number =>
  [...histogram.values()].reduce((sum, count) => sum + count, 0);

const countWhere = (histogram: Histogram, fits: (value: number) => boolean): number =>
  [...histogram].reduce((sum, [value, count]) => sum + (fits(value) ? count : 0), 0);

const NPS_MAX = 100;

/**
 * Net promoter score of answers from 0 to 10: the share of 9 and 10 less that of 0 to 6, in points. The value is
 * plain; the interval is the adjusted Wald's (Rocks, The American Statistician, 2016), of three answers more, of which
 * three quarters promote and three quarters do not, cut at what a score can be. Null of no answers.
 */
export const npsOf = (answers: Histogram): NpsEstimate | null => {
  const n = countOf(answers);
  if (n === 0) return null;
  const promoters = countWhere(answers, (value) => value >= 9);
  const detractors = countWhere(answers, (value) => value <= 6);
  const [all, up, down] = [n + 3, (promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)];
  const centre = up - down;
  const variance = (up + down - centre ** 2) / all;
  const spread = Z_95 * Math.sqrt(variance);
  return {
    n,
    value: (NPS_MAX * (promoters - detractors)) / n,
    low: Math.max(-NPS_MAX, NPS_MAX * (centre - spread)),
    high: Math.min(NPS_MAX, NPS_MAX * (centre + spread)),
    centre: NPS_MAX * centre,
    variance: NPS_MAX ** 2 * variance,
    promoters,
    detractors,
  };
};

/** The share of those who are content, 4 or 5 of 5, with Wilson's interval. Null of no answers. */
export const csatOf = (answers: Histogram): Estimate | null => {
  const n = countOf(answers);
  return n === 0
    ? null
    : shareEstimate(
        countWhere(answers, (value) => value >= 4),
        n,
      );
};

/**
 * A share with Wilson's interval. Its centre is the interval's middle: the share of z² answers more, half of which
 * say yes; its variance is that of so many (Agresti and Coull, The American Statistician, 1998).
 */
export const shareEstimate = (count: number, of: number): Estimate => {
  const { low, high, middle } = wilson(count, of);
  const variance = (middle * (1 - middle)) / (of + Z_95 ** 2);
  return { n: of, value: count / of, low, high, centre: middle, variance };
};

/** The mean of answers on a scale with Student's interval, cut at the scale's ends. Null of fewer than two answers. */
export const meanOf = (
  answers: Histogram,
  scale: { readonly min: number; readonly max: number },
): Estimate | null => {
  const n = countOf(answers);
  if (n < 2) return null;
  // Whole numbers until the end, so that no order of the answers shows in the last digits.
  const sumOf = (power: number): number =>
    [...answers].reduce((sum, [value, count]) => sum + value ** power * count, 0);
  const [sum, squares] = [sumOf(1), sumOf(2)];
  const mean = sum / n;
  const variance = (squares * n - sum ** 2) / (n ** 2 * (n - 1));
  const spread = tQuantile95(n - 1) * Math.sqrt(variance);
  const low = Math.max(scale.min, mean - spread);
  const high = Math.min(scale.max, mean + spread);
  return { n, value: mean, low, high, centre: mean, variance };
};

/**
 * One estimate less an earlier one, by the sum of their variances. Where neither varies, as with nothing but the same
 * answer twice, the difference is certain.
 */
export const changeBetween = (now: Estimate, then: Estimate): Change => {
  const difference = now.centre - then.centre;
  const deviation = Math.sqrt(now.variance + then.variance);
  const spread = Z_95 * deviation;
  const isSame = difference === 0;
  const p = deviation === 0 ? (isSame ? 1 : 0) : twoSidedP(difference / deviation);
  return { difference, low: difference - spread, high: difference + spread, p };
};
