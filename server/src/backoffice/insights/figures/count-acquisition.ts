import type { AcquisitionFigures } from '@okaeri/shared/effect-figures';
import type { Store } from '../../../platform/store/store.ts';
import { costsOf as costsBeside, createAcquisition } from './acquisition-rules.ts';
import { channelsByMonth } from './count-channels.ts';
import { costsOf, type ShopCost } from './count-costs.ts';
import { dayOfDate, firstDayOf, monthName, monthOfDay } from './day-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf, buyersOf, isTold, roundIfAny } from './figure-base.ts';
import type { FigureOrder } from './figure-order.ts';

/** The month that runs, and a year before it. */
const MONTHS = 13;

/** What a new buyer cost, and revenue beside ad spend (E125). */
export const countAcquisition = async (
  store: Store,
  order: FigureOrder,
): Promise<AcquisitionFigures> => {
  const until = dayOfDate(order.asOf);
  const last = monthOfDay(until);
  const counting = createAcquisition(until, MONTHS);
  let people = 0;
  for await (const { days } of buyersOf(store, order)) {
    people += 1;
    counting.add(days);
  }
  const ads = new Map<number, number>();
  const paid = new Map<number, ShopCost[]>();
  const span = { from: firstDayOf(last - MONTHS + 1), until };
  let costsWithoutRate = 0;
  for await (const cost of costsOf(store, order, span)) {
    const { kind, minor } = cost;
    const month = monthOfDay(cost.day);
    if (kind !== 'ads' && kind !== 'message') continue;
    if (minor === null) costsWithoutRate += 1;
    if (kind === 'ads') ads.set(month, (ads.get(month) ?? 0) + (minor ?? 0));
    paid.set(month, [...(paid.get(month) ?? []), cost]);
  }
  const channels = await channelsByMonth(store, order, paid);
  return {
    ...baseOf(order, { definition: DEFINITIONS.acquisition, people }),
    currency: order.document.currency,
    caused: false,
    costsWithoutRate,
    months: counting.read().map((one) => {
      const adsMinor = ads.get(one.month) ?? 0;
      const { costMinor, roas, firstRoas } = costsBeside(one, adsMinor);
      const ofEnough = (value: number | null): number | null =>
        isTold(one.newBuyers) && adsMinor > 0 ? roundIfAny(value) : null;
      return {
        ...one,
        month: monthName(one.month),
        unfinished: one.month === last,
        adsMinor,
        costMinor: ofEnough(costMinor),
        roas: ofEnough(roas),
        firstRoas: ofEnough(firstRoas),
        channels: channels.get(one.month) ?? [],
      };
    }),
  };
};
