import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOf, plainProgram, type Acts } from '../../testing/acts.ts';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { anOrder } from '../../testing/order-states.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { eraseLeft } from './erase-shopper.ts';

describe.each(ENGINES)('a person who was merged into an erased person, on $engine', (engine) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await engine.openTestStore();
    world = await openWorld(test.store, plainProgram());
    acts = actsOf(world);
    for (const [name, orderId] of [
      ['old', '1'],
      ['new', '2'],
    ] as const)
      await acts.put(orderId, anOrder({ shopper: { id: name, email: `${name}@x.example` } }));
    await world.merchant('POST', '/v1/shoppers/new/merge', { from: 'old' });
    await erase();
  });
  afterAll(() => test.dispose());

  const erase = async (): Promise<void> => {
    expect((await world.merchant('DELETE', '/v1/shoppers/new')).status).toBe(204);
  };
  /** Versions of before erased the one row alone. */
  const asBefore = (): Promise<unknown> =>
    behind(
      test.url,
      "update shoppers set erased_at = null, external_id = 'old', name = 'Old' where merged_into is not null",
    );
  const named = (): Promise<unknown[]> =>
    behind(test.url, "select id from shoppers where external_id = 'old' or name = 'Old'");

  it('is erased by erasing once more, where versions of before left them', async () => {
    await asBefore();
    await erase();
    expect(await named()).toEqual([]);
  });

  it('is erased within the hour after the upgrade, once', async () => {
    await asBefore();
    expect(await eraseLeft(world.deps)).toBe(1);
    expect(await named()).toEqual([]);
    expect(await eraseLeft(world.deps)).toBe(0);
  });

  it('is known by their former address, whose orders make no profile', async () => {
    await acts.put('3', anOrder({ shopper: { email: 'Old@x.example', name: 'Old' } }));
    expect(await named()).toEqual([]);
    const owners = await behind(
      test.url,
      "select erased_at is not null as erased from shoppers where id = (select shopper_id from orders where id = '3')",
    );
    expect(owners.map((row) => Boolean((row as { erased: unknown }).erased))).toEqual([true]);
  });

  it('is not known by an address that somebody else answers to', async () => {
    await acts.put('4', anOrder({ shopper: { id: 'first', email: 'shared@x.example' } }));
    await acts.put('5', anOrder({ shopper: { email: 'shared@x.example' } }));
    await acts.put('6', anOrder({ shopper: { id: 'second' } }));
    await world.merchant('POST', '/v1/shoppers/second/merge', { from: 'first' });
    expect((await world.merchant('DELETE', '/v1/shoppers/second')).status).toBe(204);
    const guests = (await (await world.merchant('GET', '/v1/shoppers')).json()) as {
      items: { email: string }[];
    };
    expect(guests.items.map(({ email }) => email)).toEqual(['shared@x.example']);
    await acts.put('7', anOrder({ shopper: { email: 'shared@x.example' } }));
    const owners = await behind(
      test.url,
      "select count(distinct shopper_id) as owners from orders where id in ('5', '7')",
    );
    expect(Number((owners[0] as { owners: unknown }).owners)).toBe(1);
  });
});
