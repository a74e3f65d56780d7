import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSIGHT_PEOPLE_MIN, type Insights, type InsightsAnswer } from '@okaeri/shared/insights';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { actsOf } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { programWith, rewardWith } from '../../testing/programs.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { createMonths, shareOf } from './count-rules.ts';
import { nextThings } from './next-rules.ts';
import { INSIGHTS_AGAIN_MS, INSIGHTS_FRESH_MS } from './read-insights.ts';

describe('a share', () => {
  it('is not said of too few', () => {
    const few = shareOf(10, INSIGHT_PEOPLE_MIN - 1);
    expect(few).toEqual({ share: null, low: null, high: null, count: 10, of: 29 });
    expect(shareOf(10, INSIGHT_PEOPLE_MIN).share).toBeCloseTo(1 / 3);
  });

  it('lies in its interval, which is narrower the more people there are', () => {
    // The interval of 10 in 100 as it is tabulated: 5.52 % to 17.44 %.
    const { low, high } = shareOf(10, 100);
    expect(low).toBeCloseTo(0.0552, 4);
    expect(high).toBeCloseTo(0.1744, 4);
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, part) => {
          const one = shareOf(Math.round(of * part), of);
          expect(one.low).toBeGreaterThanOrEqual(0);
          expect(one.high).toBeLessThanOrEqual(1);
          expect(one.low).toBeLessThanOrEqual((one.share ?? 0) + 1e-12);
          expect(one.high).toBeGreaterThanOrEqual((one.share ?? 0) - 1e-12);
        },
      ),
    );
  });
});

describe('months', () => {
  it('begin where the shop is, and leave out what is older or still to come', () => {
    const now = Date.parse('2026-03-10T00:00:00Z');
    const months = createMonths(now, 'Asia/Tokyo', 3);
    // 15:00 UTC is midnight in Tokyo.
    months.add(Date.parse('2026-01-31T15:00:00Z'), 'issued', 5);
    months.add(Date.parse('2026-01-31T14:59:59Z'), 'issued', 7);
    months.add(Date.parse('2025-12-31T14:59:59Z'), 'issued', 100);
    months.add(now + 1, 'issued', 100);
    expect(months.list().map(({ month, issued }) => [month, issued])).toEqual([
      ['2026-01', 7],
      ['2026-02', 5],
      ['2026-03', 0],
    ]);
  });
});

describe('what is worth doing next', () => {
  const state = {
    document: programWith({ rewards: [rewardWith()] }),
    waiting: { reviews: 0, questions: 0, referrals: 0 },
    isSeen: true,
    hasMail: true,
    hasColours: true,
  };
  it('names three at most, and people who wait before everything else', () => {
    const waiting = { reviews: 3, questions: 0, referrals: 1 };
    const things = nextThings({ ...state, waiting, isSeen: false, hasMail: false }, null);
    expect(things).toEqual([
      { kind: 'reviewsWait', count: 3 },
      { kind: 'referralsWait', count: 1 },
      { kind: 'installWidget', count: null },
    ]);
  });
  it('says nothing of rewards to a shop that has none to be had', () => {
    const document = programWith({ rewards: [rewardWith({ enabled: false })] });
    expect(nextThings({ ...state, document }, null)[0]).toEqual({
      kind: 'addRewards',
      count: null,
    });
  });
});

describe.each(ENGINES)('the figures of a shop on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const read = async (): Promise<InsightsAnswer> =>
    (await (await world.merchant('GET', '/v1/insights')).json()) as InsightsAnswer;
  const taken = async (): Promise<Insights> => {
    for (;;) {
      const { insights, isBeingTaken } = await read();
      if (!isBeingTaken && insights !== null) return insights;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const buy = async (id: string, shopper: object | null, daysAgo: number, change = {}) => {
    const placedAt = new Date(TODAY - daysAgo * DAY_MS).toISOString();
    const lines = [aLine('a', 1000)];
    const order = { shopper, placedAt, paidAt: placedAt, updatedAt: placedAt, lines, ...change };
    await actsOf(world).put(id, anOrder(order));
  };
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(
      test.store,
      programWith({ rewards: [rewardWith()], pointValueMinor: 2 }),
    );
  });
  afterAll(() => test.dispose());

  it('are none in an empty shop, and nothing is made of that', async () => {
    const first = await read();
    expect(first).toMatchObject({ insights: null, isBeingTaken: true });
    const insights = await taken();
    expect(insights.repeat).toMatchObject({ share: null, of: 0 });
    expect(insights.redemptionShare).toBeNull();
    expect(insights.outstanding).toEqual({ points: 0, minor: 0, shoppers: 0 });
    expect(insights.months).toHaveLength(13);
    expect(insights.stages.every(({ now }) => now === 0)).toBe(true);
  });

  it('are taken anew at once when they say nobody and somebody has come', async () => {
    expect(await read()).toMatchObject({ isBeingTaken: false, isAnybody: false });
    await buy('first', { id: 'first' }, 400);
    expect(await read()).toMatchObject({ isBeingTaken: true, isAnybody: true });
    expect((await taken()).stages.some(({ now }) => now > 0)).toBe(true);
    // Then they are as good as all others.
    expect(await read()).toMatchObject({ isBeingTaken: false, isAnybody: true });
    await world.merchant('DELETE', '/v1/shoppers/first');
    expect(await read()).toMatchObject({ isAnybody: false });
  });

  it('say what was bought, issued and redeemed, by whom, and where people stand', async () => {
    // Forty buy once, forty days ago; ten of them again today, and one whose order was cancelled.
    for (let i = 0; i < 40; i += 1) await buy(`a${i}`, { id: `c${i}` }, 40);
    for (let i = 0; i < 10; i += 1) await buy(`b${i}`, { id: `c${i}` }, 0);
    const at = new Date(TODAY).toISOString();
    await buy('x', { id: 'c11' }, 0, { cancelledAt: at });
    await buy('guest', { email: 'guest@post.example' }, 1);
    await buy('nobody', null, 1);
    await world.merchant(
      'POST',
      '/v1/shoppers/c1/adjustments',
      { points: 100, reason: 'Sorry' },
      { 'idempotency-key': 'k' },
    );
    const taking = await actsOf(world).take('t', 'c1');
    await world.merchant('POST', `/v1/vouchers/${taking.voucher?.code ?? ''}/use`, {
      orderId: 'v',
    });
    world.clock.at = TODAY + INSIGHTS_FRESH_MS;
    const found = await taken();
    expect(found.repeat).toMatchObject({ count: 10, of: 41 });
    expect(found.memberShare).toMatchObject({ count: 50, of: 52 });
    const [before, now] = found.months.slice(-2);
    expect([before?.orders, now?.orders]).toEqual([40, 12]);
    expect(now).toMatchObject({ redeemed: 50 });
    // Ten points an order, and what was given by hand.
    expect((before?.issued ?? 0) + (now?.issued ?? 0)).toBe(510 + 100);
    expect(found.outstanding).toMatchObject({ points: 560, minor: 1120 });
    expect(found.redemptionShare).toBeCloseTo(50 / 610);
    const stage = (name: string) => found.stages.find((one) => one.stage === name);
    expect(stage('postPurchase')).toMatchObject({ now: 11, before: 40 });
    expect(stage('consideration')).toMatchObject({ now: 30, before: 0 });
    expect(found.moves[0]).toEqual({ from: 'postPurchase', to: 'consideration', count: 30 });
    expect(found.moves[1]).toEqual({ from: 'new', to: 'postPurchase', count: 1 });
  });

  it('stand as they were until they are old, and are shown while they are taken anew', async () => {
    const old = await taken();
    await buy('late', { id: 'c20' }, 0);
    world.clock.at += INSIGHTS_FRESH_MS - 1;
    expect((await read()).isBeingTaken).toBe(false);
    world.clock.at += 1;
    const meanwhile = await read();
    expect(meanwhile).toMatchObject({ isBeingTaken: true, insights: { takenAt: old.takenAt } });
    expect((await taken()).months.at(-1)?.orders).toBe(13);
  });

  it('are taken anew for whoever asks for it, once in ten seconds', async () => {
    const anew = async () =>
      (await (await world.merchant('GET', '/v1/insights?anew=true')).json()) as InsightsAnswer;
    await buy('later', { id: 'c21' }, 0);
    world.clock.at += INSIGHTS_AGAIN_MS - 1;
    expect((await anew()).isBeingTaken).toBe(false);
    world.clock.at += 1;
    expect((await anew()).isBeingTaken).toBe(true);
    expect((await taken()).months.at(-1)?.orders).toBe(14);
    expect((await anew()).isBeingTaken).toBe(false);
  });
});
