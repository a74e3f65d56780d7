import { minorUnitsOf } from '@okaeri/shared/currencies';
import type { RetentionFigures } from '@okaeri/shared/effect-figures';
import { seedOf } from '../../../platform/lib/random-rules.ts';
import type { Store } from '../../../platform/store/store.ts';
import { computeForecast } from '../forecast/compute-forecast.ts';
import type { Model } from '../forecast/forecast-rules.ts';
import { meanValueOf } from '../../../loyalty/buyers/worth-rules.ts';
import { retentionOf, type Retention } from '../forecast/retention-rules.ts';
import { round } from '../round-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf, roundIfAny } from './figure-base.ts';
import type { FigureOrder } from './figure-order.ts';

const WEEKS = 52;
/** Five points more of the share that buys again. */
const MORE = 0.05;

/** What more people who buy again would be worth, by the shop's own fit (E125). */
export const countRetention = async (
  store: Store,
  order: FigureOrder,
): Promise<RetentionFigures> => {
  const { shopId, asOf, document, settings } = order;
  const { marginShare, completeFrom } = settings;
  const { model, purchases } = await computeForecast(store, {
    ...order,
    completeFrom,
    horizonWeeks: WEEKS,
    includeFreeOrders: false,
  });
  const newBuyers = purchases.histories
    .filter(({ T }) => T < WEEKS)
    .reduce((sum, { count }) => sum + count, 0);
  const seed = seedOf(shopId, 'retention-value', asOf);
  const found = retentionOf(model, { weeks: WEEKS, more: MORE, seed });
  const worth = valueOf(model, minorUnitsOf(document.currency));
  return {
    ...baseOf(order, { definition: DEFINITIONS['retention-value'], people: purchases.shoppers }),
    weeks: WEEKS,
    newBuyers,
    reason: typeof model.bgNbd === 'string' ? model.bgNbd : found === null ? 'noRoom' : null,
    repeatShare: found === null ? null : { now: round(found.now), raised: round(found.raised) },
    purchases: times(found, newBuyers),
    valueMinor: times(worth === null ? null : found, newBuyers * (worth ?? 0) * (marginShare ?? 1)),
    marginShare,
    currency: document.currency,
  };
};

/** What a purchase day is worth on average, in minor units; null where values were not fitted. */
function valueOf({ gammaGamma }: Model, units: number): number | null {
  return typeof gammaGamma === 'string' ? null : meanValueOf(gammaGamma.parameters) * units;
}

function times(found: Retention | null, by: number) {
  return {
    value: found === null ? null : round(found.more * by),
    low: roundIfAny(found?.low == null ? null : found.low * by),
    high: roundIfAny(found?.high == null ? null : found.high * by),
  };
}
