import { setTimeout as pause } from 'node:timers/promises';
import { groupsOf, WALK_PAGE, type Group } from '../../../platform/store/group-rows.ts';
import { first, type Store } from '../../../platform/store/store.ts';
import { lockShopper } from '../../ledger/queries.ts';
import type { ShopperDay } from '../rules/purchase-rules.ts';
import {
  compareDays,
  compareShopper,
  differencesOf,
  repairShopper,
  type CountBy,
  type CountedOrder,
  type Mismatch,
} from './compare-days.ts';
import { selectCountedOrders } from './count-queries.ts';
import { selectPurchaseDays } from './queries.ts';
import { addRates, BEFORE_DAYS } from './day-terms.ts';

/** What was found going through a shop. */
export interface DayCount {
  shoppers: number;
  orders: number;
  /** Shoppers whose days were not what their orders come to. */
  different: number;
  /** What differed, of the first of them. */
  readonly differences: DayCountDifference[];
}

interface DayCountDifference {
  readonly shopperId: string;
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** How a shop is gone through. */
export interface CountOptions {
  /** Whether what differs is put right. */
  readonly repair: boolean;
  /** Whom it begins behind; everybody where none is named. */
  readonly after?: string;
  /** Hears whose days are counted up to whom. */
  readonly reached?: (shopperId: string) => Promise<void>;
}

/** Shoppers put right in one write, and orders of theirs in it, or a little more: others write in between. */
const SHOPPERS_AT_ONCE = 50;
const ORDERS_AT_ONCE = 300;
/** Differences that are told; beyond them only how many there are. */
const TOLD_MAX = 100;
/** How long others are left to write after a write of its own, at most. */
const PAUSE_MS = 50;

/**
 * Goes through all orders and purchase days of a shop once, a page at a time, and compares them. Who seems to differ
 * is looked at again: as of one moment, or locked and put right.
 */
export const countDays = async (
  store: Store,
  by: CountBy,
  options: CountOptions,
): Promise<DayCount> => {
  const count: DayCount = { shoppers: 0, orders: 0, different: 0, differences: [] };
  let doubtful: string[] = [];
  let doubtfulOrders = 0;
  const settle = async (reached: string): Promise<void> => {
    await (options.repair ? repair(store, by, doubtful, count) : look(store, by, doubtful, count));
    doubtful = [];
    doubtfulOrders = 0;
    await options.reached?.(reached);
  };
  let seen = 0;
  for await (const { shopperId, orders, days } of affairsOf(
    store,
    by.shopId,
    options.after ?? '',
  )) {
    count.shoppers += 1;
    count.orders += orders.length;
    seen += orders.length;
    if (orders.some(({ programVersion }) => !by.rates.has(programVersion)))
      await store.read((tx) => addRates(tx, by, orders));
    if (isMismatch(compareDays(by, orders, days))) {
      doubtful.push(shopperId);
      doubtfulOrders += orders.length;
    }
    const isFull = doubtful.length >= SHOPPERS_AT_ONCE || doubtfulOrders >= ORDERS_AT_ONCE;
    if (!isFull && seen < WALK_PAGE) continue;
    await settle(shopperId);
    seen = 0;
  }
  await settle('');
  return count;
};

async function repair(
  store: Store,
  by: CountBy,
  shopperIds: readonly string[],
  count: DayCount,
): Promise<void> {
  if (shopperIds.length === 0) return;
  const { shopId } = by;
  const began = performance.now();
  const mismatches = await store.writeAlone(async (tx) => {
    const found: [string, Mismatch][] = [];
    for (const shopperId of shopperIds) {
      await first(tx, lockShopper, { shopId, shopperId });
      found.push([shopperId, await repairShopper(tx, by, shopperId)]);
    }
    return found;
  });
  for (const [shopperId, mismatch] of mismatches) note(count, shopperId, mismatch);
  // As long as it has written, others may.
  await pause(Math.min(PAUSE_MS, performance.now() - began));
}

async function look(
  store: Store,
  by: CountBy,
  shopperIds: readonly string[],
  count: DayCount,
): Promise<void> {
  for (const shopperId of shopperIds)
    note(count, shopperId, await store.snapshot((tx) => compareShopper(tx, by, shopperId)));
}

function note(count: DayCount, shopperId: string, mismatch: Mismatch): void {
  if (!isMismatch(mismatch)) return;
  count.different += 1;
  const room = Math.max(0, TOLD_MAX - count.differences.length);
  for (const difference of differencesOf(mismatch).slice(0, room))
    count.differences.push({ shopperId, ...difference });
}

function isMismatch({ orders, days }: Mismatch): boolean {
  return orders.length > 0 || days.length > 0;
}

interface Affairs {
  readonly shopperId: string;
  readonly orders: readonly CountedOrder[];
  readonly days: readonly ShopperDay[];
}

/** Orders and days of each shopper together: both lists are in the order of ids, and either may lack somebody. */
async function* affairsOf(store: Store, shopId: string, from: string): AsyncGenerator<Affairs> {
  const orders = ordersOf(store, shopId, from);
  const days = daysOf(store, shopId, from);
  let [order, day] = [await orders.next(), await days.next()];
  while (order.done !== true || day.done !== true) {
    const shopperId = earlier(idOf(order), idOf(day));
    const hasOrders = idOf(order) === shopperId;
    const hasDays = idOf(day) === shopperId;
    yield {
      shopperId,
      orders: hasOrders && order.done !== true ? order.value.items : [],
      days: hasDays && day.done !== true ? day.value.items : [],
    };
    if (hasOrders) order = await orders.next();
    if (hasDays) day = await days.next();
  }
}

function ordersOf(store: Store, shopId: string, from: string): AsyncGenerator<Group<CountedOrder>> {
  return groupsOf<CountedOrder>(async ({ afterShopper, afterId }) => {
    const after = { afterShopper: afterShopper === '' ? from : afterShopper, afterId };
    const page = await store.read((tx) =>
      tx.run(selectCountedOrders, { shopId, ...after, limit: WALK_PAGE }),
    );
    return page.map(({ shopperId, ...item }) => ({
      shopperId: shopperId ?? '',
      id: item.id,
      item,
    }));
  });
}

function daysOf(store: Store, shopId: string, from: string): AsyncGenerator<Group<ShopperDay>> {
  let afterDay = BEFORE_DAYS;
  return groupsOf<ShopperDay>(async ({ afterShopper }) => {
    const after = { afterShopper: afterShopper === '' ? from : afterShopper, afterDay };
    const until = Number.MAX_SAFE_INTEGER;
    const page = await store.read((tx) =>
      tx.run(selectPurchaseDays, { shopId, ...after, until, limit: WALK_PAGE }),
    );
    afterDay = page.at(-1)?.day ?? afterDay;
    return page.map(({ shopperId, ...item }) => ({ shopperId, id: '', item }));
  });
}

function idOf<T>(group: IteratorResult<Group<T>>): string | undefined {
  return group.done === true ? undefined : group.value.shopperId;
}

function earlier(one: string | undefined, other: string | undefined): string {
  if (one === undefined || other === undefined) return one ?? other ?? '';
  return one < other ? one : other;
}
