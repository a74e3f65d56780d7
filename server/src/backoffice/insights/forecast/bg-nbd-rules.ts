import { hypergeometric, lnGamma } from './gamma-rules.ts';
import { fitBest, type Fit } from './fit-rules.ts';

/*
 * BG/NBD: how often shoppers buy who may leave at any time without a word (Fader, Hardie and Lee, Marketing Science
 * 24(2), 2005). Purchases come at a rate that is Gamma(r, α) among shoppers; after each the shopper leaves with a
 * probability that is Beta(a, b) among them. Time is in weeks.
 */

/** What a forecast knows of shoppers who have bought alike, and how many they are. */
export interface PurchaseHistory {
  /** Purchase days after the first. */
  readonly x: number;
  /** Weeks from the first purchase day to the last. */
  readonly tx: number;
  /** Weeks from the first purchase day to the day the figures are of. */
  readonly T: number;
  readonly count: number;
}

/** The four parameters. */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Logarithms of r, α, a and b from which a search begins: few and many who leave, slow and quick buyers. */
const STARTS = [
  [-1, 1.5, -0.5, 1],
  [0, 2.5, 0.5, 1],
  [-0.5, 0.5, 0, 0],
] as const;
/** The formula of what is expected divides by a − 1: there it is moved aside by so much. */
const ASIDE = 1e-6;

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

/** How likely a shopper still buys at all; certain for whoever has bought on one day only. */
export const aliveOf = ({ r, alpha, a, b }: BgNbd, { x, tx, T }: Omit<PurchaseHistory, 'count'>) =>
  x === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x));

/**
 * How many purchase days are expected of a shopper in the next weeks. By Euler's transformation of ₂F₁, in which the
 * powers cancel: a shopper with a thousand purchases overflows nothing.
 */
export const expectedOf = (
  parameters: BgNbd,
  history: Omit<PurchaseHistory, 'count'>,
  weeks: number,
): number => {
  const { r, alpha, b } = parameters;
  const a = Math.abs(parameters.a - 1) < ASIDE ? 1 + ASIDE : parameters.a;
  const { x, T } = history;
  const z = weeks / (alpha + T + weeks);
  const c = a + b + x - 1;
  const left = 1 - (1 - z) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, c, z);
  return (c / (a - 1)) * left * aliveOf(parameters, history);
};

/** How many purchase days are expected of somebody new in their first weeks, the first day not counted. */
export const expectedOfNew = (parameters: BgNbd, weeks: number): number =>
  expectedOf(parameters, { x: 0, tx: 0, T: 0 }, weeks);

/** How likely a shopper buys at least once in the next weeks. */
export const againOf = (
  parameters: BgNbd,
  history: Omit<PurchaseHistory, 'count'>,
  weeks: number,
): number => {
  const { r, alpha } = parameters;
  const { x, T } = history;
  const none = ((alpha + T) / (alpha + T + weeks)) ** (r + x);
  return aliveOf(parameters, history) * (1 - none);
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
