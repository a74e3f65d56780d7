import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConsentPage, OwnConsent, RecordedConsent } from '@okaeri/shared/consents';
import type { Me } from '@okaeri/shared/storefront';
import { jobsOf } from '../../compose-areas.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { MailSender, Mail } from '../../platform/mail/mail-sender.ts';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { programWith } from '../../testing/programs.ts';
import { openWorld, type World } from '../../testing/world.ts';

const WORDINGS = {
  wordings: [
    { id: 'w1', purpose: 'marketing', texts: { en: 'Send me news.', ja: 'お知らせを受け取る。' } },
  ],
};

describe.each(ENGINES)('consents of shoppers, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const mails: Mail[] = [];
  const mail: MailSender = {
    from: 'shop@okaeri.example',
    send: async (one) => {
      mails.push(one);
    },
    close() {},
  };
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram({ cost: 100, from: 'delivered' }), mail);
    const saved = await world.merchant('PUT', '/v1/contacts/wordings', WORDINGS, {
      'if-match': '"w0"',
    });
    expect(saved.status).toBe(200);
  });
  afterAll(() => test.dispose());
  beforeEach(() => {
    mails.splice(0);
    world.clock.at += 1000;
  });
  const mailsTo = (email: string) => mails.filter(({ to }) => to === email);

  let count = 0;
  const join = async (claims: Record<string, unknown> = {}) => {
    count += 1;
    const id = `s${count}`;
    const token = await world.token(id, { email: `${id}@x.example`, ...claims });
    expect((await world.storefront('GET', '/me', { token })).status).toBe(200);
    return { id, token, email: `${id}@x.example` };
  };
  const record = (id: string, body: object, key = crypto.randomUUID()) =>
    world.merchant('POST', `/v1/shoppers/${id}/consents`, body, { 'idempotency-key': key });
  const recorded = async (id: string, body: object) =>
    (await (await record(id, body)).json()) as RecordedConsent;
  const read = async (id: string) =>
    (await (await world.merchant('GET', `/v1/shoppers/${id}/consents`)).json()) as ConsentPage;
  const standing = async (id: string, purpose = 'marketing', channel = 'email') =>
    (await read(id)).standing.find((one) => one.purpose === purpose && one.channel === channel);
  const choose = (token: string, body: object) =>
    world.storefront('PUT', '/me/consents', { token, body });
  const deliver = async (): Promise<void> => {
    for (const job of jobsOf(world.deps)) if (job.name.startsWith('deliver')) await job.run();
  };
  const GIVEN = { purpose: 'marketing', channel: 'email', state: 'given', wordingId: 'w1' };
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

  it('wait for the link of an e-mail, which changes nothing until its button is pressed (E25)', async () => {
    const { id, token, email } = await join();
    const chosen = await choose(token, GIVEN);
    expect(await chosen.json()).toMatchObject({ state: 'pending', allowed: false });
    await choose(token, GIVEN);
    await deliver();
    expect(mailsTo(email)).toHaveLength(1);
    expect(mailsTo(email)[0]?.text).toContain('Send me news.');
    const [, path, link] =
      /(\/consent\/[\w-]+)#([\w.-]+)/.exec(mailsTo(email)[0]?.text ?? '') ?? [];
    expect((await world.request(path ?? '')).status).toBe(200);
    expect(await standing(id)).toMatchObject({ state: 'pending', allowed: false });
    const press = () =>
      world.request(path ?? '', {
        method: 'POST',
        body: new URLSearchParams({ token: link ?? '' }),
      });
    expect((await press()).status).toBe(200);
    expect((await press()).status).toBe(200);
    expect(await standing(id)).toMatchObject({ state: 'given', allowed: true });
    expect((await read(id)).items.map(({ state }) => state)).toEqual(['given', 'pending']);
    // Withdrawn since: an old link does not bring it back.
    world.clock.at += 1000;
    await choose(token, { ...GIVEN, state: 'withdrawn', wordingId: null });
    expect((await press()).status).toBe(404);
    expect(await standing(id)).toMatchObject({ state: 'withdrawn', allowed: false });
  });

  it('are given at once where the token says that the address is verified (E25)', async () => {
    const { token, email } = await join({ email_verified: true });
    expect(await (await choose(token, GIVEN)).json()).toMatchObject({
      state: 'given',
      allowed: true,
    });
    await deliver();
    expect(mailsTo(email)).toEqual([]);
  });

  it('lapse after seven days without the button, and what stood before stands again (E25)', async () => {
    const { id, token } = await join();
    await choose(token, { ...GIVEN, state: 'withdrawn', wordingId: null });
    world.clock.at += 1;
    await choose(token, GIVEN);
    world.clock.at += 7 * DAY_MS - 1;
    expect(await standing(id)).toMatchObject({ state: 'pending' });
    const isSubscribed = async (): Promise<boolean> => {
      const again = await world.token(id, { email: `${id}@x.example` });
      const me = await world.storefront('GET', '/me', { token: again });
      return ((await me.json()) as Me).shopper.newsletter;
    };
    expect(await isSubscribed()).toBe(true);
    world.clock.at += 1;
    await deliver();
    expect(await isSubscribed()).toBe(false);
    expect(await standing(id)).toMatchObject({ state: 'withdrawn', allowed: false });
  });

  it('are written down once for a key, and refuse what nobody can have said (E23, E24)', async () => {
    const { id } = await join();
    const key = crypto.randomUUID();
    const soft = {
      purpose: 'marketing',
      channel: 'email',
      state: 'softOptIn',
      source: 'checkout',
      evidence: { objectionShown: true },
    };
    const [one, two] = [await record(id, soft, key), await record(id, soft, key)];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(await one.json()).toMatchObject({ state: 'softOptIn', allowed: true });
    expect((await read(id)).items).toHaveLength(1);
    expect(await codeOf(await record(id, { ...soft, evidence: {} }))).toBe('consentNotPossible');
    expect(await codeOf(await record(id, { ...soft, purpose: 'reviews' }))).toBe(
      'consentNotPossible',
    );
    const later = new Date(world.clock.at + 1).toISOString();
    expect(await codeOf(await record(id, { ...GIVEN, at: later }))).toBe('invalidRequest');
    expect(await codeOf(await record(id, { ...GIVEN, wordingId: 'w9' }))).toBe('unknownWording');
    expect(await codeOf(await record('nobody', soft))).toBe('unknownShopper');
    expect((await read(id)).items).toHaveLength(1);
  });

  it('without a wording earn and show as a subscription does, and allow no mail (E25)', async () => {
    const { id, token, email } = await join();
    await world.storefront('PATCH', '/me', { token, body: { newsletter: true } });
    const me = (await (await world.storefront('GET', '/me', { token })).json()) as Me;
    expect(me.shopper.newsletter).toBe(true);
    expect(await standing(id)).toMatchObject({ state: 'given', allowed: false });
    await deliver();
    expect(mailsTo(email)).toEqual([]);
    world.clock.at += 1000;
    await choose(token, { purpose: 'marketing', channel: 'email', state: 'withdrawn' });
    const after = (await (await world.storefront('GET', '/me', { token })).json()) as Me;
    expect(after.shopper.newsletter).toBe(false);
  });

  it('allow nothing once the address is another, and a withdrawal holds whatever the address (E23)', async () => {
    const { id } = await join();
    await recorded(id, {
      ...GIVEN,
      evidence: { confirmedAt: new Date(world.clock.at).toISOString() },
    });
    expect(await standing(id)).toMatchObject({ allowed: true });
    await world.merchant('PUT', `/v1/shoppers/${id}`, { email: 'other@x.example' });
    expect(await standing(id)).toMatchObject({ state: 'given', allowed: false });
    await recorded(id, { purpose: 'reviews', channel: 'email', state: 'withdrawn' });
    await world.merchant('PUT', `/v1/shoppers/${id}`, { email: `third-${id}@x.example` });
    expect(await standing(id, 'reviews')).toMatchObject({ state: 'withdrawn', allowed: false });
  });

  it('given again without words take nothing away, and with another address count for that one (E23)', async () => {
    const { id, token } = await join({ email_verified: true });
    await choose(token, GIVEN);
    world.clock.at += 1000;
    await choose(token, { ...GIVEN, wordingId: null });
    expect(await standing(id)).toMatchObject({ state: 'given', allowed: true });
    expect((await read(id)).items).toHaveLength(1);
    await world.merchant('PUT', `/v1/shoppers/${id}`, { email: `new-${id}@x.example` });
    expect(await standing(id)).toMatchObject({ allowed: false });
    const moved = await world.token(id, { email: `new-${id}@x.example`, email_verified: true });
    await choose(moved, GIVEN);
    expect(await standing(id)).toMatchObject({ state: 'given', allowed: true });
  });

  it('of two who are merged are the stricter ones, and the answer tells where they come from (E26)', async () => {
    const [one, two] = [await join({ email_verified: true }), await join()];
    await choose(one.token, GIVEN);
    await recorded(two.id, { purpose: 'marketing', channel: 'email', state: 'withdrawn' });
    world.clock.at += 1;
    const merged = await world.merchant('POST', `/v1/shoppers/${one.id}/merge`, { from: two.id });
    expect(merged.status).toBe(200);
    expect(await standing(one.id)).toMatchObject({ state: 'withdrawn', allowed: false });
    const { items } = await read(one.id);
    expect(items.map(({ source }) => source)).toEqual(['merge', 'shop', 'widget']);
  });

  it('of who is merged while one waits to be confirmed allow nothing that one had withdrawn (E25, E26)', async () => {
    const one = await join();
    await recorded(one.id, { purpose: 'marketing', channel: 'email', state: 'withdrawn' });
    world.clock.at += 1000;
    const two = await join({ email: one.email, email_verified: true });
    await choose(two.token, GIVEN);
    world.clock.at += 1000;
    await choose(one.token, GIVEN);
    expect(await standing(one.id)).toMatchObject({ state: 'pending', allowed: false });
    expect(await standing(two.id)).toMatchObject({ state: 'given', allowed: true });
    const merged = await world.merchant('POST', `/v1/shoppers/${one.id}/merge`, { from: two.id });
    expect(merged.status).toBe(200);
    expect(await standing(one.id)).toMatchObject({ state: 'pending', allowed: false });
    world.clock.at += 8 * DAY_MS;
    expect(await standing(one.id)).toMatchObject({ state: 'withdrawn', allowed: false });
  });

  it('of somebody who was erased name nobody, and a withdrawal counts for whoever has the address (E12)', async () => {
    const { id, email } = await join();
    await recorded(id, { purpose: 'reviews', channel: 'email', state: 'withdrawn' });
    expect((await world.merchant('DELETE', `/v1/shoppers/${id}`)).status).toBe(204);
    const token = await world.token(`${id}-again`, { email });
    await world.storefront('GET', '/me', { token });
    const { items } = (await (await world.storefront('GET', '/me/consents', { token })).json()) as {
      items: OwnConsent[];
    };
    const reviews = items.find((one) => one.purpose === 'reviews' && one.channel === 'email');
    expect(reviews).toMatchObject({ state: 'none', allowed: false });
  });

  it('to profiling are one with the switch of the profile, whichever is set (E28)', async () => {
    const { id, token } = await join();
    const personalised = async (): Promise<boolean> =>
      ((await (await world.storefront('GET', '/me', { token })).json()) as Me).shopper.personalised;
    await choose(token, { purpose: 'profiling', channel: 'email', state: 'withdrawn' });
    expect(await personalised()).toBe(false);
    world.clock.at += 1000;
    await choose(token, { purpose: 'profiling', channel: 'email', state: 'given' });
    expect(await personalised()).toBe(true);
    world.clock.at += 1000;
    await world.storefront('PATCH', '/me', { token, body: { personalised: false } });
    expect(await standing(id, 'profiling', 'page')).toMatchObject({ state: 'withdrawn' });
  });

  it('show the words in the shopper’s language, and the last of a purpose', async () => {
    const { token } = await join({ locale: 'ja' });
    const { items } = (await (await world.storefront('GET', '/me/consents', { token })).json()) as {
      items: OwnConsent[];
    };
    // Whatever the shop may speak about, on each channel.
    const purposes = [...new Set(items.map(({ purpose }) => purpose))];
    expect(purposes).toEqual(expect.arrayContaining(['marketing', 'reviews', 'profiling']));
    expect(items).toHaveLength(2 * purposes.length);
    const marketing = items.find((one) => one.purpose === 'marketing' && one.channel === 'email');
    expect(marketing?.wording).toEqual({ id: 'w1', text: 'お知らせを受け取る。' });
  });

  it('earn once they are given, not while they wait, and once in a life (L3)', async () => {
    await world.publish(
      programWith({
        earning: [{ id: 'newsletter', on: 'newsletter', enabled: true, points: { fixed: 25 } }],
      }),
    );
    const { token } = await join();
    const points = async (): Promise<number> => {
      const me = (await (await world.storefront('GET', '/me', { token })).json()) as Me;
      return me.balance.available + me.balance.pending;
    };
    await choose(token, GIVEN);
    await world.storefront('PATCH', '/me', { token, body: { name: 'Somebody' } });
    expect(await points()).toBe(0);
    world.clock.at += 1000;
    const verified = await world.token(`s${count}`, {
      email: `s${count}@x.example`,
      email_verified: true,
    });
    for (const state of ['withdrawn', 'given', 'withdrawn', 'given']) {
      world.clock.at += 1000;
      await choose(verified, { ...GIVEN, state, wordingId: state === 'given' ? 'w1' : null });
    }
    expect(await points()).toBe(25);
  });

  it('keep a wording as it is from the first who agreed to it', async () => {
    const { token } = await join();
    await choose(token, GIVEN);
    const now = await world.merchant('GET', '/v1/contacts/wordings');
    const etag = now.headers.get('etag') ?? '';
    const put = (wordings: object[], ifMatch = etag) =>
      world.merchant('PUT', '/v1/contacts/wordings', { wordings }, { 'if-match': ifMatch });
    const [first] = WORDINGS.wordings;
    expect(await codeOf(await put([{ ...first, texts: { en: 'Other words.' } }]))).toBe(
      'wordingInUse',
    );
    expect(await codeOf(await put([]))).toBe('wordingInUse');
    const more = [first ?? {}, { id: 'w2', purpose: 'reviews', texts: { en: 'Ask me.' } }];
    expect((await put(more)).status).toBe(200);
    expect(await codeOf(await put(more))).toBe('preconditionFailed');
  });

  it('keep an address from being written to until the shop lifts it, whoever has it (E29)', async () => {
    const { id, email } = await join();
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
    await recorded(id, GIVEN);
    await deliver();
    expect(mailsTo(email)).toEqual([]);
    expect((await ask('/lift', { email })).status).toBe(204);
    expect(await lookUp()).toEqual([]);
  });
});
