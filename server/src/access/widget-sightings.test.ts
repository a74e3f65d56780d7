import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, type World } from '../testing/world.ts';
import { listSightings, SIGHTINGS_MAX, SIGHTINGS_WAITING_MAX } from './widget-sightings.ts';

/** Rounds of requests that come at once; the first fill every place there is. */
const ROUNDS = Math.ceil(SIGHTINGS_MAX / SIGHTINGS_WAITING_MAX) + 5;
const AT_ONCE = 20;

describe.each(ENGINES)('made-up origins on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test.dispose());

  let made = 0;
  /** Asks from origins nobody has asked from before, all at once; gives how many of them wait to be written. */
  const ask = async (): Promise<number> => {
    const answers = Array.from({ length: AT_ONCE }, () => {
      made += 1;
      const headers = { origin: `https://made-up-${made}.example` };
      return world.request(`/storefront/v1/${world.keys.publicKey}/program`, { headers });
    });
    for (const { status } of await Promise.all(answers)) expect(status).toBe(403);
    return waiting();
  };
  const waiting = (): number =>
    world.deps.caches.sightingQueues.get(world.keys.shopId)?.waiting ?? 0;
  const written = async (): Promise<void> => {
    while (waiting() > 0) await new Promise((turn) => setTimeout(turn, 5));
  };

  it('have a few writes wait, however many come, and none once their places are taken', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(await ask()).toBeLessThanOrEqual(SIGHTINGS_WAITING_MAX);
      await written();
    }
    const { items } = await listSightings(world.deps, await world.shop());
    expect(items.length).toBeGreaterThanOrEqual(SIGHTINGS_MAX);
    // On PostgreSQL several may take the last place at once.
    expect(items.length).toBeLessThan(SIGHTINGS_MAX + SIGHTINGS_WAITING_MAX);
    const before = world.deps.store.writes().committed;
    await ask();
    await written();
    expect(world.deps.store.writes().committed - before).toBe(0);
  });

  it('never take the place of an origin of the shop', async () => {
    const headers = { origin: world.origin };
    const { status } = await world.request(`/storefront/v1/${world.keys.publicKey}/program`, {
      headers,
    });
    expect(status).toBe(200);
    await written();
    const { items } = await listSightings(world.deps, await world.shop());
    expect(items.find(({ origin }) => origin === world.origin)?.isAllowed).toBe(true);
  });
});
