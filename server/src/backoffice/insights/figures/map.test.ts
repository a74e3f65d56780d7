import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MapFigures } from '@okaeri/shared/effect-figures';
import { insertTouch } from '../../../loyalty/contacts/touch-queries.ts';
import { findExisting } from '../../../loyalty/shoppers/lock-shopper.ts';
import { noteStageChange } from '../../../loyalty/shoppers/stage-changes.ts';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import { wilson } from '../../../platform/lib/interval-rules.ts';
import { createRandom, seedOf } from '../../../platform/lib/random-rules.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { importShop } from '../../../testing/imported-shop.ts';
import { aTouch } from '../../../testing/touch-rows.ts';
import { openWorld, testProgram, type World } from '../../../testing/world.ts';
import { newcombe } from './compare-rules.ts';
import { dayOfDate, quarterDays } from './day-rules.ts';

const PEOPLE = 700;
const FIRST_DAY = dayOfDate('2026-01-01');
const QUARTER = quarterDays('2026Q2');
const HELD_SHARE = 0.4;

/** Everybody is reached once in the quarter; those who came by the widget hint buy more often than those who were held. */
const PEOPLE_OF_SHOP = (() => {
  const random = createRandom(seedOf('map'));
  return Array.from({ length: PEOPLE }, (_, i) => {
    const arm = random.uniform() < HELD_SHARE ? ('held' as const) : ('treated' as const);
    const reached = QUARTER.first + random.below(80);
    const buys = random.uniform() < (arm === 'treated' ? 0.7 : 0.4);
    const days = buys ? [FIRST_DAY, reached + 1 + random.below(60)] : [FIRST_DAY];
    return {
      stage: i % 2 === 0 ? ('loyal' as const) : ('lapsed' as const),
      arm,
      reached,
      buys,
      days,
    };
  });
})();

describe.each(ENGINES)('the journey map on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const taken = async (asked = '', accept = 'application/json'): Promise<Response> => {
    for (;;) {
      const path = `/v1/insights/map?period=2026Q2${asked}`;
      const answer = await world.merchant('GET', path, undefined, { accept });
      if (answer.status !== 202) return answer;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const map = async (asked = ''): Promise<MapFigures> =>
    (await (await taken(asked)).json()) as MapFigures;

  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram({ timeZone: 'UTC' }));
    const bought = PEOPLE_OF_SHOP.map(({ days }) =>
      days.map((day) => ({ day: day - FIRST_DAY, valueMinor: 2000 })),
    );
    await importShop(world, bought, FIRST_DAY);
    const settings = await world.merchant('GET', '/v1/contacts/settings');
    const saved = await world.merchant(
      'PUT',
      '/v1/contacts/settings',
      { ...((await settings.json()) as object), programmeHoldoutPpm: HELD_SHARE * 1_000_000 },
      { 'if-match': settings.headers.get('etag') ?? '' },
    );
    expect(saved.status).toBe(200);
    const { shopId } = world.keys;
    await world.deps.store.write(async (tx) => {
      for (const [i, { arm, reached, stage }] of PEOPLE_OF_SHOP.entries()) {
        const shopper = await findExisting(tx, { shopId, externalId: `s${i}` });
        if (shopper === undefined) throw new Error('Everybody was imported.');
        const own = { shopId, shopperId: shopper.id };
        const plannedAt = reached * DAY_MS + 1;
        await tx.run(insertTouch, aTouch({ key: `t${i}`, id: `to_${i}`, ...own, arm, plannedAt }));
        const review = { kind: 'reviewRequest', touchClass: 'relationship' } as const;
        if (i < 60)
          await tx.run(
            insertTouch,
            aTouch({ key: `r${i}`, id: `tr_${i}`, ...own, ...review, plannedAt }),
          );
        // Half of them stay 40 days, the others are still there.
        await noteStageChange(tx, { ...own, day: FIRST_DAY }, { from: null, to: 'onboarding' });
        await noteStageChange(
          tx,
          { ...own, day: FIRST_DAY + 40 + (i % 5) },
          { from: 'onboarding', to: stage },
        );
      }
    });
  });
  afterAll(() => test.dispose());

  it('says who stands where, how long they stay, whom a kind of message reached and who acted (E82)', async () => {
    const found = await map();
    expect(found).toMatchObject({ people: PEOPLE, endsOn: '2026-06-30', unfinished: false });
    const onboarding = found.stages.find(({ stage }) => stage === 'onboarding');
    expect(onboarding).toMatchObject({ people: 0, closed: PEOPLE, open: 0, medianDays: 42 });
    const loyal = found.stages.find(({ stage }) => stage === 'loyal');
    const own = PEOPLE_OF_SHOP.filter(({ stage }) => stage === 'loyal');
    const reached = own.filter(({ arm }) => arm === 'treated');
    const acted = reached.filter(({ buys }) => buys).length;
    const { low, high } = wilson(acted, reached.length);
    expect(loyal?.people).toBe(own.length);
    const hint = loyal?.touches.find(({ kind }) => kind === 'nextStep');
    expect(hint).toMatchObject({
      reach: reached.length,
      acted: { of: reached.length, count: acted },
    });
    expect(hint?.acted.low).toBeCloseTo(low, 6);
    expect(hint?.acted.high).toBeCloseTo(high, 6);
  });

  it('an effect is that of its own people by lot, and of what is held from nobody there is none (E80, E82)', async () => {
    const loyal = (await map()).stages.find(({ stage }) => stage === 'loyal');
    const own = PEOPLE_OF_SHOP.filter(({ stage }) => stage === 'loyal');
    const part = (name: string) => {
      const of = own.filter(({ arm }) => arm === name);
      return { of: of.length, count: of.filter(({ buys }) => buys).length };
    };
    const { difference, low, high } = newcombe(part('treated'), part('held'));
    const effect = loyal?.touches.find(({ kind }) => kind === 'nextStep')?.effect;
    expect(effect?.state).toBe('done');
    expect(effect?.difference).toBeCloseTo(difference, 6);
    expect(effect?.low).toBeCloseTo(low, 6);
    expect(effect?.high).toBeCloseTo(high, 6);
    expect(loyal?.touches.find(({ kind }) => kind === 'reviewRequest')?.effect).toBeNull();
  });

  it('nothing is told of an effect before the last days have passed, and the quarter is marked (E71, E80)', async () => {
    const running = await map('&asOf=2026-08-29');
    expect(running.unfinished).toBe(true);
    const loyal = running.stages.find(({ stage }) => stage === 'loyal');
    const [hint] = loyal?.touches ?? [];
    expect(hint?.effect).toEqual({ state: 'measuring', difference: null, low: null, high: null });
    expect(hint?.acted.of).toBeLessThanOrEqual(hint?.reach ?? 0);
    expect((await map('&asOf=2026-08-30')).unfinished).toBe(false);
  });

  it('as a table it has a row for each stage and each kind of message in it', async () => {
    const lines = (await (await taken('', 'text/csv')).text()).trim().split('\n');
    expect(lines[0]).toContain('actedShare');
    expect(lines.filter((line) => line.includes('reviewRequest'))).toHaveLength(2);
    expect(lines.find((line) => line.includes('reviewRequest'))).toContain('notMeasured');
  });
});
