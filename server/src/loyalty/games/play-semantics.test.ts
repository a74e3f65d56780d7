import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { orderRuleWith, programWith } from '../../testing/programs.ts';
import { TODAY } from '../../testing/today.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { drawOf, DRAW_RANGE } from './draw-rules.ts';

const NO_ORDER_POINTS = orderRuleWith({
  points: { per: { EUR: { amountMinor: 100, points: 1 } } },
});
const at = (days: number): string => new Date(TODAY + days * DAY_MS).toISOString();

describe.each(ENGINES)('play, rule by rule, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const given = async (change: Parameters<typeof programWith>[0]): Promise<void> => {
    world = await openWorld(test.store, programWith({ earning: [NO_ORDER_POINTS], ...change }));
    acts = actsOf(world);
  };
  /** An order placed so many days from today, of so many pieces of tea. */
  const buy = async (id: string, days: number, change: object = {}, who = 'ada') => {
    world.clock.at = Math.max(world.clock.at, TODAY + days * DAY_MS);
    const placedAt = at(days);
    const lines = [aLine('a', 1000, { tags: ['tea'], quantity: 2 })];
    const shopper = { id: who };
    const state = { shopper, updatedAt: placedAt, placedAt, paidAt: placedAt, lines, ...change };
    return acts.put(id, anOrder(state));
  };
  const available = async (who = 'ada'): Promise<number> => (await acts.me(who)).balance.available;
  const badges = async () => (await acts.me()).badges.map(({ id }) => id);

  const challenge = (change: object) => ({
    id: 'goal',
    enabled: true,
    name: { en: 'Goal' },
    metric: 'orders' as const,
    target: 2,
    period: 'lifetime' as const,
    points: 100,
    ...change,
  });

  it('rewards a target reached, as often as it may be, and shows how far it is', async () => {
    await given({
      challenges: [challenge({ repeats: 2, badgeId: 'b' })],
      badges: [{ id: 'b', name: { en: 'B' } }],
    });
    await buy('1', 0);
    expect((await acts.me()).challenges).toMatchObject([
      { id: 'goal', progress: 1, target: 2, completed: 0, repeats: 2 },
    ]);
    expect(await badges()).toEqual([]);
    await buy('2', 0);
    expect(await available()).toBe(100);
    expect(await badges()).toEqual(['b']);
    for (const id of ['3', '4', '5', '6']) await buy(id, 0);
    expect(await available()).toBe(200);
  });

  it('uncounts what is sent back, and counts it again', async () => {
    await given({
      challenges: [challenge({ badgeId: 'b' })],
      badges: [{ id: 'b', name: { en: 'B' } }],
    });
    await buy('1', 0);
    await buy('2', 0);
    await buy('2', 0, { updatedAt: at(1), cancelledAt: at(1) });
    expect([await available(), await badges()]).toEqual([0, []]);
    await buy('2', 0, { updatedAt: at(2) });
    expect([await available(), await badges()]).toEqual([100, ['b']]);
  });

  it('counts pieces, money, and acts, within its period', async () => {
    await given({
      earning: [
        NO_ORDER_POINTS,
        { id: 'survey', on: 'survey', enabled: true, points: { fixed: 1 } },
      ],
      challenges: [
        challenge({ id: 'tea', metric: 'items', scope: { tags: ['tea'] }, target: 4, points: 10 }),
        challenge({ id: 'spend', metric: 'spend', target: 4000, period: 'month', points: 20 }),
        challenge({ id: 'acts', metric: 'acts', ruleId: 'survey', target: 1, points: 40 }),
      ],
    });
    await buy('1', 0);
    expect(await available()).toBe(0);
    await buy('2', 9);
    // Four pieces of tea; but the money fell into two months.
    expect(await available()).toBe(10);
    await buy('3', 10);
    expect(await available()).toBe(30);
    await world.merchant('POST', '/v1/activities', {
      dedupeKey: 's',
      kind: 'survey',
      shopper: { id: 'ada' },
    });
    expect(await available()).toBe(71);
  });

  it('rewards weeks in a row, and a gap begins anew', async () => {
    await given({
      streaks: [
        { id: 's', enabled: true, name: { en: 'S' }, every: 'week', length: 3, points: 50 },
      ],
    });
    for (const [id, days] of [
      ['1', 1],
      ['2', 8],
      ['3', 15],
    ] as const)
      await buy(id, days);
    expect(await available()).toBe(50);
    await buy('4', 29);
    await buy('5', 36);
    expect(await available()).toBe(50);
    // An order of the missing week comes late: the run of six is whole, twice three.
    await buy('6', 22);
    expect(await available()).toBe(100);
    await buy('6', 22, { updatedAt: at(40), cancelledAt: at(40) });
    expect(await available()).toBe(50);
  });

  it('draws gifts from a seed that can be checked, within a budget, once an order', async () => {
    const gift = {
      id: 'g',
      enabled: true,
      name: { en: 'Surprise' },
      probabilityPpm: 500_000,
      points: 10,
      from: at(-1),
      until: at(1),
      budgetPoints: 60,
      perShopperMax: 2,
    };
    await given({ gifts: [gift] });
    for (let i = 0; i < 30; i += 1) await buy(`o${i}`, 0, {}, `s${i % 10}`);
    for (let i = 0; i < 30; i += 1) await buy(`o${i}`, 0, { updatedAt: at(0.5) }, `s${i % 10}`);
    const balances = await Promise.all(Array.from({ length: 10 }, (_, i) => available(`s${i}`)));
    expect(balances.reduce((sum, points) => sum + points, 0)).toBe(60);
    expect(Math.max(...balances)).toBeLessThanOrEqual(20);
    const audit = (await (await world.merchant('GET', '/v1/gifts/g/draws')).json()) as {
      seed: string | null;
      items: { orderId: string; drawn: number; won: boolean }[];
    };
    // While the gift runs, the seed would show who wins next.
    expect(audit.seed).toBeNull();
    expect(audit.items).toHaveLength(30);
    world.clock.at = TODAY + 2 * DAY_MS;
    const after = (await (await world.merchant('GET', '/v1/gifts/g/draws')).json()) as typeof audit;
    for (const { orderId, drawn, won } of after.items) {
      expect(drawOf(after.seed ?? '', orderId)).toBe(drawn);
      expect(won).toBe(drawn < gift.probabilityPpm);
    }
  });
});

describe('a draw', () => {
  it('is even, and the same for the same order', () => {
    const seed = 'ab'.repeat(32);
    const draws = Array.from({ length: 20_000 }, (_, i) => drawOf(seed, `order-${i}`));
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    // Four standard errors of the mean of an even draw.
    const tolerance = (4 * DRAW_RANGE) / Math.sqrt(12 * draws.length);
    expect(Math.abs(mean - DRAW_RANGE / 2)).toBeLessThan(tolerance);
    expect(drawOf(seed, 'order-7')).toBe(draws[7]);
  });
});
