import type { InsightSettings } from '@okaeri/shared/insight-settings';
import type { ProgramDocument } from '@okaeri/shared/program';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { walkPurchaseDays } from '../../../loyalty/orders/days/walk-days.ts';
import {
  buyerOf,
  cutsOf,
  worthOf,
  type Buyer,
  type BuyerScale,
} from '../../../loyalty/buyers/scale-rules.ts';
import type { Store } from '../../../platform/store/store.ts';
import { isTold } from '../figures/figure-base.ts';
import { createGaps } from '../figures/gap-rules.ts';
import { survivalOf } from '../figures/survival-rules.ts';
import { dayOfDate } from '../figures/day-rules.ts';
import { fitModel } from '../forecast/forecast-rules.ts';
import { purchaseDaysOf } from '../forecast/purchase-day-rules.ts';
import { createTally } from '../forecast/tally-rules.ts';

/** Of which shop, and of which day. */
export interface ScaleOrder {
  readonly shopId: string;
  readonly document: Pick<ProgramDocument, 'timeZone' | 'currency'>;
  readonly insiderTags: readonly string[];
  readonly completeFrom: InsightSettings['completeFrom'];
  readonly asOf: number;
}

/** Walks through a shop's purchase days once, and says what a single buyer is to be measured by. */
export const countScale = async (store: Store, order: ScaleOrder): Promise<BuyerScale> => {
  const { shopId, document, insiderTags, asOf } = order;
  const completeFrom = order.completeFrom === null ? null : dayOfDate(order.completeFrom);
  const [tally, gaps] = [createTally(asOf, minorUnitsOf(document.currency)), createGaps(asOf)];
  const buyers: Buyer[] = [];
  for await (const { days } of walkPurchaseDays(store, {
    shopId,
    terms: document,
    insiderTags,
    until: asOf,
  })) {
    const buyer = buyerOf(days);
    if (buyer === undefined) continue;
    buyers.push(buyer);
    if (completeFrom !== null && buyer.knownFrom < completeFrom) continue;
    const bought = purchaseDaysOf(days, { includeFreeOrders: false });
    tally.add(bought);
    gaps.add(bought.map(({ day }) => day));
  }
  const { medianDays } = survivalOf(gaps.read().pooled);
  const purchases = tally.read();
  const model = modelOf(purchases, minorUnitsOf(document.currency), completeFrom);
  const worths = buyers
    .map((buyer) => worthOf(model, buyer, asOf))
    .filter((worth) => worth !== null);
  return {
    asOf,
    currency: document.currency,
    timeZone: document.timeZone,
    insiderTags,
    people: buyers.length,
    recency: cutsOf(buyers.map(({ lastDay }) => lastDay)),
    frequency: cutsOf(buyers.map(({ days }) => days)),
    usualGapDays: isTold(purchases.shoppers) ? medianDays : null,
    ...model,
    worth: cutsOf(worths),
  };
};

/** The fit, with values in minor units as they are kept. */
function modelOf(
  purchases: ReturnType<ReturnType<typeof createTally>['read']>,
  minorUnits: number,
  completeFrom: number | null,
): Pick<BuyerScale, 'bgNbd' | 'gammaGamma' | 'completeFrom'> {
  const { bgNbd, gammaGamma } = fitModel(purchases);
  if (typeof bgNbd === 'string') return { bgNbd: null, gammaGamma: null, completeFrom };
  if (typeof gammaGamma === 'string')
    return { bgNbd: bgNbd.parameters, gammaGamma: null, completeFrom };
  const { p, q, v } = gammaGamma.parameters;
  return { bgNbd: bgNbd.parameters, gammaGamma: { p, q, v: v * minorUnits }, completeFrom };
}
