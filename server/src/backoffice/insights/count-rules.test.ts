import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loopThresholds } from '@okaeri/shared/segments';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { isBought } from '../../loyalty/orders/rules/purchase-rules.ts';
import { createMonths, createStages, shareOf, stageBefore } from './count-rules.ts';

type Shopper = Parameters<typeof stageBefore>[0];
type State = Parameters<typeof isBought>[0];

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-22T10:00:00Z');
const THEN = NOW - 30 * DAY_MS;

it.each([
  ['paid', {}, true],
  ['paid in part', { paymentStatus: 'partiallyPaid' }, true],
  ['not paid', { paymentStatus: 'unpaid' }, false],
  ['voided', { paymentStatus: 'voided' }, false],
  ['cancelled', { cancelledAt: '2026-11-02T00:00:00Z' }, false],
  ['refunded in part', { lines: [aLine('a', 1000, { refundedMinor: 999 })] }, true],
  ['refunded in full', { lines: [aLine('a', 1000, { refundedMinor: 1000 })] }, false],
] satisfies readonly (readonly [string, Partial<State>, boolean])[])(
  'an order that is %s (%j) was bought, and kept: %s',
  (_what, change, bought) => {
    expect(isBought(anOrder(change))).toBe(bought);
  },
);

describe('a part of a whole', () => {
  it.each([
    [0, 0],
    [1, 1],
    [29, 29],
  ])('of %i of %i is not shown, as too few stand behind it', (count, of) => {
    expect(shareOf(count, of)).toEqual({ share: null, low: null, high: null, count, of });
  });

  // Wilson’s interval as it is found in tables, to four places.
  it.each([
    [0, 30, 0, 0, 0.1135],
    [30, 30, 1, 0.8865, 1],
    [15, 30, 0.5, 0.3315, 0.6685],
    [10, 100, 0.1, 0.0552, 0.1744],
    [81, 263, 0.308, 0.2553, 0.3662],
  ])('of %i of %i is %d, between %d and %d', (...row) => {
    const [count, of, share, low, high] = row;
    const computed = shareOf(count, of);
    expect(computed.share).toBeCloseTo(share, 4);
    expect(computed.low).toBeCloseTo(low, 4);
    expect(computed.high).toBeCloseTo(high, 4);
    expect([computed.count, computed.of]).toEqual([count, of]);
  });

  it('always lies within its interval, and the interval within the whole', () => {
    const whole = fc.integer({ min: 30, max: 1_000_000 });
    fc.assert(
      fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const { share, low, high } = shareOf(Math.round(of * part), of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual((share ?? 0) + 1e-9);
        expect(high).toBeGreaterThanOrEqual((share ?? 1) - 1e-9);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('what is counted by month', () => {
  const none = { issued: 0, redeemed: 0, expired: 0, orders: 0, memberOrders: 0, reviews: 0 };
  const counted = (at: string, timeZone = 'UTC') => {
    const months = createMonths(NOW, timeZone, 3);
    months.add(Date.parse(at), 'orders', 1);
    return months.list().find(({ orders }) => orders > 0)?.month;
  };

  it('begins with noughts for each month, the latest last', () => {
    expect(createMonths(NOW, 'UTC', 3).list()).toEqual([
      { month: '2026-09', ...none },
      { month: '2026-10', ...none },
      { month: '2026-11', ...none },
    ]);
  });

  it.each([
    ['2026-08-31T23:59:59.999Z', undefined],
    ['2026-09-01T00:00:00Z', '2026-09'],
    ['2026-10-31T23:59:59.999Z', '2026-10'],
    ['2026-11-01T00:00:00Z', '2026-11'],
    ['2026-11-22T10:00:00Z', '2026-11'],
    ['2026-11-22T10:00:00.001Z', undefined],
  ])('has what happened at %s in %s', (at, month) => {
    expect(counted(at)).toBe(month);
  });

  it('goes by the days of the programme’s time zone', () => {
    expect(counted('2026-10-31T15:00:00Z', 'Asia/Tokyo')).toBe('2026-11');
    expect(counted('2026-11-01T03:59:59Z', 'America/New_York')).toBe('2026-10');
  });

  it('is added up for each figure by itself', () => {
    const months = createMonths(NOW, 'UTC', 1);
    months.add(NOW, 'issued', 100);
    months.add(NOW, 'issued', -30);
    months.add(NOW, 'redeemed', 5);
    expect(months.list()).toEqual([{ month: '2026-11', ...none, issued: 70, redeemed: 5 }]);
  });
});

const SHOPPER: Shopper = {
  shopId: 'shop',
  id: 'ada',
  externalId: null,
  email: null,
  emailKey: null,
  name: null,
  locale: null,
  timeZone: null,
  status: 'member',
  enrolledAt: null,
  birthday: null,
  birthdaySetAt: null,
  joinedOn: null,
  occasionsAt: 0,
  newsletter: false,
  personalised: true,
  tags: [],
  tastes: { bought: {}, seen: {} },
  referralCode: null,
  origins: [],
  mergedInto: null,
  erasedAt: null,
  tokensNotBefore: 0,
  pending: 0,
  available: 0,
  held: 0,
  lifetime: 0,
  spendMinor: 0,
  orderCount: 0,
  firstOrderAt: null,
  lastOrderAt: null,
  activeAt: 0,
  idleDays: 0,
  standing: null,
  clawedBackAt: null,
  advocateAt: null,
  sequence: 0,
  chainHead: '',
  nextChangeAt: 0,
  version: 1,
  createdAt: 0,
};

const NONE = { since: 0, latestBefore: null };

describe('where a shopper stood thirty days ago', () => {
  const LOOP = loopThresholds.parse({});
  const before = (change: Partial<Shopper>, orders: Parameters<typeof stageBefore>[1] = NONE) =>
    stageBefore({ ...SHOPPER, ...change }, orders, LOOP, THEN);
  /** Bought so many times, first and last so many days before then. */
  const bought = (orderCount: number, firstDays: number, lastDays = firstDays) => ({
    orderCount,
    firstOrderAt: THEN - firstDays * DAY_MS,
    lastOrderAt: THEN - lastDays * DAY_MS,
  });

  it.each([
    ['known later, without an order', { createdAt: THEN + 1 }, null],
    ['known later, with an order since', { createdAt: THEN + 1, ...bought(1, -1) }, null],
    [
      'known later, with an order at that instant',
      { createdAt: THEN + 1, ...bought(1, 0) },
      'postPurchase',
    ],
    ['known later, with an order before', { createdAt: THEN + 1, ...bought(1, 1) }, 'postPurchase'],
    ['known at that instant', { createdAt: THEN }, 'consideration'],
    ['with one order 13 days before', bought(1, 13), 'postPurchase'],
    ['with one order 14 days before', bought(1, 14), 'onboarding'],
    ['with one order 30 days before', bought(1, 30), 'consideration'],
    ['with three orders', bought(3, 100, 20), 'loyal'],
    ['with the last of three orders 180 days before', bought(3, 400, 180), 'lapsed'],
    ['who had recommended by then', { ...bought(1, 20), advocateAt: THEN }, 'advocacy'],
    ['who has recommended since', { ...bought(1, 20), advocateAt: THEN + 1 }, 'onboarding'],
  ])('is, of one %s, %3$s', (_what, change, stage) => {
    expect(before(change)).toBe(stage);
  });

  it('counts no order placed since', () => {
    const now = { ...bought(3, 100), lastOrderAt: NOW };
    expect(before(now, { since: 2, latestBefore: THEN - 100 * DAY_MS })).toBe('consideration');
    expect(before(now, { since: 0, latestBefore: THEN - 100 * DAY_MS })).toBe('loyal');
    expect(before({ ...now, orderCount: 1 }, { since: 1, latestBefore: null })).toBe(
      'consideration',
    );
  });
});

describe('how many stand at each stage', () => {
  it('is none where nobody was counted', () => {
    const { stages, moves } = createStages().read();
    expect(moves).toEqual([]);
    expect(stages.map(({ stage }) => stage)).toEqual([
      'consideration',
      'onboarding',
      'postPurchase',
      'loyal',
      'advocacy',
      'lapsed',
    ]);
    expect(stages.every(({ now, before }) => now === 0 && before === 0)).toBe(true);
  });

  it('is counted now and before, and who moved is listed by how many, the most first', () => {
    const counted = createStages();
    counted.add(null, 'consideration');
    counted.add('loyal', 'loyal');
    for (let count = 0; count < 3; count += 1) counted.add('loyal', 'lapsed');
    counted.add(null, 'consideration');
    counted.add('lapsed', 'loyal');
    const { stages, moves } = counted.read();
    const at = (wanted: string) => {
      const found = stages.find(({ stage }) => stage === wanted);
      return [found?.before, found?.now];
    };
    expect([at('consideration'), at('loyal'), at('lapsed')]).toEqual([
      [0, 2],
      [4, 2],
      [1, 3],
    ]);
    expect(moves).toEqual([
      { from: 'loyal', to: 'lapsed', count: 3 },
      { from: 'new', to: 'consideration', count: 2 },
      { from: 'lapsed', to: 'loyal', count: 1 },
    ]);
  });
});
