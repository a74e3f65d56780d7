import type { Forecast, ForecastReason } from '@okaeri/shared/forecast';
import {
  bgNbdOf,
  fitBgNbd,
  likelihoodOf,
  totalOf,
  type BgNbd,
  type PurchaseHistory,
} from './bg-nbd-rules.ts';
import { seedOf } from '../../../platform/lib/random-rules.ts';
import { LOG_BOUND, type Fitted } from './fit-rules.ts';
import { correlationOf, fitGammaGamma } from './gamma-gamma-rules.ts';
import { drawAround, quantileOf } from './spread-rules.ts';
import type { Purchases } from './tally-rules.ts';

/** Fewer shoppers with more than one purchase day tell nothing (E76). */
export const REPEAT_BUYERS_MIN = 200;
/** A history shorter than so many usual gaps tells nothing. */
const GAPS_MIN = 2;
/** Sets of parameters that are drawn for an interval. */
const DRAWS = 500;
/** What of them lies outside on each side: 95 of 100 lie between. */
const TAIL = 0.025;
/** Left out of the fit that checks itself. */
export const CHECKED_WEEKS = 13;
/** Decimals that are told. */
const DECIMALS = 6;

/** What a forecast is asked for. */
export interface Asked {
  /** The day the figures are of, as it is written. */
  readonly asOf: string;
  readonly weeks: number;
}

/** What was known `CHECKED_WEEKS` before the day, and how many purchase days those people had since. */
export interface Checked {
  readonly before: Purchases;
  readonly bought: number;
}

/** The forecast of a shop from its purchases, and from what was known some weeks earlier (E76 to E78). */
export const forecastOf = (purchases: Purchases, checked: Checked, asked: Asked): Forecast => {
  const { shoppers, repeatPurchases, withoutRate } = purchases;
  const fit = fitPurchases(purchases);
  const values = fitValues(purchases);
  return {
    asOf: asked.asOf,
    unit: 'week',
    shoppers,
    repeatPurchases,
    bgNbd: typeof fit === 'string' ? null : rounded({ ...fit.parameters, ...likelihood(fit) }),
    gammaGamma: typeof values === 'string' ? null : values,
    expected: typeof fit === 'string' ? null : expectedOfAll(fit, purchases.histories, asked),
    reason: typeof fit === 'string' ? fit : null,
    valueReason: typeof values === 'string' ? values : null,
    backtest: { weeks: CHECKED_WEEKS, error: errorOf(checked) },
    withoutRate,
  };
};

/** Why nothing can be said of these purchases; undefined where it can. */
export const reasonAgainst = ({
  repeatBuyers,
  historyDays,
  medianGapDays,
}: Purchases): ForecastReason | undefined => {
  if (repeatBuyers < REPEAT_BUYERS_MIN) return 'tooFewRepeatBuyers';
  return (historyDays ?? 0) < GAPS_MIN * (medianGapDays ?? 0) ? 'historyTooShort' : undefined;
};

function fitPurchases(purchases: Purchases): Fitted<BgNbd> | ForecastReason {
  return reasonAgainst(purchases) ?? fitBgNbd(purchases.histories);
}

function fitValues(purchases: Purchases): Forecast['gammaGamma'] | ForecastReason {
  const { values } = purchases;
  const valued = values.reduce((sum, { count }) => sum + count, 0);
  const against = reasonAgainst({ ...purchases, repeatBuyers: valued });
  if (against !== undefined) return against;
  const fit = fitGammaGamma(values);
  if (fit === 'onBound') return fit;
  const { p, q, v } = rounded({ ...fit.parameters });
  const correlation = correlationOf(values);
  return {
    p,
    q,
    v,
    ...likelihood(fit),
    correlation: correlation === null ? null : round(correlation),
  };
}

function expectedOfAll(
  fit: Fitted<BgNbd>,
  histories: readonly PurchaseHistory[],
  { asOf, weeks }: Asked,
): Forecast['expected'] {
  const likelihoodAt = likelihoodOf(histories);
  const draws = drawAround(fit.logs, (logs) => likelihoodAt(bgNbdOf(logs)), {
    many: DRAWS,
    // Of the day and the horizon alone (E78): the same orders are forecast alike in every shop.
    seed: seedOf('forecast', asOf, String(weeks)),
    bound: LOG_BOUND,
  });
  const total = round(totalOf(fit.parameters, histories, weeks));
  if (draws === null) return { weeks, total, low: null, high: null };
  const totals = draws.map((logs) => totalOf(bgNbdOf(logs), histories, weeks));
  const [low, high] = [round(quantileOf(totals, TAIL)), round(quantileOf(totals, 1 - TAIL))];
  return { weeks, total, low, high };
}

/** By what part the weeks that were left out were missed; null where they cannot be asked about. */
function errorOf({ before, bought }: Checked): number | null {
  if (bought === 0) return null;
  const fit = fitPurchases(before);
  if (typeof fit === 'string') return null;
  const expected = totalOf(fit.parameters, before.histories, CHECKED_WEEKS);
  return round(Math.abs(expected - bought) / bought);
}

function likelihood({ logLikelihood }: Fitted<unknown>): { logLikelihood: number } {
  return { logLikelihood: round(logLikelihood) };
}

function rounded<Name extends string>(numbers: Readonly<Record<Name, number>>) {
  const entries = Object.entries<number>(numbers).map(([name, value]) => [name, round(value)]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

function round(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
