import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aLine, anOrder } from '../../../testing/order-states.ts';
import { mergeDays, purchaseDayOf } from './purchase-day-rules.ts';

const DAY_MS = 86_400_000;
const TERMS = { timeZone: 'UTC', currency: 'USD', rates: {}, includeFreeOrders: false };
const day = (iso: string): number => Date.parse(iso) / DAY_MS;
const placed = (placedAt: string, change: Parameters<typeof anOrder>[0] = {}) =>
  anOrder({ placedAt, lines: [aLine('a', 4000)], ...change });

it('a paid order is a purchase day worth its goods, without tax and shipping (E70)', () => {
  const lines = [aLine('a', 4000, { taxMinor: 400 }), aLine('b', 6000)];
  const order = placed('2026-03-04T12:00:00Z', { lines, shippingMinor: 900 });
  expect(purchaseDayOf(order, null, TERMS)).toEqual({
    day: day('2026-03-04'),
    valueMinor: 10_000,
    withoutRate: 0,
  });
  expect(purchaseDayOf({ ...order, taxesIncluded: true }, null, TERMS)?.valueMinor).toBe(9600);
});

it.each([
  ['not paid', { paymentStatus: 'unpaid' }],
  ['voided', { paymentStatus: 'voided' }],
  ['cancelled', { cancelledAt: '2026-03-05T00:00:00Z' }],
  ['sent back in full', { lines: [aLine('a', 4000, { refundedMinor: 4000 })] }],
  ['worth nothing', { lines: [aLine('a', 0)] }],
  ['worth nothing but its shipping', { lines: [aLine('a', 0)], shippingMinor: 500 }],
] satisfies readonly (readonly [string, Parameters<typeof anOrder>[0]])[])(
  'an order that is %s (%j) is no purchase day (E70)',
  (_, change) => {
    expect(purchaseDayOf(placed('2026-03-04T12:00:00Z', change), null, TERMS)).toBeUndefined();
  },
);

it('an order that cost nothing is a day where free orders count, one that was cancelled is not', () => {
  const terms = { ...TERMS, includeFreeOrders: true };
  const free = placed('2026-03-04T12:00:00Z', { lines: [aLine('a', 0)] });
  expect(purchaseDayOf(free, null, terms)).toMatchObject({ valueMinor: 0 });
  const cancelled = { ...free, cancelledAt: '2026-03-05T00:00:00Z' };
  expect(purchaseDayOf(cancelled, null, terms)).toBeUndefined();
});

it('what was sent back is worth nothing, what was kept is', () => {
  const lines = [aLine('a', 4000, { refundedMinor: 4000 }), aLine('b', 6000)];
  expect(purchaseDayOf(placed('2026-03-04T12:00:00Z', { lines }), null, TERMS)?.valueMinor).toBe(
    6000,
  );
});

it.each([
  ['UTC', '2026-01-31'],
  ['Asia/Tokyo', '2026-02-01'],
  ['America/New_York', '2026-01-31'],
])('half past eleven at night of 31 January in UTC is in %s on %s', (timeZone, local) => {
  const order = placed('2026-01-31T23:30:00Z');
  expect(purchaseDayOf(order, null, { ...TERMS, timeZone })?.day).toBe(day(local));
});

it.each([
  ['its own rate', '2', {}, 80_00, 0],
  ['its own rate before the programme’s', '2', { EUR: '3' }, 80_00, 0],
  ['the programme’s rate', null, { EUR: '3' }, 120_00, 0],
  ['no rate', null, {}, 0, 1],
])(
  'an order in another currency with %s is a day',
  (_, rate, rates, ...[valueMinor, withoutRate]) => {
    const order = placed('2026-03-04T12:00:00Z', { currency: 'EUR' });
    expect(purchaseDayOf(order, rate, { ...TERMS, rates })).toMatchObject({
      valueMinor,
      withoutRate,
    });
  },
);

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
