import { lnGamma } from '../../../loyalty/buyers/gamma-rules.ts';
import {
  expectedOf,
  type BgNbd,
  type PurchaseHistory,
} from '../../../loyalty/buyers/outlook-rules.ts';
import { fitBest, type Fit } from './fit-rules.ts';

/*
 * BG/NBD: how often shoppers buy who may leave at any time without a word (Fader, Hardie and Lee, Marketing Science
 * 24(2), 2005). Purchases come at a rate that is Gamma(r, α) among shoppers; after each the shopper leaves with a
 * probability that is Beta(a, b) among them. Time is in weeks.
 */

/** Logarithms of r, α, a and b from which a search begins: few and many who leave, slow and quick buyers. */
const STARTS = [
  [-1, 1.5, -0.5, 1],
  [0, 2.5, 0.5, 1],
  [-0.5, 0.5, 0, 0],
] as const;
/** The parameters under which these histories are likeliest, from three starts; or on which bound the best of them lies. */
export const fitBgNbd = (histories: readonly PurchaseHistory[]): Fit<BgNbd> => {
  const likelihood = likelihoodOf(histories);
  return fitBest({
    starts: STARTS,
    parametersOf: (logs) => bgNbdOf(logs),
    logLikelihood: (logs) => likelihood(bgNbdOf(logs)),
  });
};

/** The parameters of their logarithms. */
export const bgNbdOf = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd => ({
  r: Math.exp(r),
  alpha: Math.exp(alpha),
  a: Math.exp(a),
  b: Math.exp(b),
});

/**
 * The logarithm of how likely histories are, as a function of the parameters: in the form that does not overflow
 * (Hardie, "Overcoming the BG/NBD model's #NUM! error problem", 2005). What depends on x alone is found once for each x.
 */
export const likelihoodOf = (
  histories: readonly PurchaseHistory[],
): ((parameters: BgNbd) => number) => {
  const counts = new Map<number, number>();
  for (const { x, count } of histories) counts.set(x, (counts.get(x) ?? 0) + count);
  return (parameters) => {
    const { r, alpha, a, b } = parameters;
    let sum = 0;
    for (const [x, count] of counts) sum += count * ofNumber(parameters, x);
    const ofRate = r * Math.log(alpha);
    for (const { x, tx, T, count } of histories) {
      const stays = (r + x) * Math.log((alpha + tx) / (alpha + T));
      const has = x > 0 ? logAdd(stays, Math.log(a) - Math.log(b + x - 1)) : stays;
      sum += count * (ofRate - (r + x) * Math.log(alpha + tx) + has);
    }
    return sum;
  };
};

/** What is expected of all of them together. */
export const totalOf = (
  parameters: BgNbd,
  histories: readonly PurchaseHistory[],
  weeks: number,
): number =>
  histories.reduce(
    (sum, history) => sum + history.count * expectedOf(parameters, history, weeks),
    0,
  );

function ofNumber({ r, a, b }: BgNbd, x: number): number {
  return (
    lnGamma(r + x) - lnGamma(r) + lnGamma(a + b) + lnGamma(b + x) - lnGamma(b) - lnGamma(a + b + x)
  );
}

/** ln(eᵃ + eᵇ), where neither may be written out. */
function logAdd(a: number, b: number): number {
  const most = Math.max(a, b);
  return most + Math.log1p(Math.exp(Math.min(a, b) - most));
}
