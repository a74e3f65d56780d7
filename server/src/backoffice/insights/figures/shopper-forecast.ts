import { minorUnitsOf } from '@okaeri/shared/currencies';
import type { MeanBetween, ShopperForecast } from '@okaeri/shared/figures';
import type { ShopRow } from '../../../access/tables.ts';
import type { Deps } from '../../../deps.ts';
import { findExisting } from '../../../loyalty/shoppers/lock-shopper.ts';
import type { Outcome } from '../../../platform/lib/outcome.ts';
import { seedOf } from '../../../platform/lib/random-rules.ts';
import { drawParameters, type Model } from '../forecast/forecast-rules.ts';
import { forecastOne } from '../forecast/shopper-rules.ts';
import { createTally } from '../forecast/tally-rules.ts';
import { daysOfShopper } from '../forecast/walk-buyers.ts';
import { round } from '../round-rules.ts';
import { dayOfDate } from './day-rules.ts';
import { baseOf } from './figure-base.ts';
import type { FigureOrder } from './figure-order.ts';
import { readKept } from './read-figure.ts';
import { answerOf } from './take-figure.ts';

const DEFINITION =
  'Purchase days of one shopper in the weeks to come, by what was fitted to the whole shop: the mean, and where 80 of 100 drawn lives end. People are those it was fitted to.';
/** The horizon of the forecast whose fit is taken: a fit does not depend on it. */
const USUAL_WEEKS = 26;

/** What is to be expected of one shopper (E78); null until the shop's forecast was taken for the first time. */
export const forecastShopper = async (
  deps: Deps,
  shop: ShopRow,
  asked: {
    readonly externalId: string;
    readonly asOf: string | undefined;
    readonly horizonWeeks: number;
  },
): Promise<Outcome<ShopperForecast | null>> => {
  const { externalId, asOf, horizonWeeks } = asked;
  const shopper = await deps.store.read((tx) => findExisting(tx, { shopId: shop.id, externalId }));
  if (shopper === undefined)
    return {
      refused: { code: 'unknownShopper', detail: 'The shop has no shopper of this id.' },
    };
  const read = await readKept(deps, shop, {
    asOf,
    asked: { figure: 'forecast', horizonWeeks: USUAL_WEEKS, includeFreeOrders: false },
  });
  if ('refused' in read) return read;
  const { order, kept } = read.ok;
  if (kept?.model === undefined) return { ok: null };
  const until = dayOfDate(order.asOf);
  const { days, isComplete } = await daysOfShopper(deps.store, {
    shopId: shop.id,
    shopperId: shopper.id,
    until,
    completeFrom: order.completeFrom,
  });
  const tally = createTally(until, minorUnitsOf(order.document.currency));
  tally.add(days);
  const base = {
    ...baseOf(order, { definition: DEFINITION, people: kept.answer.people }),
    horizonWeeks,
    currency: order.document.currency,
    backtest: answerOf<'forecast'>({ figure: 'forecast', kept }).backtest,
  };
  if (shopper.tags.some((tag) => order.insiderTags.includes(tag)))
    return { ok: { ...base, reason: 'insider', ...UNTOLD } };
  if (!isComplete) return { ok: { ...base, reason: 'incomplete', ...UNTOLD } };
  // Nobody's id is in it: who was merged is told what would be told of somebody who always was one.
  const seed = [shop.id, 'shopper', order.asOf, String(horizonWeeks)];
  return { ok: { ...base, ...foretold(order, kept.model, tally.read(), { horizonWeeks, seed }) } };
};

const UNTOLD = { alive: null, none: null, purchases: null, valueMinor: null };

function foretold(
  { document }: FigureOrder,
  { bgNbd, gammaGamma, spread }: Model,
  {
    histories,
    values,
  }: Pick<ReturnType<ReturnType<typeof createTally>['read']>, 'histories' | 'values'>,
  by: { readonly horizonWeeks: number; readonly seed: readonly string[] },
): Pick<ShopperForecast, 'reason' | 'alive' | 'none' | 'purchases' | 'valueMinor'> {
  const [history] = histories;
  if (typeof bgNbd === 'string') return { reason: bgNbd, ...UNTOLD };
  if (history === undefined) return { reason: 'notBought', ...UNTOLD };
  const fit = {
    bgNbd: bgNbd.parameters,
    gammaGamma: typeof gammaGamma === 'string' ? null : gammaGamma.parameters,
  };
  const found = forecastOne(
    fit,
    { history, value: values[0] ?? null },
    {
      weeks: by.horizonWeeks,
      draws: drawParameters(spread, seedOf(...by.seed, 'parameters')) ?? [fit.bgNbd],
      seed: seedOf(...by.seed),
    },
  );
  const units = minorUnitsOf(document.currency);
  return {
    reason: null,
    alive: round(found.alive),
    none: round(found.none),
    purchases: each(found.purchases, round),
    valueMinor:
      found.value === null ? null : each(found.value, (value) => Math.round(value * units)),
  };
}

function each({ mean, low, high }: MeanBetween, of: (value: number) => number): MeanBetween {
  return { mean: of(mean), low: of(low), high: of(high) };
}
