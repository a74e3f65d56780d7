import type { Tx } from '../../../platform/store/store.ts';
import {
  daysOf,
  purchaseOf,
  type DayCounts,
  type Purchase,
  type ShopperDay,
} from '../rules/purchase-rules.ts';
import { readState } from '../rules/state-rules.ts';
import { selectCountedOrdersOf, setPurchase } from './count-queries.ts';
import { deleteDay, selectDaysOf, setDay } from './queries.ts';
import { addRates, type RatesByVersion } from './day-terms.ts';

/** By what a shop's purchase days are counted. */
export interface CountBy {
  readonly shopId: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly rates: RatesByVersion;
}

/** What of an order is counted, and how it was counted last. */
export interface CountedOrder extends Purchase {
  readonly id: string;
  readonly state: unknown;
  readonly toShopRate: string | null;
  readonly programVersion: number;
}

/** A purchase day, or what of an order stands in one, that is not what the shopper's orders come to. */
export interface DayDifference {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** What of a shopper is not as it should be: orders whose part is kept wrongly, and days. */
export interface Mismatch {
  readonly orders: readonly {
    readonly id: string;
    readonly found: Purchase;
    readonly purchase: Purchase;
  }[];
  readonly days: readonly {
    readonly day: number;
    readonly expected: DayCounts | undefined;
    readonly found: DayCounts | undefined;
  }[];
}

/** Orders of one shopper that are read at once. */
const PAGE = 500;
const DAY_MS = 86_400_000;

/** Compares a shopper's days with what their orders come to, by rates that are known already. */
export const compareDays = (
  by: CountBy,
  orders: readonly CountedOrder[],
  kept: readonly ShopperDay[],
): Mismatch => {
  const wrong: Mismatch['orders'][number][] = [];
  const purchases: Purchase[] = [];
  for (const order of orders) {
    const { timeZone, currency } = by;
    const rates = by.rates.get(order.programVersion) ?? {};
    const terms = { timeZone, currency, rates };
    const purchase = purchaseOf(readState(order.state), order.toShopRate, terms);
    purchases.push(purchase);
    if (!isSamePurchase(order, purchase)) wrong.push({ id: order.id, found: order, purchase });
  }
  const expected = daysOf(purchases);
  const found = new Map<number, DayCounts>(kept.map((day) => [day.day, day]));
  const days = [...new Set([...expected.keys(), ...found.keys()])]
    .map((day) => ({ day, expected: expected.get(day), found: found.get(day) }))
    .filter((one) => textOf(one.expected) !== textOf(one.found));
  return { orders: wrong, days };
};

/** The same for the shopper as they are in this transaction. */
export const compareShopper = async (tx: Tx, by: CountBy, shopperId: string): Promise<Mismatch> => {
  const { shopId } = by;
  const orders: CountedOrder[] = [];
  for (let afterId = ''; ;) {
    const page = await tx.run(selectCountedOrdersOf, { shopId, shopperId, afterId, limit: PAGE });
    orders.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    afterId = last.id;
  }
  await addRates(tx, by, orders);
  return compareDays(by, orders, await tx.run(selectDaysOf, { shopId, shopperId }));
};

/** Makes a shopper's days what their orders come to. Whoever calls has locked the shopper. */
export const repairShopper = async (tx: Tx, by: CountBy, shopperId: string): Promise<Mismatch> => {
  const { shopId } = by;
  const mismatch = await compareShopper(tx, by, shopperId);
  for (const { id, purchase } of mismatch.orders)
    await tx.run(setPurchase, { shopId, id, ...purchase });
  for (const { day, expected } of mismatch.days)
    if (expected === undefined) await tx.run(deleteDay, { shopId, shopperId, day });
    else await tx.run(setDay, { shopId, shopperId, day, ...expected });
  return mismatch;
};

/** What differs, in words. */
export const differencesOf = ({ orders, days }: Mismatch): DayDifference[] => [
  ...orders.map(({ id, found, purchase }) => ({
    what: `order ${id} in purchase days`,
    expected: purchaseText(purchase),
    found: purchaseText(found),
  })),
  ...days.map(({ day, expected, found }) => ({
    what: `purchase day ${dateOf(day)}`,
    expected: textOf(expected),
    found: textOf(found),
  })),
];

function isSamePurchase(one: Purchase, other: Purchase): boolean {
  return (
    one.boughtAs === other.boughtAs &&
    one.boughtOn === other.boughtOn &&
    one.boughtMinor === other.boughtMinor
  );
}

function textOf(counts: DayCounts | undefined): string {
  if (counts === undefined) return 'none';
  const { orders, valueMinor, freeOrders, withoutRate } = counts;
  return `${orders} orders, ${valueMinor}, ${freeOrders} free, ${withoutRate} without a rate`;
}

function purchaseText({ boughtAs, boughtOn, boughtMinor }: Purchase): string {
  return boughtOn === null ? boughtAs : `${boughtAs} on ${dateOf(boughtOn)}, ${boughtMinor}`;
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
