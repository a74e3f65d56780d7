import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { plainProgram } from '../../testing/acts.ts';
import { aTouch } from '../../testing/touch-rows.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { selectShopperByExternalId } from '../shoppers/queries.ts';
import { insertTouch } from './touch-queries.ts';

describe.each(ENGINES)('what somebody put away long ago, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    const settings = { daysBetween: 0, perMonth: 30 };

    const { headers } = await world.merchant('GET', '/v1/contacts/settings');
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    const saved = await world.merchant('PUT', '/v1/contacts/settings', settings, ifMatch);
    expect(saved.status).toBe(200);
  });
  afterAll(() => test.dispose());

  it('is never shown again, however much was said since (E18)', async () => {
    const ask = async (subject: string, path = ''): Promise<unknown> => {
      const token = await world.token('ada');
      const body = { kind: 'nextStep', subject };
      return (await world.storefront('POST', `/me/contacts${path}`, { token, body })).json();
    };
    expect(await ask('redeem')).toEqual({ allowed: true });
    await ask('redeem', '/dismiss');
    const { shopId } = world.keys;
    const began = world.clock.at;
    const [ada] = await test.store.read((tx) =>
      tx.run(selectShopperByExternalId, { shopId, externalId: 'ada' }),
    );
    // Thirty a month, for a year.
    await test.store.write(async (tx) => {
      for (let n = 1; n <= 365; n += 1) {
        const own = { key: `later:${n}`, id: `to_later_${n}`, plannedAt: began + n * DAY_MS };
        await tx.run(insertTouch, aTouch({ shopId, shopperId: ada?.id ?? '', ...own }));
      }
    });
    world.clock.at = began + 400 * DAY_MS + HOUR_MS;
    expect(await ask('join')).toEqual({ allowed: true });
    expect(await ask('redeem')).toEqual({ allowed: false });
  });
});
