import { lnGamma } from '../../../loyalty/buyers/gamma-rules.ts';
import type { GammaGamma, RepeatValue } from '../../../loyalty/buyers/worth-rules.ts';
import { fitBest, type Fit } from './fit-rules.ts';

/*
 * Gamma-Gamma: what a purchase day of a shopper is worth (Fader and Hardie, "The Gamma-Gamma model of monetary value",
 * 2013). Independent of how often they buy, which the correlation tells.
 */

const STARTS = [
  [1, 1, 0],
  [0, 1, 0],
  [1.5, 2.5, 1.5],
] as const;
/** At q ≤ 1 the mean of all is infinite. */
const LEAST = [-7, 0, -7] as const;

/**
 * The parameters under which these values are likeliest. Fitted on values in parts of their mean: a bound on the
 * logarithm of v would bind in yen. The likelihood is of the values as they were given.
 */
export const fitGammaGamma = (values: readonly RepeatValue[]): Fit<GammaGamma> => {
  const many = values.reduce((sum, { count }) => sum + count, 0);
  const mean = values.reduce((sum, { m, count }) => sum + m * count, 0) / many;
  const scaled = values.map((value) => ({ ...value, m: value.m / mean }));
  const of = ([p = 0, q = 0, v = 0]: readonly number[]): GammaGamma => ({
    p: Math.exp(p),
    q: Math.exp(q),
    v: Math.exp(v),
  });
  const fit = fitBest({
    starts: STARTS,
    least: LEAST,
    parametersOf: (logs) => of(logs),
    logLikelihood: (logs) => gammaGammaLikelihood(of(logs), scaled),
  });
  if (fit === 'onBound') return fit;
  const { p, q, v } = fit.parameters;
  return {
    ...fit,
    parameters: { p, q, v: v * mean },
    logLikelihood: fit.logLikelihood - many * Math.log(mean),
  };
};

/** The logarithm of how likely the values are. */
export const gammaGammaLikelihood = (
  { p, q, v }: GammaGamma,
  values: readonly RepeatValue[],
): number =>
  values.reduce((sum, { x, m, count }) => {
    const px = p * x;
    const one =
      lnGamma(px + q) -
      lnGamma(px) -
      lnGamma(q) +
      q * Math.log(v) +
      (px - 1) * Math.log(m) +
      px * Math.log(x) -
      (px + q) * Math.log(x * m + v);
    return sum + count * one;
  }, 0);

/** Pearson's correlation of how often people buy and what a day is worth; null where either is the same for all. */
export const correlationOf = (values: readonly RepeatValue[]): number | null => {
  const many = values.reduce((sum, { count }) => sum + count, 0);
  const mean = (of: (value: RepeatValue) => number): number =>
    values.reduce((sum, value) => sum + of(value) * value.count, 0) / many;
  const [xMean, mMean] = [mean(({ x }) => x), mean(({ m }) => m)];
  const together = mean(({ x, m }) => (x - xMean) * (m - mMean));
  const spread = Math.sqrt(mean(({ x }) => (x - xMean) ** 2) * mean(({ m }) => (m - mMean) ** 2));
  return spread > 0 ? together / spread : null;
};
