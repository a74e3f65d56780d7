import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EffectFigures } from '@okaeri/shared/effect-figures';
import { insertTouch } from '../../../loyalty/contacts/touch-queries.ts';
import { findExisting } from '../../../loyalty/shoppers/lock-shopper.ts';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import { createRandom, seedOf } from '../../../platform/lib/random-rules.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import {
  drawExperiment,
  EXPERIMENT,
  LOOKED_AT,
  REACHED,
  type Drawn,
} from '../../../testing/experiment-shops.ts';
import { dateOfDay, importShop } from '../../../testing/imported-shop.ts';
import { runOkaeri } from '../../../testing/run-okaeri.ts';
import { aTouch } from '../../../testing/touch-rows.ts';
import { openWorld, testProgram, type World } from '../../../testing/world.ts';
import { newcombe } from './compare-rules.ts';
import { cuped } from './cuped-rules.ts';
import { quarterDays } from './day-rules.ts';
import { createExperiment } from './experiment-rules.ts';

/** The first of the thousand shops without an effect (`null-experiments.test.ts`): one each time, 20 in the long run. */
const SHOPS = process.env['OKAERI_TEST_LONG'] === undefined ? 1 : 20;
const PERIOD = '2025Q2';
/** Everybody is reached on the 20th day of the quarter. */
const FIRST_DAY = quarterDays(PERIOD).first + 20 - REACHED;
const AS_OF = dateOfDay(FIRST_DAY + LOOKED_AT);
/** A shop of 2,400 orders is imported in some seconds. */
const TIMEOUT_MS = 120_000;

const random = createRandom(seedOf('without an effect'));
const DRAWN = Array.from({ length: SHOPS }, (_, i) => ({
  shop: i + 1,
  people: drawExperiment(random, 0),
}));

/** What the rules alone say of a shop, as the command prints it. */
const expectedOf = (people: readonly Drawn[]) => {
  const { outcomeDays } = EXPERIMENT;
  const experiment = createExperiment({ asOf: LOOKED_AT, outcomeDays, latelyDays: 90 });
  const silent = { unsubscribed: false, complained: false };
  for (const [i, { arm }] of people.entries())
    experiment.reach({ shopperId: `s${i}`, arm, day: REACHED, ...silent });
  for (const [i, { bought }] of people.entries()) experiment.bought(`s${i}`, bought);
  const { treated, held } = experiment.read();
  const share = newcombe(
    { count: treated.outcomes, of: treated.people },
    { count: held.outcomes, of: held.people },
  );
  const spending = cuped(treated.spending, held.spending);
  const digits = (value: number | null | undefined) => Number((value ?? Number.NaN).toFixed(6));
  const within = (of: { difference: number; low: number; high: number } | null) => ({
    difference: digits(of?.difference),
    low: digits(of?.low),
    high: digits(of?.high),
  });
  return {
    state: 'done',
    people: people.length,
    treated: { people: treated.people, outcomes: treated.outcomes },
    held: { people: held.people, outcomes: held.outcomes },
    share: within(share),
    spendMinor: { ...within(spending.between), theta: digits(spending.theta) },
  };
};

describe.each(ENGINES)('shops without an effect, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  const reach = async (world: World, people: readonly Drawn[]): Promise<void> => {
    const { shopId } = world.keys;
    const plannedAt = (FIRST_DAY + REACHED) * DAY_MS + 1;
    await world.deps.store.write(async (tx) => {
      for (const [i, { arm }] of people.entries()) {
        const shopper = await findExisting(tx, { shopId, externalId: `s${i}` });
        if (shopper === undefined) throw new Error('Everybody was imported.');
        const own = { shopId, shopperId: shopper.id, arm, plannedAt };
        await tx.run(insertTouch, aTouch({ key: `t${i}`, id: `to_${i}`, ...own }));
      }
    });
  };
  const hold = async (world: World): Promise<void> => {
    const settings = await world.merchant('GET', '/v1/contacts/settings');
    const document = {
      ...((await settings.json()) as object),
      programmeHoldoutPpm: EXPERIMENT.heldShare * 1_000_000,
    };
    const saved = await world.merchant('PUT', '/v1/contacts/settings', document, {
      'if-match': settings.headers.get('etag') ?? '',
    });
    expect(saved.status).toBe(200);
  };

  it.each(DRAWN)(
    'shop $shop goes through orders, store and command with the digits of the rules alone (invariant 17, E80)',
    async ({ people }) => {
      const world = await openWorld(test.store, testProgram({ timeZone: 'UTC' }));
      await importShop(
        world,
        people.map(({ bought }) => bought),
        FIRST_DAY,
      );
      await reach(world, people);
      await hold(world);
      const of = ['--shop', world.keys.shopId, '--period', PERIOD, '--as-of', AS_OF, '--json'];
      const { out, status, err } = await runOkaeri(test.url, 'insights', 'effects', ...of);
      expect([status, err]).toEqual([0, '']);
      expect(JSON.parse(out) as EffectFigures).toMatchObject(expectedOf(people));
    },
    TIMEOUT_MS,
  );
});
