import type { OrderState } from '@okaeri/shared/orders';
import { dayOf } from '../../../platform/lib/calendar.ts';
import { convertMinor } from '../../../platform/lib/currency.ts';
import { keptGoodsMinor, refundedInFull } from './money-rules.ts';

/** What an order is to figures: bought goods, goods without a rate into the shop's currency, kept for nothing, or none. */
export type BoughtAs = 'goods' | 'unrated' | 'free' | 'nothing';

/** What an order adds to its owner's purchase days, kept with it: it is what a later state takes back. */
export interface Purchase {
  readonly boughtAs: BoughtAs;
  /** The local day, counted from 1970-01-01; null where nothing was bought. */
  readonly boughtOn: number | null;
  /** What the goods are worth in the shop's currency, without tax and shipping; 0 where that is not known. */
  readonly boughtMinor: number;
}

/** What turns an order into money of the shop on a local day. */
export interface PurchaseTerms {
  readonly timeZone: string;
  readonly currency: string;
  /** The rates of the order's own programme, for an order that came without one. */
  readonly rates: Readonly<Record<string, string>>;
}

/** What is counted of a shopper's day. */
export interface DayCounts {
  /** Orders with goods worth more than nothing. */
  readonly orders: number;
  /** What they are worth in the shop's currency, those without a rate left out. */
  readonly valueMinor: number;
  /** Kept orders that cost nothing. */
  readonly freeOrders: number;
  /** Of the orders with goods, those without a rate. */
  readonly withoutRate: number;
}

/** A local day on which a shopper bought something, or kept something that cost nothing. */
export interface ShopperDay extends DayCounts {
  /** Counted from 1970-01-01, in the programme's zone. */
  readonly day: number;
}

/** By how much a shopper's day changes. */
export interface DayMove extends DayCounts {
  readonly shopperId: string;
  readonly day: number;
}

/** An order of nobody's, or none: nobody's days have anything of it. */
const NO_PURCHASE: Purchase = { boughtAs: 'nothing', boughtOn: null, boughtMinor: 0 };

const NOTHING: DayCounts = { orders: 0, valueMinor: 0, freeOrders: 0, withoutRate: 0 };

/** Whether an order is one that was bought, and kept. */
export const isBought = (state: OrderState): boolean =>
  state.cancelledAt == null &&
  (state.paymentStatus === 'paid' || state.paymentStatus === 'partiallyPaid') &&
  !refundedInFull(state);

/** What an order in its present state is to purchase days (E70). */
export const purchaseOf = (
  state: OrderState,
  toShopRate: string | null,
  terms: PurchaseTerms,
): Purchase => {
  if (!isBought(state)) return NO_PURCHASE;
  const ownMinor = keptGoodsMinor(state, { includeTax: false });
  const boughtOn = dayOf(Date.parse(state.placedAt), terms.timeZone);
  if (ownMinor <= 0) return { boughtAs: 'free', boughtOn, boughtMinor: 0 };
  const { currency: from } = state;
  const { currency: to, rates } = terms;
  if (from === to) return { boughtAs: 'goods', boughtOn, boughtMinor: ownMinor };
  const rate = toShopRate ?? rates[from];
  if (rate === undefined) return { boughtAs: 'unrated', boughtOn, boughtMinor: 0 };
  return { boughtAs: 'goods', boughtOn, boughtMinor: convertMinor(ownMinor, { from, to, rate }) };
};

/** A purchase and whose it is; null for nobody's. */
export interface OwnedPurchase extends Purchase {
  readonly shopperId: string | null;
}

/** What moves when an order becomes another: taken from the day it stood on, and given to the one it stands on. */
export const movesBetween = (
  before: OwnedPurchase | undefined,
  after: OwnedPurchase,
): DayMove[] => {
  const taken = moveOf(before, 'taken');
  const given = moveOf(after, 'given');
  if (taken === undefined || given === undefined) return [taken, given].filter(isMove);
  if (taken.shopperId !== given.shopperId || taken.day !== given.day) return [taken, given];
  return [addMoves(taken, given)].filter(isMove);
};

/** A shopper's days, the earliest first: what their orders count on each. */
export const daysOf = (purchases: readonly Purchase[]): ReadonlyMap<number, DayCounts> => {
  const days = new Map<number, DayCounts>();
  for (const purchase of purchases) {
    const { boughtOn: day } = purchase;
    if (day === null) continue;
    const known = days.get(day);
    const counts = countsOf(purchase);
    days.set(day, known === undefined ? counts : addCounts(known, counts));
  }
  return new Map([...days].toSorted(([a], [b]) => a - b));
};

function moveOf(owned: OwnedPurchase | undefined, sign: 'given' | 'taken'): DayMove | undefined {
  if (owned?.shopperId == null || owned.boughtOn === null) return undefined;
  const counts = countsOf(owned);
  const key = { shopperId: owned.shopperId, day: owned.boughtOn };
  return { ...key, ...(sign === 'given' ? counts : addCounts(NOTHING, counts, -1)) };
}

function addMoves(one: DayMove, other: DayMove): DayMove {
  return { ...one, ...addCounts(one, other) };
}

function isMove(move: DayMove | undefined): move is DayMove {
  if (move === undefined) return false;
  const { orders, valueMinor, freeOrders, withoutRate } = move;
  return orders !== 0 || valueMinor !== 0 || freeOrders !== 0 || withoutRate !== 0;
}

/** What one purchase counts on its day. */
function countsOf({ boughtAs, boughtMinor }: Purchase): DayCounts {
  return {
    orders: boughtAs === 'goods' || boughtAs === 'unrated' ? 1 : 0,
    valueMinor: boughtMinor,
    freeOrders: boughtAs === 'free' ? 1 : 0,
    withoutRate: boughtAs === 'unrated' ? 1 : 0,
  };
}

function addCounts(one: DayCounts, other: DayCounts, times = 1): DayCounts {
  return {
    orders: one.orders + times * other.orders,
    valueMinor: one.valueMinor + times * other.valueMinor,
    freeOrders: one.freeOrders + times * other.freeOrders,
    withoutRate: one.withoutRate + times * other.withoutRate,
  };
}
