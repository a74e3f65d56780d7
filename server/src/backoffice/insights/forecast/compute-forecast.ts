import type { Forecast } from '@okaeri/shared/forecast';
import type { ProgramDocument } from '@okaeri/shared/program';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import { groupsOf, WALK_PAGE, type Group } from '../../../platform/store/group-rows.ts';
import type { Store } from '../../../platform/store/store.ts';
import { readState } from '../../../loyalty/orders/rules/state-rules.ts';
import { walkShoppers } from '../../../loyalty/shoppers/find-queries.ts';
import { selectOrdersByShopper } from '../../simulation/replay-queries.ts';
import { CHECKED_WEEKS, forecastOf } from './forecast-rules.ts';
import { mergeDays, purchaseDayOf, type PurchaseDay } from './purchase-day-rules.ts';
import { createTally } from './tally-rules.ts';

/** Of which shop, and of which day. */
export interface ForecastOrder {
  readonly shopId: string;
  readonly document: ProgramDocument;
  /** The shop's tags of people who belong to it: they stand in no figure (E9). */
  readonly insiderTags: readonly string[];
  /** A local day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly horizonWeeks: number;
  readonly includeFreeOrders: boolean;
}

/** Walks through a shop's orders once, a page at a time, and says what is to be expected of its shoppers. */
export const computeForecast = async (store: Store, order: ForecastOrder): Promise<Forecast> => {
  const asOf = Date.parse(order.asOf) / DAY_MS;
  const cut = asOf - CHECKED_WEEKS * 7;
  const minorUnits = minorUnitsOf(order.document.currency);
  const [now, before] = [createTally(asOf, minorUnits), createTally(cut, minorUnits)];
  let bought = 0;
  for await (const days of walkDays(store, order)) {
    now.add(days);
    before.add(days);
    const merged = mergeDays(days, asOf);
    if ((merged[0]?.day ?? Infinity) <= cut) bought += merged.filter(({ day }) => day > cut).length;
  }
  const asked = { asOf: order.asOf, weeks: order.horizonWeeks };
  return forecastOf(now.read(), { before: before.read(), bought }, asked);
};

/** The purchase days of everybody who is still there and no insider, shopper by shopper. */
async function* walkDays(store: Store, order: ForecastOrder): AsyncGenerator<PurchaseDay[]> {
  const groups = daysByShopper(store, order);
  let group = await groups.next();
  for await (const { id, tags } of shoppersOf(store, order.shopId)) {
    // Orders of those who are no longer there are passed by: both lists are in the order of ids.
    while (group.done !== true && group.value.shopperId < id) group = await groups.next();
    if (group.done === true) return;
    if (group.value.shopperId !== id) continue;
    if (!tags.some((tag) => order.insiderTags.includes(tag))) yield group.value.items;
  }
}

async function* shoppersOf(
  store: Store,
  shopId: string,
): AsyncGenerator<{ readonly id: string; readonly tags: readonly string[] }> {
  for (let afterId = ''; ;) {
    const page = await store.read((tx) =>
      tx.run(walkShoppers, { shopId, afterId, limit: WALK_PAGE }),
    );
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < WALK_PAGE) return;
    afterId = last.id;
  }
}

function daysByShopper(
  store: Store,
  { shopId, document, includeFreeOrders }: ForecastOrder,
): AsyncGenerator<Group<PurchaseDay>> {
  const { timeZone, currency, rates } = document;
  const terms = { timeZone, currency, rates, includeFreeOrders };
  return groupsOf<PurchaseDay>(async (after) => {
    const rows = await store.read((tx) =>
      tx.run(selectOrdersByShopper, { shopId, ...after, limit: WALK_PAGE }),
    );
    return rows.map(({ shopperId, id, state, toShopRate }) => ({
      shopperId: shopperId ?? '',
      id,
      item: purchaseDayOf(readState(state), toShopRate, terms),
    }));
  });
}
