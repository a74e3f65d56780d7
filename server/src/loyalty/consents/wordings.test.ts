import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Me } from '@okaeri/shared/storefront';
import { GIVEN, WORDINGS, openConsents, type ConsentActs } from '../../testing/consent-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { programWith } from '../../testing/programs.ts';
import type { World } from '../../testing/world.ts';
import { upsertWordings } from './queries.ts';

describe.each(ENGINES)('wordings of consents, on $engine', ({ openTestStore }) => {
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

  it.each([
    { en: 'Send me news and 10% off.' },
    { en: 'Send me news.', ja: 'お知らせと500円クーポンを受け取る。' },
    { en: 'Send me news. See https://shop.example/sale' },
    { en: 'Send me {reward}.' },
  ])(
    'offer nothing, as %j would: the e-mail that asks to confirm them goes without a consent (E22)',
    async (texts) => {
      const offering = { id: 'w2', purpose: 'marketing', texts };
      const put = (wordings: readonly object[], ifMatch: string) =>
        world.merchant('PUT', '/v1/contacts/wordings', { wordings }, { 'if-match': ifMatch });
      const refused = await put([...WORDINGS.wordings, offering], '"w1"');
      expect(refused.status).toBe(422);
      const language = Object.keys(texts).at(-1);
      expect(await refused.json()).toMatchObject({
        code: 'offerInServiceMail',
        errors: [{ path: `wordings[1].texts.${language}`, code: 'notValid' }],
      });
      // No such e-mail says words about anything else.
      const elsewhere = { ...offering, purpose: 'surveys' };
      expect((await put([...WORDINGS.wordings, elsewhere], '"w1"')).status).toBe(200);
      expect(await codeOf(await put([...WORDINGS.wordings, offering], '"w2"'))).toBe(
        'offerInServiceMail',
      );
    },
  );

  it('stay as an older release saved them, whatever they offer (E22)', async () => {
    const old = { id: 'old', purpose: 'marketing' as const, texts: { en: 'News, and 10% off.' } };
    await world.deps.store.write((tx) =>
      tx.run(upsertWordings, {
        shopId: world.keys.shopId,
        document: { wordings: [old] },
        version: 2,
      }),
    );
    const more = { id: 'more', purpose: 'marketing', texts: { en: 'News.' } };
    const wordings = { wordings: [old, more] };
    const saved = await world.merchant('PUT', '/v1/contacts/wordings', wordings, {
      'if-match': '"w2"',
    });
    expect(saved.status).toBe(200);
  });
});
