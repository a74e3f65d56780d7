import type { ContactChannel } from '@okaeri/shared/contacts';
import type { ChannelCost } from '@okaeri/shared/effect-figures';
import { startOfDay } from '../../../platform/lib/calendar.ts';
import type { Store } from '../../../platform/store/store.ts';
import { channelsOf } from './acquisition-rules.ts';
import { walkReached } from './change-queries.ts';
import type { ShopCost } from './count-costs.ts';
import { dayOfDate, firstDayOf } from './day-rules.ts';
import { isTold } from './figure-base.ts';
import type { FigureOrder } from './figure-order.ts';
import { insidersOf } from '../../../loyalty/orders/days/insiders.ts';
import { inPages } from './pages.ts';
import { round } from '../round-rules.ts';

/** What each channel cost in each month, and for each person whom this server reached there (E125). */
export const channelsByMonth = async (
  store: Store,
  order: FigureOrder,
  costs: ReadonlyMap<number, readonly ShopCost[]>,
): Promise<ReadonlyMap<number, readonly ChannelCost[]>> => {
  const months = new Map<number, readonly ChannelCost[]>();
  if (costs.size === 0) return months;
  const insiders = await insidersOf(store, order);
  for (const [month, paid] of costs) {
    const reached = await reachedIn(store, order, { month, insiders });
    months.set(
      month,
      channelsOf(paid.flatMap(pricedOf), reached).map((one) => ({
        ...one,
        reachedCostMinor: costOfOne(one),
      })),
    );
  }
  return months;
};

/** A cost that has no rate into the shop's currency is in no channel's: it is told apart. */
function pricedOf({ channel, minor }: ShopCost) {
  return minor === null ? [] : [{ channel, shopMinor: minor }];
}

/** How many people something of a month reached, by channel: once each, however much it was. */
async function reachedIn(
  store: Store,
  { shopId, document, asOf }: FigureOrder,
  { month, insiders }: { readonly month: number; readonly insiders: ReadonlySet<string> },
): Promise<ReadonlyMap<string, number>> {
  const { timeZone } = document;
  const from = startOfDay(firstDayOf(month), timeZone);
  const until = Math.min(firstDayOf(month + 1) - 1, dayOfDate(asOf));
  const before = startOfDay(until + 1, timeZone);
  const people: Readonly<Record<ContactChannel, Set<string>>> = {
    email: new Set(),
    page: new Set(),
  };
  for await (const { channel, shopperId, decision } of inPages(
    store,
    walkReached,
    (last, limit) => ({
      shopId,
      afterAt: last?.plannedAt ?? from,
      afterId: last?.id ?? '',
      before,
      limit,
    }),
  ))
    if ((decision === 'sent' || decision === 'shown') && !insiders.has(shopperId))
      people[channel].add(shopperId);
  return new Map(Object.entries(people).map(([channel, { size }]) => [channel, size]));
}

function costOfOne(of: { readonly spentMinor: number; readonly reached: number | null }) {
  const { spentMinor, reached } = of;
  return reached !== null && isTold(reached) ? round(spentMinor / reached) : null;
}
