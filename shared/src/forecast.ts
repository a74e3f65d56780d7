/** Why there is no forecast: under 200 shoppers came back, less than two usual gaps of history, or no parameters were found. */
export type ForecastReason = 'tooFewRepeatBuyers' | 'historyTooShort' | 'onBound';

/**
 * How often a shop's shoppers will buy again, and what a purchase day of theirs is worth: BG/NBD (Fader, Hardie and Lee
 * 2005) and Gamma-Gamma (Fader and Hardie 2013), fitted to the shop's own orders. Numbers have at most six decimals.
 */
export interface Forecast {
  /** The local day the figures are of; orders placed up to its end count, as they stand now. */
  readonly asOf: string;
  readonly unit: 'week';
  /** Everybody with at least one purchase day. */
  readonly shoppers: number;
  /** Purchase days after everybody's first. */
  readonly repeatPurchases: number;
  /** Purchases come at rates Gamma(r, α) a week; after each a shopper leaves with a probability Beta(a, b). */
  readonly bgNbd: {
    readonly r: number;
    readonly alpha: number;
    readonly a: number;
    readonly b: number;
    readonly logLikelihood: number;
  } | null;
  /** Of values in units of the shop's currency; the correlation of how often and how much people buy. */
  readonly gammaGamma: {
    readonly p: number;
    readonly q: number;
    readonly v: number;
    readonly logLikelihood: number;
    readonly correlation: number | null;
  } | null;
  /** Purchase days in the weeks to come. The interval is of the parameters alone: what is really bought scatters more. */
  readonly expected: {
    readonly weeks: number;
    readonly total: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
  /** Why there is no `bgNbd`, and so no `expected`. */
  readonly reason: ForecastReason | null;
  /** Why there is no `gammaGamma`. */
  readonly valueReason: ForecastReason | null;
  /** By what part the last weeks were missed when they were left out of the fit; null where that cannot be asked. */
  readonly backtest: { readonly weeks: number; readonly error: number | null };
  /** Orders that count as days, and whose value is not known in the shop's currency. */
  readonly withoutRate: number;
  /** From which local day on all orders of the shop are known; null where they always were. */
  readonly completeFrom: string | null;
  /** Shoppers who had bought before that day: nobody knows how often, so they are in no number here. */
  readonly leftOut: number;
}

/** A forecast that missed the last weeks by more is not shown (E78). */
const MISSED_MAX = 0.25;

/** Whether a forecast missed the last weeks by too much to be believed. */
export const isMissed = ({ error }: Forecast['backtest']): boolean =>
  error !== null && error > MISSED_MAX;
