import type { OrderState } from '@okaeri/shared/orders';
import { dayOf } from '../../../platform/lib/calendar.ts';
import { convertMinor } from '../../../platform/lib/currency.ts';
import { keptGoodsMinor } from '../../../loyalty/orders/rules/money-rules.ts';
import { isBought } from '../../../loyalty/orders/rules/purchase-rules.ts';

/** A local day on which somebody bought, whatever number of orders (E70). */
export interface PurchaseDay {
  /** Counted from 1970-01-01, in the programme's zone. */
  readonly day: number;
  /** What the goods were worth in the shop's currency, without tax and shipping; of orders without a rate nothing. */
  readonly valueMinor: number;
  /** Orders whose value is not known in the shop's currency. */
  readonly withoutRate: number;
}

/** What turns an order into money of the shop on a local day. */
export interface DayTerms {
  readonly timeZone: string;
  readonly currency: string;
  /** The programme's rates, for orders that came without one. */
  readonly rates: Readonly<Record<string, string>>;
  /** Whether an order that was kept and cost nothing counts as a day too. */
  readonly includeFreeOrders: boolean;
}

/** The purchase day of an order; undefined where it is none: not paid, cancelled, sent back, or worth nothing. */
export const purchaseDayOf = (
  state: OrderState,
  toShopRate: string | null,
  terms: DayTerms,
): PurchaseDay | undefined => {
  if (!isBought(state)) return undefined;
  const ownMinor = keptGoodsMinor(state, { includeTax: false });
  if (ownMinor <= 0 && !terms.includeFreeOrders) return undefined;
  const day = dayOf(Date.parse(state.placedAt), terms.timeZone);
  if (state.currency === terms.currency) return { day, valueMinor: ownMinor, withoutRate: 0 };
  const rate = toShopRate ?? terms.rates[state.currency];
  if (rate === undefined) return { day, valueMinor: 0, withoutRate: 1 };
  const into = { from: state.currency, to: terms.currency, rate };
  return { day, valueMinor: convertMinor(ownMinor, into), withoutRate: 0 };
};

/** Somebody's purchase days up to a day, the earliest first; orders of one day are one purchase. */
export const mergeDays = (days: readonly PurchaseDay[], until: number): PurchaseDay[] => {
  const merged = new Map<number, PurchaseDay>();
  for (const one of days) {
    if (one.day > until) continue;
    const known = merged.get(one.day);
    merged.set(one.day, {
      day: one.day,
      valueMinor: (known?.valueMinor ?? 0) + one.valueMinor,
      withoutRate: (known?.withoutRate ?? 0) + one.withoutRate,
    });
  }
  return [...merged.values()].toSorted((a, b) => a.day - b.day);
};
