import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeDays, purchaseDaysOf } from './purchase-day-rules.ts';

it('a day with goods is a purchase day, one on which all cost nothing only where free orders count (E70)', () => {
  const days = [
    { day: 3, orders: 0, valueMinor: 0, freeOrders: 1, withoutRate: 0 },
    { day: 9, orders: 2, valueMinor: 500, freeOrders: 1, withoutRate: 1 },
  ];
  const bought = { day: 9, valueMinor: 500, withoutRate: 1 };
  expect(purchaseDaysOf(days, { includeFreeOrders: false })).toEqual([bought]);
  const free = { day: 3, valueMinor: 0, withoutRate: 0 };
  expect(purchaseDaysOf(days, { includeFreeOrders: true })).toEqual([free, bought]);
});

it('orders of one day are one purchase, whatever their order, and later days are left out', () => {
  const one = fc.record({
    day: fc.integer({ min: 0, max: 20 }),
    valueMinor: fc.nat(1000),
    withoutRate: fc.nat(1),
  });
  fc.assert(
    fc.property(fc.array(one), fc.integer({ min: -1, max: 21 }), (given, until) => {
      const merged = mergeDays(given, until);
      const kept = given.filter((each) => each.day <= until);
      const days = merged.map((each) => each.day);
      expect(days).toEqual([...new Set(kept.map((each) => each.day))].toSorted((a, b) => a - b));
      for (const what of ['valueMinor', 'withoutRate'] as const)
        expect(merged.reduce((sum, each) => sum + each[what], 0)).toBe(
          kept.reduce((sum, each) => sum + each[what], 0),
        );
      expect(mergeDays(given.toReversed(), until)).toEqual(merged);
    }),
  );
});
