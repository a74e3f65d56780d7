import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TouchLine } from '@okaeri/shared/affairs';
import { LIMITS } from '@okaeri/shared/limits';
import { jobsOf } from '../../compose-areas.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('what was said to somebody, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test.dispose());

  it('is forgotten after its days, but for what they did not want to see', async () => {
    const shown = { kind: 'nextStep', subject: 'a' };
    for (const who of ['ada', 'bea']) {
      const token = await world.token(who);
      const answer = await world.storefront('POST', '/me/contacts', { token, body: shown });
      expect(await answer.json()).toEqual({ allowed: true });
    }
    const token = await world.token('bea');
    await world.storefront('POST', '/me/contacts/dismiss', { token, body: shown });
    const kept = async (): Promise<number[]> => {
      await jobsOf(world.deps)
        .find(({ name }) => name === 'sweepTouches')
        ?.run();
      const found = ['ada', 'bea'].map(async (who) => {
        const answer = await world.merchant('GET', `/v1/shoppers/${who}/touches`);
        return ((await answer.json()) as { items: TouchLine[] }).items.length;
      });
      return Promise.all(found);
    };
    world.clock.at += LIMITS.touchesKeptDays * DAY_MS;
    expect(await kept()).toEqual([1, 1]);
    world.clock.at += 1;
    expect(await kept()).toEqual([0, 1]);
  });
});
