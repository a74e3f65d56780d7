import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { behind } from '../../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { anOrder } from '../../../testing/order-states.ts';
import { openWorld, testProgram, type World } from '../../../testing/world.ts';
import { countShops } from './count-shops.ts';
import { rebuildDays } from './settle-days.ts';
import { verifyDays } from './verify-days.ts';
import { walkPurchaseDays } from './walk-days.ts';

const PROGRAM = testProgram();
const { timeZone, currency } = PROGRAM;

describe.each(ENGINES)('purchase days that were touched, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const rebuild = (repair: boolean) =>
    rebuildDays(world.deps.store, { shopId: world.keys.shopId, timeZone, currency }, { repair });
  const days = async (zone = timeZone): Promise<unknown> => {
    const found: unknown[] = [];
    const terms = { timeZone: zone, currency };
    const asked = { shopId: world.keys.shopId, terms, insiderTags: ['insider'], until: 1e6 };
    for await (const one of walkPurchaseDays(world.deps.store, asked)) found.push(one.days);
    return found;
  };

  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, PROGRAM);
    for (const [id, shopper] of ['ada', 'ada', 'bea', 'staff'].entries())
      await world.merchant('PUT', `/v1/orders/${id}`, anOrder({ shopper: { id: shopper } }));
    await world.merchant('PUT', '/v1/shoppers/staff', { tags: ['insider'] });
    await countShops(world.deps);
  });
  afterAll(() => test.dispose());

  it.each([
    ['a day that is gone', 'delete from purchase_days where orders = 2', 1],
    ['a day that is worth more', 'update purchase_days set value_minor = value_minor + 1', 3],
    [
      'a day of nobody',
      "insert into purchase_days select shop_id, 'nobody', day, orders, value_minor, free_orders, without_rate from purchase_days where orders = 2",
      1,
    ],
    ['an order that is kept as of another day', 'update orders set bought_on = bought_on - 1', 3],
    [
      'an order that is kept as nothing',
      "update orders set bought_as = 'nothing' where id = '2'",
      1,
    ],
  ])('are found and put right: %s', async (_, statement, different) => {
    const before = await days();
    await behind(test.url, statement);
    const checked = await rebuild(false);
    expect(checked).toMatchObject({ shoppers: expect.any(Number), orders: 4, different });
    expect(await verifyDays(world.deps, { shopId: world.keys.shopId })).toEqual(
      checked.differences.map((one) => ({ shopId: world.keys.shopId, ...one })),
    );
    expect(await rebuild(true)).toMatchObject({ different });
    expect(await rebuild(false)).toMatchObject({ different: 0 });
    expect(await days()).toEqual(before);
  });

  it('are not said to be wrong while they are still to be counted by another zone', async () => {
    const zone = 'Pacific/Pago_Pago';
    const before = await days();
    await world.publish({ ...PROGRAM, timeZone: zone });
    expect(await verifyDays(world.deps)).toEqual([]);
    await countShops(world.deps);
    expect(await verifyDays(world.deps)).toEqual([]);
    expect(await days(zone)).not.toEqual(before);
  });

  it('leave insiders out, also those who were erased, and keep everybody else who was (E9, E12)', async () => {
    const zone = 'Pacific/Pago_Pago';
    const before = await days(zone);
    expect(before).toHaveLength(2);
    await world.merchant('DELETE', '/v1/shoppers/staff');
    await world.merchant('DELETE', '/v1/shoppers/bea');
    expect(await days(zone)).toEqual(before);
  });
});
