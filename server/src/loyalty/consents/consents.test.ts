import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnConsent } from '@okaeri/shared/consents';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { GIVEN, openConsents, type ConsentActs } from '../../testing/consent-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import type { World } from '../../testing/world.ts';
import type { Me } from '@okaeri/shared/storefront';

describe.each(ENGINES)('consents of shoppers, on $engine', ({ openTestStore }) => {
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
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

  it('are written down once for a key, and refuse what nobody can have said (E23, E24)', async () => {
    const { id } = await acts.join();
    const key = crypto.randomUUID();
    const soft = {
      purpose: 'marketing',
      channel: 'email',
      state: 'softOptIn',
      source: 'checkout',
      evidence: { objectionShown: true },
    };
    const [one, two] = [await acts.record(id, soft, key), await acts.record(id, soft, key)];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(await one.json()).toMatchObject({ state: 'softOptIn', allowed: true });
    expect((await acts.read(id)).items).toHaveLength(1);
    expect(await codeOf(await acts.record(id, { ...soft, evidence: {} }))).toBe(
      'consentNotPossible',
    );
    expect(await codeOf(await acts.record(id, { ...soft, purpose: 'reviews' }))).toBe(
      'consentNotPossible',
    );
    const later = new Date(world.clock.at + 1).toISOString();
    expect(await codeOf(await acts.record(id, { ...GIVEN, at: later }))).toBe('invalidRequest');
    expect(await codeOf(await acts.record(id, { ...GIVEN, wordingId: 'w9' }))).toBe(
      'unknownWording',
    );
    expect(await codeOf(await acts.record('nobody', soft))).toBe('unknownShopper');
    expect((await acts.read(id)).items).toHaveLength(1);
  });

  it('are the stricter of two after a merge, also of what was said in that very instant (E26)', async () => {
    const [one, other] = [await acts.join({ email_verified: true }), await acts.join()];
    const about = { purpose: 'marketing', channel: 'email' };
    await acts.choose(one.token, { ...about, state: 'withdrawn' });
    await acts.choose(one.token, GIVEN);
    await acts.choose(other.token, { ...about, state: 'withdrawn' });
    expect(await acts.standing(one.id)).toMatchObject({ state: 'given', allowed: true });
    const merged = await world.merchant('POST', `/v1/shoppers/${one.id}/merge`, { from: other.id });
    expect(merged.ok, await merged.clone().text()).toBe(true);
    expect(await acts.standing(one.id)).toMatchObject({ state: 'withdrawn', allowed: false });
  });

  it('allow nothing once the address is another, and a withdrawal holds whatever the address (E23)', async () => {
    const { id } = await acts.join();
    await acts.recorded(id, {
      ...GIVEN,
      evidence: { confirmedAt: new Date(world.clock.at).toISOString() },
    });
    expect(await acts.standing(id)).toMatchObject({ allowed: true });
    await world.merchant('PUT', `/v1/shoppers/${id}`, { email: 'other@x.example' });
    expect(await acts.standing(id)).toMatchObject({ state: 'given', allowed: false });
    await acts.recorded(id, { purpose: 'reviews', channel: 'email', state: 'withdrawn' });
    await world.merchant('PUT', `/v1/shoppers/${id}`, { email: `third-${id}@x.example` });
    expect(await acts.standing(id, 'reviews')).toMatchObject({
      state: 'withdrawn',
      allowed: false,
    });
  });

  it('given again without words take nothing away, and with another address count for that one (E23)', async () => {
    const { id, token } = await acts.join({ email_verified: true });
    await acts.choose(token, GIVEN);
    world.clock.at += 1000;
    await acts.choose(token, { ...GIVEN, wordingId: null });
    expect(await acts.standing(id)).toMatchObject({ state: 'given', allowed: true });
    expect((await acts.read(id)).items).toHaveLength(1);
    await world.merchant('PUT', `/v1/shoppers/${id}`, { email: `new-${id}@x.example` });
    expect(await acts.standing(id)).toMatchObject({ allowed: false });
    const moved = await world.token(id, { email: `new-${id}@x.example`, email_verified: true });
    await acts.choose(moved, GIVEN);
    expect(await acts.standing(id)).toMatchObject({ state: 'given', allowed: true });
  });

  it('of two who are merged are the stricter ones, and the answer tells where they come from (E26)', async () => {
    const [one, two] = [await acts.join({ email_verified: true }), await acts.join()];
    await acts.choose(one.token, GIVEN);
    await acts.recorded(two.id, { purpose: 'marketing', channel: 'email', state: 'withdrawn' });
    world.clock.at += 1;
    const merged = await world.merchant('POST', `/v1/shoppers/${one.id}/merge`, { from: two.id });
    expect(merged.status).toBe(200);
    expect(await acts.standing(one.id)).toMatchObject({ state: 'withdrawn', allowed: false });
    const { items } = await acts.read(one.id);
    expect(items.map(({ source }) => source)).toEqual(['merge', 'shop', 'widget']);
  });

  it('of who is merged while one waits to be confirmed allow nothing that one had withdrawn (E25, E26)', async () => {
    const one = await acts.join();
    await acts.recorded(one.id, { purpose: 'marketing', channel: 'email', state: 'withdrawn' });
    world.clock.at += 1000;
    const two = await acts.join({ email: one.email, email_verified: true });
    await acts.choose(two.token, GIVEN);
    world.clock.at += 1000;
    await acts.choose(one.token, GIVEN);
    expect(await acts.standing(one.id)).toMatchObject({ state: 'pending', allowed: false });
    expect(await acts.standing(two.id)).toMatchObject({ state: 'given', allowed: true });
    const merged = await world.merchant('POST', `/v1/shoppers/${one.id}/merge`, { from: two.id });
    expect(merged.status).toBe(200);
    expect(await acts.standing(one.id)).toMatchObject({ state: 'pending', allowed: false });
    world.clock.at += 8 * DAY_MS;
    expect(await acts.standing(one.id)).toMatchObject({ state: 'withdrawn', allowed: false });
  });

  it('of somebody who was erased name nobody, and a withdrawal counts for whoever has the address (E12)', async () => {
    const { id, email } = await acts.join();
    await acts.recorded(id, { purpose: 'reviews', channel: 'email', state: 'withdrawn' });
    expect((await world.merchant('DELETE', `/v1/shoppers/${id}`)).status).toBe(204);
    const token = await world.token(`${id}-again`, { email });
    await world.storefront('GET', '/me', { token });
    const { items } = (await (await world.storefront('GET', '/me/consents', { token })).json()) as {
      items: OwnConsent[];
    };
    const reviews = items.find((one) => one.purpose === 'reviews' && one.channel === 'email');
    expect(reviews).toMatchObject({ state: 'none', allowed: false });
  });

  it('keep an address from being written to until the shop lifts it, whoever has it (E29)', async () => {
    const { id, email } = await acts.join();
    const ask = (path: string, body: object) =>
      world.merchant('POST', `/v1/contacts/suppressions${path}`, body);
    expect((await ask('', { email: email.toUpperCase() })).status).toBe(204);
    const lookUp = async () =>
      (
        (await (await ask('/lookup', { emails: [email, 'b@x.example'] })).json()) as {
          items: object[];
        }
      ).items;
    expect(await lookUp()).toMatchObject([{ email, reason: 'manual' }]);
    const own = await world.merchant('GET', `/v1/shoppers/${id}/export`);
    expect(await own.json()).toMatchObject({ suppressions: [{ reason: 'manual' }] });
    await acts.recorded(id, GIVEN);
    await acts.deliver();
    expect(acts.mailsTo(email)).toEqual([]);
    expect((await ask('/lift', { email })).status).toBe(204);
    expect(await lookUp()).toEqual([]);
  });

  it('to profiling are one with the switch of the profile, whichever is set (E28)', async () => {
    const { id, token } = await acts.join();
    const personalised = async (): Promise<boolean> =>
      ((await (await world.storefront('GET', '/me', { token })).json()) as Me).shopper.personalised;
    await acts.choose(token, { purpose: 'profiling', channel: 'email', state: 'withdrawn' });
    expect(await personalised()).toBe(false);
    world.clock.at += 1000;
    await acts.choose(token, { purpose: 'profiling', channel: 'email', state: 'given' });
    expect(await personalised()).toBe(true);
    world.clock.at += 1000;
    await world.storefront('PATCH', '/me', { token, body: { personalised: false } });
    expect(await acts.standing(id, 'profiling', 'page')).toMatchObject({ state: 'withdrawn' });
  });
});
