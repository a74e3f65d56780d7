import { describe, expect, it } from 'vitest';
import { reviewSettings } from '@okaeri/shared/review-settings';
import { aLine, anOrder } from '../../testing/order-states.ts';
import {
  ASKED_FOR_MS,
  askedFrom,
  hasBought,
  isAsked,
  ORDERS_LOOKED_AT,
  PROMPTS_MAX,
  promptsOf,
} from './purchase-rules.ts';

type State = Parameters<typeof hasBought>[0];
type Arrived = Parameters<typeof askedFrom>[0];
type Settings = Parameters<typeof askedFrom>[1];

const DAY_MS = 86_400_000;
const ARRIVED_AT = Date.parse('2026-11-01T00:00:00Z');
const settings = (change: Partial<Settings> = {}): Settings => ({
  ...reviewSettings.parse({}),
  ...change,
});
const arrived = (state: Partial<State> = {}, id = 'order'): Arrived => ({
  id,
  arrivedAt: ARRIVED_AT,
  state: anOrder(state),
});

it('orders of half a year are asked about, thirty looked through, and ten products asked', () => {
  expect([ASKED_FOR_MS, ORDERS_LOOKED_AT, PROMPTS_MAX]).toEqual([180 * DAY_MS, 30, 10]);
});

describe('whether an order stands behind a review of a product', () => {
  it.each([
    ['paid', {}, true],
    ['not yet paid', { paymentStatus: 'unpaid' }, true],
    ['paid in part', { paymentStatus: 'partiallyPaid' }, true],
    ['voided', { paymentStatus: 'voided' }, false],
    ['cancelled', { cancelledAt: '2026-11-02T00:00:00Z' }, false],
    ['never cancelled', { cancelledAt: undefined }, true],
    ['without lines', { lines: [] }, false],
  ] satisfies readonly (readonly [string, Partial<State>, boolean])[])(
    'is, of an order that is %s (%j), %s',
    (_what, change, bought) => {
      expect(hasBought(anOrder(change), 'p-a')).toBe(bought);
    },
  );

  it.each([
    [1, 0, true],
    [1, 1, false],
    [2, 1, true],
    [2, 2, false],
    [0, 0, false],
    [1, 2, false],
  ])('is, of %i pieces with %i of them back, %s', (quantity, refundedQuantity, bought) => {
    const lines = [aLine('a', 1000, { quantity, refundedQuantity }), aLine('b', 1000)];
    expect(hasBought(anOrder({ lines }), 'p-a')).toBe(bought);
    expect(hasBought(anOrder({ lines }), 'p-b')).toBe(true);
  });

  it('is for the product that was bought, and no other', () => {
    expect(hasBought(anOrder(), 'p-c')).toBe(false);
    expect(hasBought(anOrder(), 'p')).toBe(false);
  });
});

describe('when an order is asked about', () => {
  const days = (state: Partial<State>, change: Partial<Settings> = {}): number =>
    (askedFrom(arrived(state), settings(change)) - ARRIVED_AT) / DAY_MS;
  const WAYS = { askAfterDays: 7, transitDays: 5, transitDaysAbroad: 14 };
  const deliveredAt = '2026-11-01T00:00:00Z';

  it.each([
    ['delivered', { deliveredAt }, { homeMarkets: [] }, 7],
    ['delivered abroad', { deliveredAt, market: 'se' }, { homeMarkets: ['fi'] }, 7],
    ['at home', { market: 'fi' }, { homeMarkets: ['fi', 'ax'] }, 12],
    ['abroad', { market: 'se' }, { homeMarkets: ['fi', 'ax'] }, 21],
    ['abroad, where one market is home', { market: 'se' }, { homeMarkets: ['fi'] }, 21],
    ['abroad, where no market is home', { market: 'se' }, { homeMarkets: [] }, 12],
    ['of no market', { market: null }, { homeMarkets: ['fi'] }, 12],
  ])('is, for one %s (%j, %j), after %i days', (_what, state, change, after) => {
    expect(days(state, { ...WAYS, ...change })).toBe(after);
  });

  it('may be the day it is delivered', () => {
    expect(days({ deliveredAt }, { askAfterDays: 0 })).toBe(0);
  });
});

describe('the share of orders that is asked about', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `order-${index}`);
  const asked = (askedShare: number): string[] =>
    ids.filter((id) => isAsked(id, settings({ askedShare })));

  it('is none of them at 0 and all of them at 1', () => {
    expect([asked(0), asked(1)]).toEqual([[], ids]);
  });

  it('is about as many as it says, the same each time, and all of a smaller share', () => {
    const half = asked(0.5);
    expect(Math.abs(half.length - 500)).toBeLessThan(60);
    expect(asked(0.5)).toEqual(half);
    expect(half).toEqual(expect.arrayContaining(asked(0.1)));
  });

  it('begins with the same orders for ever', () => {
    // What SHA-256 of `ask order-0` begins with lies below this part of all there are, and above that one.
    expect(isAsked('order-0', settings({ askedShare: 0.2624 }))).toBe(true);
    expect(isAsked('order-0', settings({ askedShare: 0.2623 }))).toBe(false);
  });
});

describe('what a shopper is asked about', () => {
  const NOW = ARRIVED_AT + 7 * DAY_MS;
  const delivered = { deliveredAt: '2026-11-01T00:00:00Z' };
  const boughtAt = anOrder({}).placedAt;
  const asked = (
    orders: readonly Arrived[],
    change: { reviewed?: readonly string[]; now?: number; settings?: Partial<Settings> } = {},
  ) =>
    promptsOf(orders, {
      reviewed: new Set(change.reviewed),
      settings: settings(change.settings),
      now: change.now ?? NOW,
    });

  it('is every product that came, with its title and when it was bought, from the instant it may be asked', () => {
    const lines = [aLine('a', 1000, { title: 'Tea' }), aLine('b', 1000)];
    const orders = [arrived({ ...delivered, lines })];
    expect(asked(orders)).toEqual([
      { orderId: 'order', productId: 'p-a', boughtAt, title: 'Tea' },
      { orderId: 'order', productId: 'p-b', boughtAt, title: null },
    ]);
    expect(asked(orders, { now: NOW - 1 })).toEqual([]);
  });

  it('is nothing that went back, nothing that has a review, and nothing twice', () => {
    const lines = [
      aLine('a', 1000, { refundedQuantity: 1 }),
      aLine('b', 1000),
      aLine('c', 1000),
      aLine('d', 1000, { productId: 'p-c' }),
    ];
    const orders = [arrived({ ...delivered, lines }), arrived({ ...delivered, lines }, 'later')];
    const prompts = asked(orders, { reviewed: ['p-b'] });
    expect(prompts).toEqual([{ orderId: 'order', productId: 'p-c', boughtAt, title: null }]);
  });

  it('is nothing of an order that the lot leaves out', () => {
    expect(asked([arrived(delivered)], { settings: { askedShare: 0 } })).toEqual([]);
  });

  it('waits for one order without waiting for the next', () => {
    const orders = [arrived(), arrived(delivered, 'next')];
    expect(asked(orders).map(({ orderId }) => orderId)).toEqual(['next', 'next']);
  });

  it.each([
    [0, 0],
    [9, 9],
    [10, 10],
    [11, 10],
  ])('is, of %i products, %i, the first ones', (count, prompts) => {
    const lines = Array.from({ length: count }, (_, index) => aLine(`${index}`, 1000));
    const found = asked([arrived({ ...delivered, lines })]);
    expect(found.map(({ productId }) => productId)).toEqual(
      lines.slice(0, prompts).map(({ productId }) => productId),
    );
  });
});
