import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathOf } from '@okaeri/shared/paths';
import type { MerchantShopper } from '@okaeri/shared/shoppers';
import { hardIds } from '@okaeri/shared/testing/hard-ids';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { openWorld, type World } from '../../testing/world.ts';

const IDS = hardIds(process.env['OKAERI_TEST_LONG'] === undefined ? 100 : 200);

describe.each(ENGINES)('shoppers with ids of any shape, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    for (const id of IDS)
      await world.merchant('PUT', `/v1${pathOf('shoppers', id)}`, { name: `Named ${id}` });
  });
  afterAll(() => test.dispose());

  const get = async (id: string): Promise<MerchantShopper> =>
    (await (await world.merchant('GET', `/v1${pathOf('shoppers', id)}`)).json()) as MerchantShopper;
  const adjust = async (id: string, points: number): Promise<Response> =>
    world.merchant(
      'POST',
      `/v1${pathOf('shoppers', id, 'adjustments')}`,
      { points, reason: 'test' },
      { 'idempotency-key': 'once' },
    );

  it('are each found under their own id', async () => {
    for (const id of IDS) expect((await get(id)).id).toBe(id);
  });

  it('are each adjusted and blocked alone', async () => {
    for (const [i, id] of IDS.entries()) {
      expect((await adjust(id, i + 1)).status).toBe(201);
      const blocked = { blocked: i % 2 === 0 };
      await world.merchant('PUT', `/v1${pathOf('shoppers', id)}`, blocked);
    }
    for (const [i, id] of IDS.entries())
      expect(await get(id)).toMatchObject({
        id,
        status: i % 2 === 0 ? 'blocked' : 'member',
        balance: { available: i + 1 },
      });
  });

  it('have orders with ids of any shape', async () => {
    for (const id of IDS.slice(0, 60)) {
      const order = anOrder({ shopper: { id: 'buyer' }, lines: [aLine('a', 100)] });
      const path = `/v1${pathOf('orders', id)}`;
      expect((await world.merchant('PUT', path, order)).ok, id).toBe(true);
      expect(await (await world.merchant('GET', path)).json()).toMatchObject({ orderId: id });
    }
  });

  it('are each merged and erased alone', async () => {
    const [kept, ...others] = IDS;
    for (const [i, id] of others.entries()) {
      const path = pathOf('shoppers', id);
      const done =
        i % 2 === 0
          ? await world.merchant('DELETE', `/v1${path}`)
          : await world.merchant('POST', `/v1${pathOf('shoppers', kept ?? '', 'merge')}`, {
              from: id,
            });
      expect(done.ok, id).toBe(true);
      const left = others.slice(i + 1).find((one) => one !== id);
      if (left !== undefined) expect((await get(left)).id).toBe(left);
    }
    for (const [i, id] of others.entries()) {
      const answer = await world.merchant('GET', `/v1${pathOf('shoppers', id)}`);
      if (i % 2 === 0) expect(answer.status, id).toBe(404);
      else expect(await answer.json()).toMatchObject({ id: kept });
    }
  });
});
