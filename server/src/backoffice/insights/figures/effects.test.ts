import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EffectFigures, ReturnFigures } from '@okaeri/shared/effect-figures';
import { insertTouch } from '../../../loyalty/contacts/touch-queries.ts';
import { findExisting } from '../../../loyalty/shoppers/lock-shopper.ts';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import { createRandom, seedOf } from '../../../platform/lib/random-rules.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { importShop } from '../../../testing/imported-shop.ts';
import { aTouch } from '../../../testing/touch-rows.ts';
import { openWorld, testProgram, type World } from '../../../testing/world.ts';
import { newcombe } from './compare-rules.ts';
import { cuped } from './cuped-rules.ts';
import { dayOfDate, quarterDays } from './day-rules.ts';
import { createExperiment } from './experiment-rules.ts';

const PEOPLE = 600;
const HELD_SHARE = 0.3;
const FIRST_DAY = dayOfDate('2025-11-01');
const QUARTER = quarterDays('2026Q2');

/** People who buy now and then, whatever they are told; a third of them is held by lot. */
const shopOf = (seed: string) => {
  const random = createRandom(seedOf(seed));
  return Array.from({ length: PEOPLE }, () => {
    const often = 0.002 + 0.012 * random.uniform();
    const bought = Array.from({ length: 330 }, (_, day) => day)
      .filter((day) => day === 0 || random.uniform() < often)
      .map((day) => ({ day, valueMinor: 500 + random.below(5000) }));
    const arm = random.uniform() < HELD_SHARE ? ('held' as const) : ('treated' as const);
    return { bought, arm, reached: QUARTER.first + random.below(80) };
  });
};
const PEOPLE_OF_SHOP = shopOf('null');

/** The same by the rules alone. */
const expected = () => {
  const experiment = createExperiment({ asOf: 30_000, outcomeDays: 60, latelyDays: 90 });
  for (const [i, { arm, reached }] of PEOPLE_OF_SHOP.entries())
    experiment.reach({
      shopperId: `s${i}`,
      arm,
      day: reached,
      unsubscribed: i % 50 === 0,
      complained: false,
    });
  for (const [i, { bought }] of PEOPLE_OF_SHOP.entries())
    experiment.bought(
      `s${i}`,
      bought.map(({ day, valueMinor }) => ({ day: FIRST_DAY + day, valueMinor })),
    );
  const { treated, held } = experiment.read();
  const share = newcombe(
    { count: treated.outcomes, of: treated.people },
    { count: held.outcomes, of: held.people },
  );
  return { treated, held, share, spending: cuped(treated.spending, held.spending) };
};

describe.each(ENGINES)('what the holdout shows on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const taken = async <Body>(path: string): Promise<Body> => {
    for (;;) {
      const answer = await world.merchant('GET', `/v1/insights/${path}`);
      if (answer.status === 200) return (await answer.json()) as Body;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const hold = async (programmeHoldoutPpm: number): Promise<void> => {
    const settings = await world.merchant('GET', '/v1/contacts/settings');
    const answer = await world.merchant(
      'PUT',
      '/v1/contacts/settings',
      { ...((await settings.json()) as object), programmeHoldoutPpm },
      { 'if-match': settings.headers.get('etag') ?? '' },
    );
    expect(answer.status).toBe(200);
    // What was taken by the share before is a day old.
    world.clock.at += DAY_MS;
  };
  const fresh = async (path: string, state: string): Promise<EffectFigures> => {
    await expect
      .poll(async () => (await taken<EffectFigures>(path)).state, { timeout: 20_000 })
      .toBe(state);
    return taken<EffectFigures>(path);
  };

  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram({ timeZone: 'UTC' }));
    await importShop(
      world,
      PEOPLE_OF_SHOP.map(({ bought }) => bought),
      FIRST_DAY,
    );
    const { shopId } = world.keys;
    await world.deps.store.write(async (tx) => {
      for (const [i, { arm, reached }] of PEOPLE_OF_SHOP.entries()) {
        const shopper = await findExisting(tx, { shopId, externalId: `s${i}` });
        if (shopper === undefined) throw new Error('Everybody was imported.');
        const plannedAt = reached * DAY_MS + 1;
        const unsubscribedAt = i % 50 === 0 ? plannedAt : null;
        const own = { shopId, shopperId: shopper.id, arm, plannedAt, unsubscribedAt };
        await tx.run(insertTouch, aTouch({ key: `t${i}`, id: `to_${i}`, ...own }));
      }
    });
  });
  afterAll(() => test.dispose());

  it('where nobody is held nothing is measured (E80, E81)', async () => {
    const found = await taken<EffectFigures>('effects/programme?period=2026Q2');
    expect(found).toMatchObject({
      state: 'noHoldout',
      share: { difference: null },
      smallestEffect: null,
    });
    expect(await taken<ReturnFigures>('return?period=2026Q2')).toMatchObject({
      state: 'notMeasured',
      reason: 'noHoldout',
      liftMinor: { value: null },
    });
  });

  it('is what the rules alone say, to the last digit, once the last window has passed (E80)', async () => {
    await hold(HELD_SHARE * 1_000_000);
    const found = await fresh('effects/programme?period=2026Q2', 'done');
    const { treated, held, share, spending } = expected();
    const digits = (value: number | undefined) => Number(value?.toFixed(6));
    expect(found).toMatchObject({
      endsOn: '2026-06-30',
      people: PEOPLE,
      treated: { people: treated.people, outcomes: treated.outcomes },
      held: { people: held.people, outcomes: held.outcomes },
      share: {
        difference: digits(share.difference),
        low: digits(share.low),
        high: digits(share.high),
      },
      spendMinor: {
        difference: digits(spending.between?.difference),
        low: digits(spending.between?.low),
        high: digits(spending.between?.high),
        theta: digits(spending.theta),
      },
    });
    expect(found.unsubscribed.treated.count + found.unsubscribed.held.count).toBe(PEOPLE / 50);
    expect(found.smallestEffect).toBeGreaterThan(0);
  });

  it('without a margin a return is the lift alone (E81)', async () => {
    const found = await taken<ReturnFigures>('return?period=2026Q2&asOf=2026-10-01');
    const { spending } = expected();
    expect(found).toMatchObject({
      state: 'measured',
      reason: null,
      marginShare: null,
      costMinor: null,
      netMinor: { value: null, low: null, high: null },
    });
    expect(found.liftMinor.value).toBeCloseTo(spending.between?.difference ?? Number.NaN, 6);
  });

  it('is not told while the last window runs, nor of a quarter nobody was told anything in (E80)', async () => {
    const running = await taken<EffectFigures>('effects/programme?period=2026Q2&asOf=2026-08-29');
    expect(running).toMatchObject({
      state: 'measuring',
      treated: { outcomes: null },
      held: { outcomes: null },
      share: { difference: null, low: null, high: null },
      spendMinor: { difference: null, theta: null },
    });
    expect(running.treated.people).toBeGreaterThan(0);
    const done = await taken<EffectFigures>('effects/programme?period=2026Q2&asOf=2026-08-30');
    expect(done.state).toBe('done');
    const empty = await taken<EffectFigures>('effects/programme?period=2025Q4');
    expect(empty).toMatchObject({ state: 'notEnough', people: 0 });
  });

  it('arms that are not as they were drawn are refused (E80)', async () => {
    await hold(100_000);
    const found = await fresh('effects/programme?period=2026Q2', 'mismatch');
    expect(found.share).toEqual({ difference: null, low: null, high: null });
    expect(found.treated.outcomes).toBeNull();
  });

  it('the latest quarter that can be told is the one that is told, and others are not quarters', async () => {
    const { period } = await taken<EffectFigures>('effects/programme?asOf=2026-08-30');
    expect(period).toBe('2026Q2');
    for (const asked of ['period=2026Q5', 'period=0000Q1', 'asOf=0001-01-01']) {
      const bad = await world.merchant('GET', `/v1/insights/return?${asked}`);
      expect([asked, bad.status]).toEqual([asked, 400]);
    }
  });
});
