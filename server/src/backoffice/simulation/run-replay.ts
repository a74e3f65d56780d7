import type { ProgramDocument } from '@okaeri/shared/program';
import { goesByFigures } from '@okaeri/shared/segments';
import type { Simulation, SimulationProgress } from '@okaeri/shared/simulation';
import { purchaseOf } from '../../loyalty/orders/rules/purchase-rules.ts';
import { readState } from '../../loyalty/orders/rules/state-rules.ts';
import { groupsOf, WALK_PAGE, type ReadPage } from '../../platform/store/group-rows.ts';
import type { Store } from '../../platform/store/store.ts';
import { countOrders, selectActsByShopper, selectExternalId } from './replay-queries.ts';
import { ordersByShopper } from '../../loyalty/orders/walk-orders.ts';
import { replayShopper, type ReplayItem } from './replay-rules.ts';
import { addReplay, consider, emptyTotals, programTotals, type Extremes } from './replay-totals.ts';

/** What is to be replayed. */
export interface ReplayOrder {
  readonly shopId: string;
  readonly current: ProgramDocument;
  readonly draft: ProgramDocument;
  readonly from: number;
  readonly until: number;
  readonly redemptionPercent: number;
}

const LEAVES_OUT = [
  'Referrals, challenges, streaks, gifts and tier entry points are not replayed.',
  'A campaign’s budget is used up shopper by shopper, not in the order of time.',
  'Orders count as they stand now: what was refunded is left out from the beginning.',
] as const;

/** Replays a shop's orders and acts under two programmes, shopper by shopper. */
export const runReplay = async (
  store: Store,
  order: ReplayOrder,
  report: (progress: SimulationProgress) => Promise<void>,
): Promise<Omit<Simulation, 'expectedReturn'>> => {
  const { shopId, current, draft, until } = order;
  const [counted] = await store.read((tx) => tx.run(countOrders, { shopId }));
  const total = counted?.count ?? 0;
  const sums = { current: emptyTotals(), draft: emptyTotals() };
  const shared = { current: new Map(), draft: new Map() };
  const extremes: Extremes = { gain: [], lose: [] };
  const seen = { orders: 0, activities: 0, shoppers: 0, rows: 0, purchaseDays: 0 };
  const acts = groupsOf(actPages(store, order));
  let act = await acts.next();

  const replay = (shopperId: string, items: ReplayItem[]): void => {
    if (items.length === 0) return;
    items.sort((a, b) => a.at - b.at);
    seen.shoppers += 1;
    seen.purchaseDays += purchaseDaysAmong(items, current);
    const points = (['current', 'draft'] as const).map((which) => {
      const document = which === 'current' ? current : draft;
      const replayed = replayShopper(items, document, { shared: shared[which], until });
      return addReplay(sums[which], replayed, until);
    });
    consider(extremes, { shopperId, current: points[0] ?? 0, draft: points[1] ?? 0 });
  };
  /** Acts of shoppers before this one, and its own: both lists are in the order of shoppers. */
  const takeActs = async (shopperId: string | null): Promise<ReplayItem[]> => {
    for (;;) {
      if (act.done === true) return [];
      const { shopperId: of, items } = act.value;
      if (shopperId !== null && of > shopperId) return [];
      seen.activities += items.length;
      act = await acts.next();
      if (of === shopperId) return items;
      replay(of, items);
    }
  };

  const orders = groupsOf(orderPages(store, order), (rows) => {
    seen.rows += rows;
    return report({ done: seen.rows, total });
  });
  for await (const { shopperId, items } of orders) {
    seen.orders += items.length;
    replay(shopperId, [...(await takeActs(shopperId)), ...items]);
  }
  await takeActs(null);
  const percent = order.redemptionPercent;
  return {
    orders: seen.orders,
    activities: seen.activities,
    shoppers: seen.shoppers,
    currency: draft.currency,
    current: programTotals(sums.current, current, percent),
    draft: programTotals(sums.draft, draft, percent),
    gain: await named(store, shopId, extremes.gain),
    lose: await named(store, shopId, extremes.lose),
    leavesOut: LEAVES_OUT,
    segmentsLeftOut: [...draft.segments, ...current.segments]
      .filter(goesByFigures)
      .map(({ id }) => id)
      .filter((id, i, ids) => ids.indexOf(id) === i),
    purchaseDays: seen.purchaseDays,
  };
};

/** On how many days a shopper bought something that is worth anything (E70). */
function purchaseDaysAmong(
  items: readonly ReplayItem[],
  { timeZone, currency, rates }: ProgramDocument,
): number {
  const days = new Set<number>();
  for (const item of items) {
    if (!('order' in item)) continue;
    const terms = { timeZone, currency, rates };
    const { boughtAs, boughtOn } = purchaseOf(item.order, item.toShopRate, terms);
    if (boughtOn !== null && boughtAs !== 'free') days.add(boughtOn);
  }
  return days.size;
}

function actPages(store: Store, { shopId, from, until }: ReplayOrder): ReadPage<ReplayItem> {
  return async (after) => {
    const rows = await store.read((tx) =>
      tx.run(selectActsByShopper, { shopId, ...after, limit: WALK_PAGE }),
    );
    return rows.map(({ shopperId, id, removedAt, ...act }) => {
      const inside = removedAt === null && act.at >= from && act.at < until;
      return { shopperId, id, item: inside ? { at: act.at, act } : undefined };
    });
  };
}

function orderPages(store: Store, { shopId, from, until }: ReplayOrder): ReadPage<ReplayItem> {
  return async (after) => {
    const rows = await store.read((tx) =>
      ordersByShopper(tx, { shopId, ...after, limit: WALK_PAGE }),
    );
    return rows.map(({ shopperId, id, state, toShopRate }) => {
      const order = readState(state);
      const at = Date.parse(order.placedAt);
      const inside = at >= from && at < until;
      return {
        shopperId: shopperId ?? '',
        id,
        item: inside ? { at, order, toShopRate } : undefined,
      };
    });
  };
}

async function named(
  store: Store,
  shopId: string,
  list: Extremes['gain'],
): Promise<Simulation['gain']> {
  const found = [];
  for (const one of list) {
    const key = { shopId, shopperId: one.shopperId };
    const [row] = await store.read((tx) => tx.run(selectExternalId, key));
    found.push({ ...one, shopperId: row?.externalId ?? null });
  }
  return found;
}
