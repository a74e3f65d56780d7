import type { Forecast, ForecastReason } from '@okaeri/shared/forecast';
import { LIMITS } from '@okaeri/shared/limits';
import { bgNbdOf, fitBgNbd, likelihoodOf, totalOf } from './bg-nbd-rules.ts';
import type { BgNbd } from '../../../loyalty/buyers/outlook-rules.ts';
import { seedOf, type RandomState } from '../../../platform/lib/random-rules.ts';
import { round, rounded } from '../round-rules.ts';
import { LOG_BOUND, type Fitted } from './fit-rules.ts';
import { correlationOf, fitGammaGamma } from './gamma-gamma-rules.ts';
import type { GammaGamma, RepeatValue } from '../../../loyalty/buyers/worth-rules.ts';
import { drawFrom, quantileOf, spreadAround, type Spread } from './spread-rules.ts';
import type { Purchases } from './tally-rules.ts';

/** A history shorter than so many usual gaps tells nothing. */
const GAPS_MIN = 2;
/** What of them lies outside on each side: 95 of 100 lie between. */
const TAIL = 0.025;
/** Left out of the fit that checks itself. */
export const CHECKED_WEEKS = 13;

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

/** What was fitted to a shop's purchases, or why nothing was. */
export interface Model {
  readonly bgNbd: Fitted<BgNbd> | ForecastReason;
  readonly gammaGamma: Fitted<GammaGamma> | ForecastReason;
  /** How sure the parameters of the first are; null where it was not fitted, or nothing is known of that. */
  readonly spread: Spread | null;
}

/** Fits both models to a shop's purchases (E76, E77). */
export const fitModel = (purchases: Purchases): Model => {
  const { histories } = purchases;
  const fit = fitPurchases(purchases);
  const likelihoodAt = likelihoodOf(histories);
  return {
    bgNbd: fit,
    gammaGamma: fitValues(purchases),
    spread:
      typeof fit === 'string'
        ? null
        : spreadAround(fit.logs, (logs) => likelihoodAt(bgNbdOf(logs))),
  };
};

/** The forecast of a shop from its purchases, and from what was known some weeks earlier (E76 to E78). */
export const forecastOf = (
  purchases: Purchases,
  checked: Checked,
  asked: Asked,
  model = fitModel(purchases),
): Omit<Forecast, 'completeFrom' | 'leftOut'> => {
  const { shoppers, repeatPurchases, withoutRate, histories, values } = purchases;
  const { bgNbd: fit, gammaGamma: worth, spread } = model;
  return {
    asOf: asked.asOf,
    unit: 'week',
    shoppers,
    repeatPurchases,
    bgNbd: typeof fit === 'string' ? null : rounded({ ...fit.parameters, ...likelihood(fit) }),
    gammaGamma: typeof worth === 'string' ? null : valuesTold(worth, values),
    expected: typeof fit === 'string' ? null : expectedOfAll(fit, spread, { histories, ...asked }),
    reason: typeof fit === 'string' ? fit : null,
    valueReason: typeof worth === 'string' ? worth : null,
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
  if (repeatBuyers < LIMITS.repeatBuyersMin) return 'tooFewRepeatBuyers';
  return (historyDays ?? 0) < GAPS_MIN * (medianGapDays ?? 0) ? 'historyTooShort' : undefined;
};

function fitPurchases(purchases: Purchases): Fitted<BgNbd> | ForecastReason {
  return reasonAgainst(purchases) ?? fitBgNbd(purchases.histories);
}

function fitValues(purchases: Purchases): Fitted<GammaGamma> | ForecastReason {
  const { values } = purchases;
  const valued = values.reduce((sum, { count }) => sum + count, 0);
  return reasonAgainst({ ...purchases, repeatBuyers: valued }) ?? fitGammaGamma(values);
}

function valuesTold(
  fit: Fitted<GammaGamma>,
  values: readonly RepeatValue[],
): Forecast['gammaGamma'] {
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
  spread: Spread | null,
  { histories, asOf, weeks }: Asked & Pick<Purchases, 'histories'>,
): Forecast['expected'] {
  const total = round(totalOf(fit.parameters, histories, weeks));
  // Of the day and the horizon alone (E78): the same orders are forecast alike in every shop.
  const draws = drawParameters(spread, seedOf('forecast', asOf, String(weeks)));
  if (draws === null) return { weeks, total, low: null, high: null };
  const totals = draws.map((parameters) => totalOf(parameters, histories, weeks));
  const [low, high] = [round(quantileOf(totals, TAIL)), round(quantileOf(totals, 1 - TAIL))];
  return { weeks, total, low, high };
}

/** Sets of parameters that may as well have been fitted; null where nothing is known of them. */
export const drawParameters = (spread: Spread | null, seed: RandomState): BgNbd[] | null => {
  if (spread === null) return null;
  const draws = drawFrom(spread, { many: LIMITS.forecastDraws, seed, bound: LOG_BOUND });
  return draws === null ? null : draws.map((logs) => bgNbdOf(logs));
};

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
