import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

describe.each(ENGINES)('what can be chosen among on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    const line = { ...aLine('l1', 1800), productId: 'mug', title: 'Everyday mug', tags: ['cups'] };
    for (const id of ['1', '2'])
      await world.merchant('PUT', `/v1/orders/${id}`, anOrder({ lines: [line] }));
    await world.merchant('PUT', '/v1/products/tea', {
      updatedAt: '2026-01-01T00:00:00Z',
      title: { en: 'Green tea' },
      collectionIds: ['spring'],
    });
  });
  afterAll(() => test.dispose());

  const ask = async (query: string): Promise<unknown> =>
    (await world.merchant('GET', `/v1/seen-items?${query}`)).json();

  it('is what was in orders and what is in the catalog, found by its name', async () => {
    expect(await ask('kind=product')).toEqual({
      items: [
        { id: 'mug', title: 'Everyday mug', imageUrl: null, orders: 2 },
        { id: 'tea', title: 'Green tea', imageUrl: null, orders: 0 },
      ],
    });
    expect(await ask('kind=product&search=green')).toMatchObject({ items: [{ id: 'tea' }] });
    expect(await ask('kind=tag')).toMatchObject({ items: [{ id: 'cups', orders: 2 }] });
    expect(await ask('kind=collection')).toMatchObject({ items: [{ id: 'spring' }] });
  });

  it('is of a kind there is', async () => {
    expect((await world.merchant('GET', '/v1/seen-items?kind=shelf')).status).toBe(400);
  });
});
