import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GIVEN, WORDINGS, openConsents, type ConsentActs } from '../../testing/consent-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import type { World } from '../../testing/world.ts';
import { upsertWordings } from './queries.ts';
import type { OwnConsent } from '@okaeri/shared/consents';

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

  it('show the words in the shopper’s language, and the last of a purpose', async () => {
    const { token } = await acts.join({ locale: 'ja' });
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

  it('keep a wording as it is from the first who agreed to it', async () => {
    const { token } = await acts.join();
    await acts.choose(token, GIVEN);
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
});
