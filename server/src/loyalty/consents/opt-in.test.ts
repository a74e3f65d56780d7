import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Me } from '@okaeri/shared/storefront';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { firstOwner } from '../../testing/console.ts';
import { GIVEN, openConsents, type ConsentActs } from '../../testing/consent-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import type { World } from '../../testing/world.ts';
import { programWith } from '../../testing/programs.ts';

describe.each(ENGINES)('consents that wait to be confirmed, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let acts: ConsentActs;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    acts = await openConsents(test.store);
    world = acts.world;
  });

  it('wait for the link of an e-mail, which changes nothing until its button is pressed (E25)', async () => {
    const { id, token, email } = await acts.join();
    const chosen = await acts.choose(token, GIVEN);
    expect(await chosen.json()).toMatchObject({ state: 'pending', allowed: false });
    await acts.choose(token, GIVEN);
    await acts.deliver();
    expect(acts.mailsTo(email)).toHaveLength(1);
    expect(acts.mailsTo(email)[0]?.text).toContain('Send me news.');
    const [, path, link] =
      /(\/consent\/[\w-]+)#([\w.-]+)/.exec(acts.mailsTo(email)[0]?.text ?? '') ?? [];
    expect((await world.request(path ?? '')).status).toBe(200);
    expect(await acts.standing(id)).toMatchObject({ state: 'pending', allowed: false });
    const press = () =>
      world.request(path ?? '', {
        method: 'POST',
        body: new URLSearchParams({ token: link ?? '' }),
      });
    expect((await press()).status).toBe(200);
    expect((await press()).status).toBe(200);
    expect(await acts.standing(id)).toMatchObject({ state: 'given', allowed: true });
    expect((await acts.read(id)).items.map(({ state }) => state)).toEqual(['given', 'pending']);
    // Withdrawn since: an old link does not bring it back.
    world.clock.at += 1000;
    await acts.choose(token, { ...GIVEN, state: 'withdrawn', wordingId: null });
    expect((await press()).status).toBe(404);
    expect(await acts.standing(id)).toMatchObject({ state: 'withdrawn', allowed: false });
  });

  it('are confirmed by nobody who is blocked, nor in a closed shop, and by the same link after it (E6, E10)', async () => {
    const { id, token, email } = await acts.join();
    await acts.choose(token, GIVEN);
    await acts.deliver();
    const [, path, link] =
      /(\/consent\/[\w-]+)#([\w.-]+)/.exec(acts.mailsTo(email)[0]?.text ?? '') ?? [];
    const press = async (): Promise<number> => {
      const body = new URLSearchParams({ token: link ?? '' });
      return (await world.request(path ?? '', { method: 'POST', body })).status;
    };
    await world.merchant('PUT', `/v1/shoppers/${id}`, { blocked: true });
    expect(await press()).toBe(404);
    await world.merchant('PUT', `/v1/shoppers/${id}`, { blocked: false });
    const owner = await firstOwner(world);
    expect((await owner.send('POST', '/v1/shop/close', { name: 'Test' })).ok).toBe(true);
    expect(await press()).toBe(404);
    expect((await owner.send('POST', '/v1/shop/reopen')).ok).toBe(true);
    expect(await acts.standing(id)).toMatchObject({ state: 'pending' });
    expect(await press()).toBe(200);
    expect(await acts.standing(id)).toMatchObject({ state: 'given', allowed: true });
  });

  it('are given at once where the token says that the address is verified (E25)', async () => {
    const { token, email } = await acts.join({ email_verified: true });
    expect(await (await acts.choose(token, GIVEN)).json()).toMatchObject({
      state: 'given',
      allowed: true,
    });
    await acts.deliver();
    expect(acts.mailsTo(email)).toEqual([]);
  });

  it('lapse after seven days without the button, and what stood before stands again (E25)', async () => {
    const { id, token } = await acts.join();
    await acts.choose(token, { ...GIVEN, state: 'withdrawn', wordingId: null });
    world.clock.at += 1;
    await acts.choose(token, GIVEN);
    world.clock.at += 7 * DAY_MS - 1;
    expect(await acts.standing(id)).toMatchObject({ state: 'pending' });
    const isSubscribed = async (): Promise<boolean> => {
      const again = await world.token(id, { email: `${id}@x.example` });
      const me = await world.storefront('GET', '/me', { token: again });
      return ((await me.json()) as Me).shopper.newsletter;
    };
    expect(await isSubscribed()).toBe(true);
    world.clock.at += 1;
    await acts.deliver();
    expect(await isSubscribed()).toBe(false);
    expect(await acts.standing(id)).toMatchObject({ state: 'withdrawn', allowed: false });
  });

  it('without a wording earn and show as a subscription does, and allow no mail (E25)', async () => {
    const { id, token, email } = await acts.join();
    await world.storefront('PATCH', '/me', { token, body: { newsletter: true } });
    const me = (await (await world.storefront('GET', '/me', { token })).json()) as Me;
    expect(me.shopper.newsletter).toBe(true);
    expect(await acts.standing(id)).toMatchObject({ state: 'given', allowed: false });
    await acts.deliver();
    expect(acts.mailsTo(email)).toEqual([]);
    world.clock.at += 1000;
    await acts.choose(token, { purpose: 'marketing', channel: 'email', state: 'withdrawn' });
    const after = (await (await world.storefront('GET', '/me', { token })).json()) as Me;
    expect(after.shopper.newsletter).toBe(false);
  });

  it('stop the mail a soft opt-in allowed while they wait, and end with a no in the profile (E24, E25)', async () => {
    const { id, token } = await acts.join();
    const at = new Date(world.clock.at - 1000).toISOString();
    const evidence = { objectionShown: true };
    const soft = {
      ...GIVEN,
      state: 'softOptIn',
      wordingId: null,
      at,
      source: 'checkout',
      evidence,
    };
    await acts.recorded(id, soft);
    expect(await acts.standing(id)).toMatchObject({ state: 'softOptIn', allowed: true });
    await acts.choose(token, GIVEN);
    expect(await acts.standing(id)).toMatchObject({ state: 'pending', allowed: false });
    world.clock.at += 7 * DAY_MS;
    const again = await world.token(id, { email: `${id}@x.example` });
    expect(await acts.standing(id)).toMatchObject({ state: 'softOptIn', allowed: true });
    await world.storefront('PATCH', '/me', { token: again, body: { newsletter: false } });
    expect(await acts.standing(id)).toMatchObject({ state: 'withdrawn', allowed: false });
    // Each no counts, also where no time goes by since the yes.
    const profiling = { purpose: 'profiling', channel: 'page' };
    await acts.choose(again, { ...profiling, state: 'withdrawn' });
    await acts.choose(again, { ...profiling, state: 'given' });
    await world.storefront('PATCH', '/me', { token: again, body: { personalised: false } });
    expect(await acts.standing(id, 'profiling', 'page')).toMatchObject({ state: 'withdrawn' });
  });

  it('earn once they are given, not while they wait, and once in a life (L3)', async () => {
    await world.publish(
      programWith({
        earning: [{ id: 'newsletter', on: 'newsletter', enabled: true, points: { fixed: 25 } }],
      }),
    );
    const { id, token, email } = await acts.join();
    const points = async (): Promise<number> => {
      const me = (await (await world.storefront('GET', '/me', { token })).json()) as Me;
      return me.balance.available + me.balance.pending;
    };
    await acts.choose(token, GIVEN);
    await world.storefront('PATCH', '/me', { token, body: { name: 'Somebody' } });
    expect(await points()).toBe(0);
    world.clock.at += 1000;
    const verified = await world.token(id, {
      email,
      email_verified: true,
    });
    for (const state of ['withdrawn', 'given', 'withdrawn', 'given']) {
      world.clock.at += 1000;
      await acts.choose(verified, { ...GIVEN, state, wordingId: state === 'given' ? 'w1' : null });
    }
    expect(await points()).toBe(25);
  });
});
