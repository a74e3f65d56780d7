import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reconciliation } from '@okaeri/shared/reconciliation';
import { actsOf, plainProgram, type Acts } from '../../testing/acts.ts';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { anOrder, hours } from '../../testing/order-states.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('reconciling on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    acts = actsOf(world);
    for (const id of ['1', '2', '3']) await acts.put(id, anOrder());
  });
  afterAll(() => test.dispose());

  const reconcile = async (body: object): Promise<Reconciliation> =>
    (await (await world.merchant('POST', '/v1/orders/reconcile', body)).json()) as Reconciliation;

  it('lists orders that never came, and states that are newer, and takes them in', async () => {
    const refunded = anOrder({ updatedAt: hours(2), cancelledAt: hours(2) });
    const orders = [
      { orderId: '1', state: anOrder() },
      { orderId: '2', state: refunded },
      { orderId: '4', state: anOrder() },
    ];
    expect(await reconcile({ orders })).toEqual({
      checked: 3,
      drift: [
        { orderId: '2', kind: 'outdated', expected: 100, found: 100, repaired: false },
        { orderId: '4', kind: 'missing', expected: 0, found: 0, repaired: false },
      ],
      nextCursor: null,
    });
    const { drift } = await reconcile({ orders, repair: true });
    expect(drift.map(({ repaired, expected }) => [repaired, expected])).toEqual([
      [true, 0],
      [true, 100],
    ]);
    expect((await acts.me()).balance.available).toBe(300);
    expect(await reconcile({ orders })).toMatchObject({ drift: [] });
  });

  it('finds what was posted otherwise than the order says, and posts the difference', async () => {
    // Somebody with the database's password made an order look as if it had earned nothing.
    await behind(
      test.url,
      `update awards set posted = 30 where source_id = '3' and shop_id = '${world.keys.shopId}'`,
    );
    expect(await reconcile({})).toMatchObject({
      checked: 4,
      drift: [{ orderId: '3', kind: 'posted', expected: 100, found: 30 }],
    });
    await reconcile({ repair: true });
    expect(await reconcile({})).toMatchObject({ drift: [] });
    expect((await acts.history())[0]).toMatchObject({
      kind: 'earn',
      points: 70,
      source: { id: '3' },
    });
  });
});
