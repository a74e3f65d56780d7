import { describe, expect, it } from 'vitest';
import type { OrderState } from '@okaeri/shared/orders';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { orderRuleWith, programWith, tierWith } from '../../testing/programs.ts';
import { replayShopper, type ReplayItem, type SharedUsages } from './replay-rules.ts';

type Request = NonNullable<Parameters<typeof programWith>[0]>;

const DAY_MS = 86_400_000;
const START = Date.parse('2026-01-01T12:00:00Z');
const day = (days: number): number => START + days * DAY_MS;

/** An order of so many dollars on a day. */
const order = (days: number, dollars: number, change: Partial<OrderState> = {}): ReplayItem => {
  const placedAt = new Date(day(days)).toISOString();
  const lines = [aLine('a', dollars * 100)];
  const state = anOrder({ placedAt, paidAt: placedAt, updatedAt: placedAt, lines, ...change });
  return { at: day(days), order: state, toShopRate: null };
};
const survey = (days: number): ReplayItem => ({
  at: day(days),
  act: { kind: 'survey', name: null, at: day(days), amountMinor: null, currency: null },
});
const SURVEY = { id: 'survey', on: 'survey', enabled: true, points: { fixed: 5 } } as const;
const NO_LIMIT = { ...SURVEY, limit: null };

const replay = (
  items: readonly ReplayItem[],
  change: Partial<Request> = {},
  by: { shared?: SharedUsages; until?: number } = {},
) =>
  replayShopper(items, programWith({ earning: [orderRuleWith(), NO_LIMIT], ...change }), {
    shared: by.shared ?? new Map(),
    until: day(by.until ?? 365),
  });
/** The points given, each time, and what became of the tier. */
const points = (...of: Parameters<typeof replay>): number[] =>
  replay(...of).given.map(({ points: each }) => each);

describe('a past that is replayed', () => {
  it('without anything in it gives nothing and moves nobody', () => {
    expect(replay([])).toEqual({ given: [], tierId: null, rises: 0, falls: 0 });
  });

  it('gives for orders and acts at their own times, until the points expire', () => {
    const { given } = replay([order(0, 100), survey(3)], { expiry: { kind: 'perLot', days: 30 } });
    expect(given).toEqual([
      { at: day(0), points: 100, expireAt: day(30) },
      { at: day(3), points: 5, expireAt: day(33) },
    ]);
  });

  it('has nothing of what gives no points', () => {
    const cancelledAt = new Date(day(1)).toISOString();
    expect(points([order(0, 0), order(1, 100, { cancelledAt }), order(2, 7)])).toEqual([7]);
    expect(points([order(0, 100)], { earning: [NO_LIMIT] })).toEqual([]);
  });
});

describe('a cap of one shopper', () => {
  const monthly = { earning: [orderRuleWith({ limit: { points: 150, every: 'month' } })] };

  it('is used up within its period, and is whole in the next', () => {
    expect(points([order(0, 100), order(1, 80), order(2, 10), order(31, 200)], monthly)).toEqual([
      100, 50, 150,
    ]);
  });

  it('of a number of times counts the times that gave something', () => {
    const twice = { earning: [{ ...SURVEY, limit: { count: 2, every: 'year' as const } }] };
    expect(points([survey(0), survey(1), survey(2), survey(365)], twice)).toEqual([5, 5, 5]);
    // What gave nothing takes no turn.
    const orders = { earning: [orderRuleWith({ limit: { count: 2, every: 'year' as const } })] };
    expect(points([order(0, 0), order(1, 1), order(2, 2), order(3, 3)], orders)).toEqual([1, 2]);
  });

  it('that rolls counts the days that are still in it', () => {
    const rolling = { points: 100, every: 'rolling' as const, days: 10 };
    const items = [order(0, 60), order(5, 60), order(9, 60), order(10, 60), order(15, 60)];
    expect(points(items, { earning: [orderRuleWith({ limit: rolling })] })).toEqual([
      60, 40, 60, 40,
    ]);
  });

  it('takes nothing of what another shopper has left', () => {
    const shared: SharedUsages = new Map();
    for (let shopper = 0; shopper < 2; shopper += 1)
      expect(points([order(0, 200)], monthly, { shared })).toEqual([150]);
    expect(shared.size).toBe(0);
  });
});

describe('a budget that all shoppers share', () => {
  const campaigns: Request['campaigns'] = [
    {
      id: 'bonus',
      enabled: true,
      name: { en: 'Bonus' },
      from: new Date(day(0)).toISOString(),
      until: new Date(day(10)).toISOString(),
      effect: { bonus: 10 },
      budgetPoints: 25,
    },
  ];

  it('is used up as the replay goes from shopper to shopper', () => {
    const shared: SharedUsages = new Map();
    const next = () => points([order(0, 100)], { campaigns }, { shared });
    expect([next(), next(), next(), next()]).toEqual([[100, 10], [100, 10], [100, 5], [100]]);
    expect(points([order(0, 100)], { campaigns })).toEqual([100, 10]);
  });

  it('is for what happens between the beginning and the end of its campaign', () => {
    const at = (days: number) => points([order(days, 100)], { campaigns });
    expect([at(-1), at(0), at(9), at(10)]).toEqual([[100], [100, 10], [100, 10], [100]]);
  });
});

describe('the tiers of a replay', () => {
  const ladder = (
    metric: 'points' | 'spend' | 'orders',
    entry: number,
    window: NonNullable<Request['tierPolicy']>['window'] = { kind: 'lifetime' },
  ): Partial<Request> => ({
    tiers: [tierWith('new', 0), tierWith('gold', entry, { multiplier: '2' })],
    tierPolicy: { metric, window, downgrade: 'oneStep' },
  });

  it('are where everybody begins for who did nothing', () => {
    expect(replay([], ladder('spend', 1))).toMatchObject({ tierId: 'new', rises: 0, falls: 0 });
  });

  it.each([
    ['spend', 15_000],
    ['points', 150],
    ['orders', 2],
  ] as const)('by %s rise at %i, and multiply from the next order on', (metric, entry) => {
    const items = [order(0, 100), order(1, 80), order(2, 60)];
    const { given, ...rest } = replay(items, ladder(metric, entry));
    expect(given.map(({ points: each }) => each)).toEqual([100, 80, 120]);
    expect(rest).toEqual({ tierId: 'gold', rises: 1, falls: 0 });
  });

  it.each([
    ['spend', 18_001],
    ['points', 181],
    ['orders', 3],
  ] as const)('by %s do not rise before %i', (metric, entry) => {
    const items = [order(0, 100), order(1, 80)];
    expect(replay(items, ladder(metric, entry))).toMatchObject({ tierId: 'new', rises: 0 });
  });

  it('by points count those of acts too, and by orders do not', () => {
    const items = [survey(0), survey(1)];
    expect(replay(items, ladder('points', 10))).toMatchObject({ tierId: 'gold', rises: 1 });
    expect(replay(items, ladder('orders', 1))).toMatchObject({ tierId: 'new', rises: 0 });
    expect(replay(items, ladder('spend', 1))).toMatchObject({ tierId: 'new', rises: 0 });
  });

  it('by points count nothing of an order that does not count', () => {
    const cancelledAt = new Date(day(0)).toISOString();
    expect(replay([order(0, 100, { cancelledAt })], ladder('points', 1)).tierId).toBe('new');
  });

  it.each([
    [29, 'gold', 0],
    [30, 'new', 1],
    [300, 'new', 1],
  ])('over thirty days are, on day %i after an order, %s with %i falls', (until, tierId, falls) => {
    const rolling = ladder('spend', 10_000, { kind: 'rolling', days: 30 });
    expect(replay([order(0, 100)], rolling, { until })).toMatchObject({ tierId, rises: 1, falls });
  });

  it('that were lost in between multiply nothing, and can be reached again', () => {
    const rolling = ladder('spend', 10_000, { kind: 'rolling', days: 30 });
    const items = [order(0, 100), order(40, 100), order(41, 100)];
    const { given, ...rest } = replay(items, rolling, { until: 42 });
    expect(given.map(({ points: each }) => each)).toEqual([100, 100, 200]);
    expect(rest).toEqual({ tierId: 'gold', rises: 2, falls: 1 });
  });

  it('by anniversaries go by the day of the first thing that was done', () => {
    const monthly = ladder('spend', 10_000, { kind: 'anniversary', months: 1 });
    const items = [survey(4), order(24, 100)];
    // The month after still counts for keeping.
    expect(replay(items, monthly, { until: 62 })).toMatchObject({ tierId: 'gold', falls: 0 });
    expect(replay(items, monthly, { until: 63 })).toMatchObject({ tierId: 'new', falls: 1 });
  });
});

describe('who a shopper is when something happens', () => {
  const segmented = (segment: NonNullable<Request['segments']>[number]): Partial<Request> => ({
    segments: [segment],
    earning: [orderRuleWith({ conditions: { segmentIds: [segment.id] } })],
  });
  const name = { en: 'Segment' };

  it('is new until an order of theirs counts', () => {
    const first = { earning: [orderRuleWith({ conditions: { firstOrder: true } })] };
    expect(points([order(0, 10), order(1, 20)], first)).toEqual([10]);
    const cancelledAt = new Date(day(0)).toISOString();
    expect(points([order(0, 10, { cancelledAt }), order(1, 20)], first)).toEqual([20]);
  });

  it('is in segments by what was bought before, and not by what is bought now', () => {
    const items = [order(0, 10), order(1, 20), order(2, 30), order(3, 40)];
    expect(points(items, segmented({ id: 's', name, orders: { min: 2 } }))).toEqual([30, 40]);
    expect(points(items, segmented({ id: 's', name, spendMinor: { max: 3000 } }))).toEqual([
      10, 20, 30,
    ]);
  });

  it('is in segments by the days since the last order, and not since the first', () => {
    const items = [order(0, 10), order(29, 20), order(59, 30)];
    const since = segmented({ id: 's', name, daysSinceOrder: { min: 30 } });
    // A shopper who never bought is longer away than any number of days.
    expect(points(items, since)).toEqual([10, 30]);
    // An order that does not count ends no such time.
    const cancelledAt = new Date(day(20)).toISOString();
    const cancelled = order(20, 5, { cancelledAt });
    expect(points([order(0, 10), cancelled, order(30, 20)], since)).toEqual([10, 20]);
  });

  it('is at a stage by the days since the first order', () => {
    const items = [order(0, 10), order(14, 20), order(29, 30), order(44, 40)];
    const loop = { onboardingDays: 30, postPurchaseDays: 14, loyalOrders: 9, lapsedDays: 180 };
    const stages = { ...segmented({ id: 's', name, stages: ['onboarding'] }), loop };
    expect(points(items, stages)).toEqual([20, 30]);
  });
});
