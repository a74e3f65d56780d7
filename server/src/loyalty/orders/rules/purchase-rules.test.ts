import { describe, expect, it } from 'vitest';
import { aLine, anOrder } from '../../../testing/order-states.ts';
import { daysOf, movesBetween, purchaseOf, type OwnedPurchase } from './purchase-rules.ts';

const DAY_MS = 86_400_000;
const TERMS = { timeZone: 'UTC', currency: 'USD', rates: {} };
const day = (iso: string): number => Date.parse(iso) / DAY_MS;
const placed = (placedAt: string, change: Parameters<typeof anOrder>[0] = {}) =>
  anOrder({ placedAt, lines: [aLine('a', 4000)], ...change });
const NOON = '2026-03-04T12:00:00Z';
const NOTHING = { boughtAs: 'nothing', boughtOn: null, boughtMinor: 0 };

describe('what an order is to purchase days (E70)', () => {
  it('is goods worth what is left of them, without tax and shipping', () => {
    const lines = [
      aLine('a', 4000, { taxMinor: 400 }),
      aLine('b', 6000),
      aLine('c', 50, { refundedMinor: 50 }),
    ];
    const order = placed(NOON, { lines, shippingMinor: 900 });
    const expected = { boughtAs: 'goods', boughtOn: day('2026-03-04'), boughtMinor: 10_000 };
    expect(purchaseOf(order, null, TERMS)).toEqual(expected);
    const included = { ...order, taxesIncluded: true };
    expect(purchaseOf(included, null, TERMS)).toEqual({ ...expected, boughtMinor: 9600 });
  });

  it.each([
    ['not paid', { paymentStatus: 'unpaid' }],
    ['voided', { paymentStatus: 'voided' }],
    ['cancelled', { cancelledAt: '2026-03-05T00:00:00Z' }],
    ['cancelled and free', { cancelledAt: '2026-03-05T00:00:00Z', lines: [aLine('a', 0)] }],
    ['sent back in full', { lines: [aLine('a', 4000, { refundedMinor: 4000 })] }],
  ] satisfies readonly (readonly [string, Parameters<typeof anOrder>[0]])[])(
    'is nothing of an order that is %s (%j)',
    (_, change) => {
      expect(purchaseOf(placed(NOON, change), null, TERMS)).toEqual(NOTHING);
    },
  );

  it.each([
    ['goods that cost nothing', { lines: [aLine('a', 0)] }],
    ['nothing but its shipping', { lines: [aLine('a', 0)], shippingMinor: 500 }],
    ['francs without a rate, and none of them', { currency: 'CHF', lines: [aLine('a', 0)] }],
  ])('is free where what was kept is %s (%j)', (_, change) => {
    const found = purchaseOf(placed(NOON, change), null, TERMS);
    expect(found).toEqual({ boughtAs: 'free', boughtOn: day('2026-03-04'), boughtMinor: 0 });
  });

  it.each([
    ['UTC', '2026-01-31'],
    ['Asia/Tokyo', '2026-02-01'],
    ['America/New_York', '2026-01-31'],
  ])('half past eleven at night of 31 January in UTC is in %s on %s', (timeZone, local) => {
    const order = placed('2026-01-31T23:30:00Z');
    expect(purchaseOf(order, null, { ...TERMS, timeZone }).boughtOn).toBe(day(local));
  });

  it.each([
    ['by the rate it came with', '0.5', {}, { boughtAs: 'goods', boughtMinor: 2000 }],
    [
      'by the rate of its programme',
      null,
      { EUR: '1.1' },
      { boughtAs: 'goods', boughtMinor: 4400 },
    ],
    ['by its own rate before', '0.5', { EUR: '1.1' }, { boughtAs: 'goods', boughtMinor: 2000 }],
    ['without any rate', null, {}, { boughtAs: 'unrated', boughtMinor: 0 }],
  ] as const)('is worth in another currency %s: %s, %j', (_, rate, rates, expected) => {
    const order = placed(NOON, { currency: 'EUR' });
    expect(purchaseOf(order, rate, { ...TERMS, rates })).toMatchObject(expected);
  });
});

describe('what moves between two states of an order', () => {
  const goods: OwnedPurchase = {
    shopperId: 'ada',
    boughtAs: 'goods',
    boughtOn: 10,
    boughtMinor: 500,
  };
  const counts = { orders: 1, valueMinor: 500, freeOrders: 0, withoutRate: 0 };
  const taken = { orders: -1, valueMinor: -500, freeOrders: 0, withoutRate: 0 };

  it('is nothing where they count alike', () => {
    expect(movesBetween(goods, goods)).toEqual([]);
  });

  it('is the difference on the same day of the same shopper', () => {
    const [move, ...more] = movesBetween(goods, { ...goods, boughtMinor: 300 });
    expect(more).toEqual([]);
    expect(move).toEqual({ shopperId: 'ada', day: 10, ...taken, orders: 0, valueMinor: -200 });
  });

  it('is taken from one day or shopper and given to the other', () => {
    expect(movesBetween(goods, { ...goods, shopperId: 'bea' })).toEqual([
      { shopperId: 'ada', day: 10, ...taken },
      { shopperId: 'bea', day: 10, ...counts },
    ]);
    expect(movesBetween(goods, { ...goods, boughtOn: 11 }).map((move) => move.day)).toEqual([
      10, 11,
    ]);
  });

  it('is taken alone where the order is nobody’s or nothing, and given alone where it was', () => {
    const none: OwnedPurchase = { ...goods, boughtAs: 'nothing', boughtOn: null, boughtMinor: 0 };
    expect(movesBetween(goods, none)).toEqual([{ shopperId: 'ada', day: 10, ...taken }]);
    expect(movesBetween({ ...goods, shopperId: null }, goods)).toEqual([
      { shopperId: 'ada', day: 10, ...counts },
    ]);
    expect(movesBetween(undefined, none)).toEqual([]);
  });
});

it('orders of one day are one day, and days come earliest first (E70)', () => {
  const days = daysOf([
    { boughtAs: 'goods', boughtOn: 12, boughtMinor: 5 },
    { boughtAs: 'free', boughtOn: 3, boughtMinor: 0 },
    { boughtAs: 'unrated', boughtOn: 12, boughtMinor: 0 },
    { boughtAs: 'nothing', boughtOn: null, boughtMinor: 0 },
  ]);
  expect([...days]).toEqual([
    [3, { orders: 0, valueMinor: 0, freeOrders: 1, withoutRate: 0 }],
    [12, { orders: 2, valueMinor: 5, freeOrders: 0, withoutRate: 1 }],
  ]);
});
