import { hypergeometric } from './gamma-rules.ts';

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

/** The formula of what is expected divides by a − 1: there it is moved aside by so much. */
const ASIDE = 1e-6;

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
