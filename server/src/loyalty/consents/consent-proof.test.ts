import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { jobsOf } from '../../compose-areas.ts';
import { rows, inShop } from '../../platform/store/statement.ts';

const allConsents = rows<{ shopId: string }>()('testAllConsents', (db, t) =>
  db.select().from(t.consents).where(inShop(t.consents)),
);

describe.each(ENGINES)('what shows that a message was allowed, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test.dispose());

  const kept = () =>
    world.deps.store.read((tx) => tx.run(allConsents, { shopId: world.keys.shopId }));
  const sweep = async (): Promise<void> => {
    for (const job of jobsOf(world.deps)) if (job.name === 'sweepProof') await job.run();
  };

  it('names nobody once they are erased, goes after its days, and a withdrawal never does (E12)', async () => {
    const token = await world.token('ada', { email: 'ada@x.example', name: 'Ada' });
    await world.storefront('GET', '/me', { token });
    const say = (purpose: string, state: string) =>
      world.merchant(
        'POST',
        '/v1/shoppers/ada/consents',
        {
          purpose,
          channel: 'email',
          state,
          source: 'Ada at the till',
          evidence: { orderId: 'o1' },
        },
        { 'idempotency-key': purpose },
      );
    await say('surveys', 'given');
    await say('reviews', 'withdrawn');
    const saidAt = world.clock.at;
    expect((await world.merchant('DELETE', '/v1/shoppers/ada')).status).toBe(204);
    const left = await kept();
    expect(left).toHaveLength(2);
    // Ids and digests may have any letters in them.
    const told = left.map(({ id: _id, shopId: _shop, addressDigest: _digest, ...row }) => row);
    expect(JSON.stringify(told)).not.toMatch(/ada|o1/i);
    expect(left.every(({ addressDigest, at }) => addressDigest !== null && at === saidAt)).toBe(
      true,
    );

    world.clock.at = saidAt + LIMITS.consentProofDays * DAY_MS;
    await sweep();
    expect(await kept()).toHaveLength(2);
    world.clock.at += 1;
    await sweep();
    expect((await kept()).map(({ state }) => state)).toEqual(['withdrawn']);
  });
});
