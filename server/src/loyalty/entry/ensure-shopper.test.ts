import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOf, plainProgram, type Acts } from '../../testing/acts.ts';
import { behind } from '../../testing/behind.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { anOrder } from '../../testing/order-states.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('coming in with a proven address, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    acts = actsOf(world);
  });
  afterAll(() => test.dispose());

  const proven = (email: string) => ({ email, email_verified: true });
  const addresses = (): Promise<unknown[]> =>
    behind(test.url, 'select email_key from shoppers where erased_at is not null');

  it('writes nothing about a person who was erased, and joins no orders of a guest to them', async () => {
    const token = await world.token('dora', proven('dora@x.example'));
    expect((await world.storefront('GET', '/me', { token })).status).toBe(200);
    expect((await world.storefront('DELETE', '/me', { token })).status).toBe(204);
    const guest = anOrder({ shopper: { email: 'dora.new@x.example' } });
    await acts.put('g1', guest);
    for (const email of ['dora@x.example', 'dora.new@x.example']) {
      const again = await world.token('dora', proven(email));
      expect((await world.storefront('GET', '/me', { token: again })).status).toBe(403);
    }
    expect(await addresses()).toEqual([{ email_key: null }]);
    const guests = await world.merchant('GET', '/v1/shoppers');
    expect(((await guests.json()) as { items: unknown[] }).items).toHaveLength(1);
  });

  const mergedFrom = async (email: string): Promise<unknown[]> =>
    behind(
      test.url,
      `select heir.external_id, heir.email_key from shoppers guest join shoppers heir on heir.shop_id = guest.shop_id and heir.id = guest.merged_into where guest.email = '${email}' and guest.external_id is null`,
    );

  it('makes a guest who only ordered the member, without a line in the history', async () => {
    await acts.put('g2', anOrder({ shopper: { email: 'hana@x.example' } }));
    await acts.me('hana', proven('hana@x.example'));
    expect(await mergedFrom('hana@x.example')).toEqual([
      { external_id: 'hana', email_key: 'hana@x.example' },
    ]);
    expect((await acts.history('hana')).map(({ points }) => points)).toEqual([100]);
  });

  it('made a guest of versions of before nobody: the upgrade leads them to the member', async () => {
    await behind(test.url, 'update shoppers set merged_into = null where merged_into is not null');
    await upgrade(test.url);
    expect(await mergedFrom('hana@x.example')).toHaveLength(1);
    // The same of a person who was erased since, whose orders alone tell who they were.
    await behind(
      test.url,
      "update shoppers set erased_at = 1, external_id = null, email_key = null where external_id = 'hana'",
    );
    await behind(test.url, 'update shoppers set merged_into = null where merged_into is not null');
    await upgrade(test.url);
    expect(await mergedFrom('hana@x.example')).toEqual([{ external_id: null, email_key: null }]);
  });

  it('was written back by versions of before: the upgrade takes the address away again', async () => {
    await behind(test.url, 'update shoppers set email_key = id where erased_at is not null');
    await upgrade(test.url);
    expect(await addresses()).toEqual([{ email_key: null }, { email_key: null }]);
  });
});

/** Runs what the upgrade does to rows once more. */
const upgrade = async (url: string): Promise<void> => {
  const engine = url.startsWith('file:') ? 'sqlite' : 'postgres';
  const path = `../../platform/store/migrations/${engine}/0020_people.sql`;
  const statements = readFileSync(new URL(path, import.meta.url), 'utf8').split(
    '--> statement-breakpoint',
  );
  for (const statement of statements)
    if (statement.trim().startsWith('UPDATE')) await behind(url, statement);
};
