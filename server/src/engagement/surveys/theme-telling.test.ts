import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TouchLine } from '@okaeri/shared/affairs';
import type { ToldOutcome } from '@okaeri/shared/surveys';
import { findExisting } from '../../loyalty/shoppers/lock-shopper.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { openRequests, type RequestActs } from '../../testing/request-acts.ts';
import {
  addSurveyRows,
  npsDefinition,
  responseRow,
  saveResponseForTest,
} from '../../testing/survey-rows.ts';
import { tallyResponse } from './results-tally.ts';

const OUTCOME = {
  state: 'done',
  text: { en: 'We send from two places.', ja: '発送拠点を増やしました。' },
};

describe.each(ENGINES)('“you said, we did” (E49), on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let server: MailServer;
  let acts: RequestActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    server = await startMailServer();
    acts = await openRequests(test.store, server);
    const { shopId } = acts.world.keys;
    await acts.world.deps.store.write((tx) =>
      addSurveyRows(tx, { shopId, id: 'nps', documents: [npsDefinition()], at: 0 }),
    );
    await put('/v1/themes/delivery', { name: { en: 'Delivery' } });
  });
  afterEach(async () => {
    acts.close();
    await server.stop();
  });

  const put = async (path: string, body: unknown): Promise<void> => {
    const answer = await acts.world.merchant('PUT', path, body);
    expect(answer.ok, await answer.clone().text()).toBe(true);
  };
  /** Somebody says something about delivery, so often. */
  const raise = async (who: string, ids: readonly string[], insider = false): Promise<void> => {
    const { world } = acts;
    await put(`/v1/shoppers/${who}`, { email: `${who}@example.com`, locale: 'en' });
    const shop = await world.shop();
    for (const id of ids) {
      await world.deps.store.write(async (tx) => {
        const shopper = await findExisting(tx, { shopId: shop.id, externalId: who });
        const row = { id, surveyId: 'nps', wave: `2026-${id}`, score: 3, insider };
        const of = { ...row, shopperId: shopper?.id ?? null };
        await tx.run(saveResponseForTest, responseRow(shop.id, of));
        await tallyResponse(world.deps, tx, { shop, responseId: id });
      });
      await put(`/v1/surveys/nps/responses/${id}/themes`, { themeIds: ['delivery'] });
    }
  };
  const sign = async (): Promise<void> => {
    const { world } = acts;
    await acts.settle({ imprint: '1-2-3 Ginza, Tokyo' }, 'contacts');
    await world.merchant('PUT', '/v1/mail/sender', { name: 'Haru' }, { 'if-match': '"m0"' });
  };
  const say = (): Promise<Response> =>
    acts.world.merchant('POST', '/v1/themes/delivery/outcome', OUTCOME);
  const touchesOf = async (who: string): Promise<readonly TouchLine[]> => {
    const found = await acts.world.merchant('GET', `/v1/shoppers/${who}/touches`);
    return ((await found.json()) as { items: TouchLine[] }).items;
  };

  it('is told once to each who raised the theme, however often they did, and the shop says so', async () => {
    await raise('ada', ['01', '02']);
    await raise('bea', ['03']);
    await raise('sue', ['04'], true);
    await sign();
    expect((await say()).status).toBe(200);
    expect((await say()).status).toBe(200);
    await acts.post();
    await acts.post();
    const sent = server.mails;
    expect(sent).toHaveLength(2);
    expect(sent.map((mail) => JSON.stringify(mail.to)).join(' ')).toContain('ada@example.com');
    expect(sent[0]?.text).toContain('We send from two places.');
    // From whom the shop says, with its postal address (E114, L2).
    expect(sent[0]?.from?.text).toBe('"Haru" <reviews@okaeri.example>');
    expect(sent[0]?.text).toContain('1-2-3 Ginza, Tokyo');
    expect(sent[0]?.headers.get('list')).toBeDefined();
    expect(await touchesOf('ada')).toMatchObject([
      { kind: 'themeDone', class: 'relationship', subject: 'delivery', decision: 'sent' },
    ]);
    expect(await touchesOf('sue')).toEqual([]);
    acts.days(40);
    await say();
    expect(await acts.post()).toEqual([]);
  });

  it('is not told to who refused such mail, or whose answer is about it no more', async () => {
    await raise('cleo', ['05']);
    await raise('dora', ['06']);
    const refusal = { purpose: 'care', channel: 'email', state: 'withdrawn' };
    const key = { 'idempotency-key': 'k' };
    await acts.world.merchant('POST', '/v1/shoppers/cleo/consents', refusal, key);
    await say();
    await put('/v1/surveys/nps/responses/06/themes', { themeIds: [] });
    expect(await acts.post()).toEqual([]);
    await acts.post();
    expect(server.mails).toEqual([]);
    expect(await touchesOf('cleo')).toMatchObject([{ decision: 'dropped', reason: 'noConsent' }]);
  });

  it('is not told twice to somebody who was known twice (E11)', async () => {
    await raise('eve', ['07']);
    await raise('finn', ['08']);
    await say();
    await acts.post();
    await acts.post();
    expect(server.mails).toHaveLength(2);
    const merged = await acts.world.merchant('POST', '/v1/shoppers/finn/merge', { from: 'eve' });
    expect(merged.ok, await merged.clone().text()).toBe(true);
    acts.days(40);
    await say();
    await acts.post();
    await acts.post();
    expect(server.mails).toHaveLength(2);
  });

  it('is not told twice to somebody who turned out to be one person while both e-mails waited (E1, E11)', async () => {
    await raise('hal', ['11']);
    await raise('ivy', ['12']);
    await say();
    // The mails are planned, and none has left.
    await acts.settle({ quietHours: { from: 0, to: 23 } }, 'contacts');
    await acts.post();
    await acts.post();
    expect(server.mails).toEqual([]);
    const merged = await acts.world.merchant('POST', '/v1/shoppers/ivy/merge', { from: 'hal' });
    expect(merged.ok, await merged.clone().text()).toBe(true);
    await acts.settle({ quietHours: { from: 0, to: 0 } }, 'contacts');
    for (let round = 0; round < 4; round += 1) {
      acts.days(7);
      await acts.post();
    }
    expect(server.mails).toHaveLength(1);
    expect((await touchesOf('ivy')).filter(({ decision }) => decision === 'sent')).toHaveLength(1);
  });

  it('stands in the widget for everybody, first what was done about one’s own words, as long as it is done', async () => {
    await put('/v1/themes/price', { name: { en: 'Price' } });
    await raise('gil', ['09']);
    await raise('ida', ['10']);
    const told = async (sub: string): Promise<unknown> => {
      const { world } = acts;
      const token = await world.token(sub);
      const answer = await world.storefront('GET', '/me/surveys', { token });
      const { outcomes } = (await answer.json()) as { outcomes: ToldOutcome[] };
      return outcomes.map(({ themeId, mine }) => [themeId, mine]);
    };
    expect(await told('gil')).toEqual([]);
    await say();
    acts.days(1);
    const { text } = OUTCOME;
    await acts.world.merchant('POST', '/v1/themes/price/outcome', { state: 'done', text });
    const others = [
      ['price', false],
      ['delivery', false],
    ];
    const own = [
      ['delivery', true],
      ['price', false],
    ];
    expect(await told('gil')).toEqual(own);
    expect(await told('joe')).toEqual(others);
    expect(await told('ida')).toEqual(own);
    await put('/v1/surveys/nps/responses/10/themes', { themeIds: [] });
    expect(await told('ida')).toEqual(others);
    // Whoever reads it there was not told by it: the e-mail goes to those who raised it, once.
    await acts.post();
    await acts.post();
    expect(server.mails.flatMap(({ to }) => to)).toMatchObject([{ text: 'gil@example.com' }]);
    await acts.world.merchant('POST', '/v1/themes/price/outcome', { state: 'planned', text });
    const planned = { state: 'planned', text };
    await acts.world.merchant('POST', '/v1/themes/delivery/outcome', planned);
    expect(await told('gil')).toEqual([]);
  });
});
