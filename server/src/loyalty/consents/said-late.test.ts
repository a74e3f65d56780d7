import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { GIVEN, openConsents, type ConsentActs } from '../../testing/consent-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { selectShopperByExternalId } from '../shoppers/queries.ts';
import { suppressAddress } from './suppress-address.ts';

describe.each(ENGINES)('statements that come late, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let acts: ConsentActs;
  beforeAll(async () => {
    test = await openTestStore();
    acts = await openConsents(test.store);
  });
  afterAll(() => test.dispose());

  const ago = (days: number): string => isoOf(acts.world.clock.at - days * DAY_MS);
  const complain = async (email: string): Promise<void> => {
    const { shopId } = acts.world.keys;
    const at = acts.world.clock.at;
    await test.store.write((tx) => suppressAddress(tx, { shopId, email, reason: 'complaint', at }));
  };
  const isPersonalised = async (externalId: string): Promise<boolean | undefined> => {
    const { shopId } = acts.world.keys;
    const found = await test.store.read((tx) =>
      tx.run(selectShopperByExternalId, { shopId, externalId }),
    );
    return found[0]?.personalised;
  };
  const stopped = async (email: string): Promise<number> => {
    const body = { emails: [email] };
    const found = await acts.world.merchant('POST', '/v1/contacts/suppressions/lookup', body);
    return ((await found.json()) as { items: unknown[] }).items.length;
  };

  it('do not undo an objection to profiling that is newer: the newest stands (E23, E28)', async () => {
    const { id, token } = await acts.join();
    const about = { purpose: 'profiling', channel: 'page' };
    await acts.choose(token, { ...about, state: 'withdrawn' });
    const late = { ...about, state: 'given', at: ago(3), source: 'import' };
    expect((await acts.record(id, late)).status).toBe(201);
    expect(await acts.standing(id, 'profiling', 'page')).toMatchObject({ state: 'withdrawn' });
    await acts.record(id, { ...late, channel: 'email' });
    expect(await isPersonalised(id)).toBe(false);
    // One that is the newest does.
    acts.world.clock.at += 1000;
    await acts.record(id, { ...late, at: ago(0) });
    expect(await isPersonalised(id)).toBe(true);
  });

  it('lift no complaint that came after them: only a consent given anew does (E29)', async () => {
    const { id, email } = await acts.join();
    await complain(email);
    const said = { purpose: 'surveys', channel: 'email', state: 'given', source: 'import' };
    await acts.record(id, { ...said, at: ago(3) });
    expect(await stopped(email)).toBe(1);
    // Nor does a flag a backend sends, of which nobody knows to what words it was a yes.
    await acts.world.merchant('PUT', `/v1/shoppers/${id}`, { newsletter: true });
    expect(await stopped(email)).toBe(1);
    acts.world.clock.at += 1000;
    await acts.record(id, said);
    expect(await stopped(email)).toBe(0);
  });

  it('of somebody who waits to confirm are a yes at once, where the token says that the address is verified (E25)', async () => {
    const { id, token, email } = await acts.join();
    expect(await (await acts.choose(token, GIVEN)).json()).toMatchObject({ state: 'pending' });
    const verified = await acts.world.token(id, { email, email_verified: true });
    expect(await (await acts.choose(verified, GIVEN)).json()).toMatchObject({
      state: 'given',
      allowed: true,
    });
    const told = await acts.world.merchant('GET', `/v1/shoppers/${id}/affairs`);
    const { consents } = (await told.json()) as ShopperAffairs;
    expect(consents.map(({ state }) => state)).toEqual(['given', 'pending']);
  });
});
