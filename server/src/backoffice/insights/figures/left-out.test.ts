import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figure, LiabilityFigures, ShopperForecast } from '@okaeri/shared/figures';
import type { EffectFigures, ReturnFigures } from '@okaeri/shared/effect-figures';
import { insertTouch } from '../../../loyalty/contacts/touch-queries.ts';
import { findExisting } from '../../../loyalty/shoppers/lock-shopper.ts';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { dateOfDay, importShop } from '../../../testing/imported-shop.ts';
import { simulateShop, USUAL_HABITS } from '../../../testing/simulated-shop.ts';
import { TODAY } from '../../../testing/today.ts';
import { aTouch } from '../../../testing/touch-rows.ts';
import { openWorld, testProgram, type World } from '../../../testing/world.ts';
import { FIGURE_FRESH_MS } from './read-figure.ts';

const DAYS = 365;
const FIRST_DAY = Math.floor(TODAY / DAY_MS) - DAYS;
const SHOP = simulateShop(USUAL_HABITS, { shoppers: 420, days: DAYS, seed: 11 });
/** Two who have bought alike, and somebody of the house who has bought as they did. */
const TWINS = Array.from({ length: 3 }, () =>
  [10, 60, 200].map((day) => ({ day, valueMinor: 2500 })),
);
const [TWIN, OTHER, STAFF] = [420, 421, 422].map((n) => `s${n}`);
const PERIOD = '2026Q2';

describe.each(ENGINES)('whom figures leave out, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const taken = async <Body>(path: string): Promise<Body> => {
    for (;;) {
      const answer = await world.merchant('GET', `/v1/insights/${path}`);
      if (answer.status === 200) return (await answer.json()) as Body;
      expect(answer.status).toBe(202);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  /** A figure that is taken now, a day after whatever was taken before. */
  const fresh = async <Body extends Figure>(path: string): Promise<Body> => {
    world.clock.at += FIGURE_FRESH_MS.forecast;
    await expect
      .poll(async () => (await taken<Body>(path)).takenAt, { timeout: 20_000 })
      .toBe(new Date(world.clock.at).toISOString());
    return taken<Body>(path);
  };
  const change = async (path: string, by: object): Promise<void> => {
    const known = await world.merchant('GET', path);
    const document = { ...((await known.json()) as object), ...by };
    const saved = await world.merchant('PUT', path, document, {
      'if-match': known.headers.get('etag') ?? '',
    });
    expect(saved.status).toBe(200);
  };

  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram({ timeZone: 'UTC' }));
    await importShop(world, [...SHOP, ...TWINS], FIRST_DAY);
    await world.merchant('PUT', `/v1/shoppers/${STAFF}`, { tags: ['insider'] });
    await change('/v1/contacts/settings', { programmeHoldoutPpm: 100_000 });
    const { shopId } = world.keys;
    await world.deps.store.write(async (tx) => {
      for (const externalId of [TWIN, STAFF]) {
        const shopper = await findExisting(tx, { shopId, externalId: externalId ?? '' });
        if (shopper === undefined) throw new Error('Everybody was imported.');
        const plannedAt = Date.parse('2026-05-01T10:00:00Z');
        const own = { shopId, shopperId: shopper.id, plannedAt };
        await tx.run(
          insertTouch,
          aTouch({ key: externalId ?? '', id: `to_${externalId}`, ...own }),
        );
      }
    });
  });
  afterAll(() => test.dispose());

  it('nothing is foretold of somebody of the house (E9)', async () => {
    const found = await taken<ShopperForecast>(`shoppers/${STAFF}/forecast`);
    expect(found).toMatchObject({ reason: 'insider', alive: null, none: null, purchases: null });
  });

  it('of two who have bought alike the same is foretold, whoever they are (E126, invariant 18)', async () => {
    const found = await taken<ShopperForecast>(`shoppers/${TWIN}/forecast`);
    expect(found.valueMinor?.high).toBeGreaterThan(0);
    expect(await taken(`shoppers/${OTHER}/forecast`)).toEqual(found);
  });

  it('nothing is foretold of somebody of whom not all is known (E72)', async () => {
    await change('/v1/insights/settings', { completeFrom: dateOfDay(FIRST_DAY + 11) });
    const found = await taken<ShopperForecast>(`shoppers/${TWIN}/forecast`);
    expect(found).toMatchObject({ reason: 'incomplete', alive: null, valueMinor: null });
    await change('/v1/insights/settings', { completeFrom: dateOfDay(FIRST_DAY + 10) });
    expect(await taken<ShopperForecast>(`shoppers/${TWIN}/forecast`)).toMatchObject({
      reason: null,
    });
    await change('/v1/insights/settings', { completeFrom: null });
  });

  it('somebody of the house who was erased is still left out of points and effects (E12, invariant 10)', async () => {
    const before = {
      liability: await fresh<LiabilityFigures>(`liability`),
      effects: await fresh<EffectFigures>(`effects/programme?period=${PERIOD}`),
    };
    expect(before.effects.people).toBe(1);
    expect(before.liability.people).toBe(422);
    expect((await world.merchant('DELETE', `/v1/shoppers/${STAFF}`)).status).toBe(204);
    const liability = await fresh<LiabilityFigures>(`liability`);
    const effects = await fresh<EffectFigures>(`effects/programme?period=${PERIOD}`);
    expect([liability.people, liability.ceiling]).toEqual([422, before.liability.ceiling]);
    expect([effects.people, effects.treated]).toEqual([1, before.effects.treated]);
  });

  it('a figure follows what the shop says of itself at once, and not when it is old (E85)', async () => {
    expect(await taken<ReturnFigures>('return')).toMatchObject({ marginShare: null });
    await change('/v1/insights/settings', { marginShare: 0.45 });
    expect(await taken<ReturnFigures>('return')).toMatchObject({ marginShare: 0.45 });
    const effects = () => taken<EffectFigures>(`effects/programme?period=${PERIOD}`);
    expect((await effects()).heldShare).toBe(0.1);
    await change('/v1/contacts/settings', { programmeHoldoutPpm: 0 });
    expect(await effects()).toMatchObject({ heldShare: 0, state: 'noHoldout' });
  });
});
