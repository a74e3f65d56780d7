/*
 * Gamma-Gamma: what a purchase day of a shopper is worth (Fader and Hardie, "The Gamma-Gamma model of monetary value",
 * 2013). Independent of how often they buy, which the correlation tells.
 */

/** Shoppers with as many repeat purchase days of the same mean value, and how many they are. */
export interface RepeatValue {
  /** Purchase days after the first; at least 1. */
  readonly x: number;
  /** The mean value of those days, in major units of the shop's currency; more than 0. */
  readonly m: number;
  readonly count: number;
}

/** The three parameters; v is in the unit of the values. */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/** What a purchase day of a shopper with this history is expected to be worth. */
export const expectedValueOf = (
  { p, q, v }: GammaGamma,
  { x, m }: Omit<RepeatValue, 'count'>,
): number => (p * (v + x * m)) / (p * x + q - 1);

/** What a purchase day is worth on average, over all shoppers. */
export const meanValueOf = ({ p, q, v }: GammaGamma): number => (p * v) / (q - 1);
