import type { ShopperDay } from '../../../loyalty/orders/rules/purchase-rules.ts';

/** A local day on which somebody bought, whatever number of orders (E70). */
export interface PurchaseDay {
  /** Counted from 1970-01-01, in the programme's zone. */
  readonly day: number;
  /** What the goods were worth in the shop's currency, without tax and shipping; of orders without a rate nothing. */
  readonly valueMinor: number;
  /** Orders whose value is not known in the shop's currency. */
  readonly withoutRate: number;
}

/** Which of a shopper's kept days are purchase days: those with goods, and where free orders count those with any order. */
export const purchaseDaysOf = (
  days: readonly ShopperDay[],
  { includeFreeOrders }: { includeFreeOrders: boolean },
): PurchaseDay[] =>
  days
    .filter(({ orders }) => orders > 0 || includeFreeOrders)
    .map(({ day, valueMinor, withoutRate }) => ({ day, valueMinor, withoutRate }));

/** Somebody's purchase days up to a day, the earliest first; what stands twice of a day is one purchase. */
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
