import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseDetail } from '@okaeri/shared/cases';
import { openMailSender } from '../../platform/mail/mail-sender.ts';
import { caseActsOf, type CaseActs } from '../../testing/case-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('what the shop makes of cases, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: CaseActs;
  let reviews: ReviewActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, reviewProgram());
    acts = caseActsOf(world);
    reviews = reviewActsOf(world);
  });
  const refusal = async (answer: Promise<Response>): Promise<[number, string]> => {
    const given = await answer;
    return [given.status, ((await given.json()) as { code: string }).code];
  };

  it('may be given points up to a sum, which the ledger has with the reason and the case (E47)', async () => {
    await acts.settle({ recoveryPointsMax: 300 });
    const { id, token } = await acts.join();
    const opened = await acts.open(id);
    const give = (points: number, key?: string) =>
      acts.write(opened.id, { kind: 'points', points }, key);
    expect((await give(200, 'k')).status).toBe(201);
    expect((await give(200, 'k')).headers.get('idempotency-hit')).toBe('true');
    expect(await refusal(give(101))).toEqual([400, 'pointsOutOfRange']);
    expect((await give(100)).status).toBe(201);
    expect((await acts.read(opened.id)).pointsGiven).toBe(300);
    const me = await world.storefront('GET', '/me', { token });
    expect(((await me.json()) as { balance: { available: number } }).balance.available).toBe(300);
    const answer = await world.merchant('GET', `/v1/shoppers/${id}/transactions`);
    const { items } = (await answer.json()) as { items: { reason: string | null }[] };
    expect(items.filter(({ reason }) => reason === 'recovery')).toHaveLength(2);
  });

  it('never tie anything to a review, and one that is edited after points says so (E47)', async () => {
    await reviews.receive('yui', 'o9', ['mug']);
    await reviews.write('yui', 'mug', { rating: 1, body: 'Broken.' });
    await acts.deliver();
    const [one] = await acts.list();
    const id = one?.id ?? '';
    const text = 'If you change your review, we give you 500 points.';
    expect(await refusal(acts.write(id, { kind: 'reply', text }))).toEqual([
      422,
      'incentiveForbidden',
    ]);
    expect((await acts.write(id, { kind: 'points', points: 50 })).status).toBe(201);
    const shown = async () => (await reviews.list('mug')).items[0]?.pointsAfter;
    expect(await shown()).toBe(false);
    world.clock.at += 1000;
    await reviews.write('yui', 'mug', { rating: 1, body: 'Broken, but they helped.' });
    expect(await shown()).toBe(true);
  });

  it.each([
    ['email', 'mail is set up and the shopper has an address', true, {}],
    ['widget', 'mail is set up and the shopper has no address', true, { email: undefined }],
    ['widget', 'no mail is set up', false, {}],
  ])('say of a reply that it went by %s where %s', async (channel, _, hasMail, claims) => {
    const mail = hasMail
      ? openMailSender({ url: 'smtp://127.0.0.1:1', from: 'a@x.example' })
      : null;
    const mailing = await openWorld(test.store, reviewProgram(), mail);
    const { join, open, write } = caseActsOf(mailing);
    const { id: caseId } = await open((await join(claims)).id);
    const answer = await write(caseId, { kind: 'reply', text: 'We look into it.' });
    const { entries } = (await answer.json()) as CaseDetail;
    expect(entries.findLast(({ kind }) => kind === 'reply')?.data).toEqual({ channel });
    mail?.close();
  });

  it.each([
    'Back in stock: https://shop.example/mug',
    'This week all mugs are 20% off.',
    'The mug is now $5.',
    '今週は全品500円引きです。',
  ])(
    'offers nothing to somebody who has not written, as "%s" would, and is free in an answer (E22)',
    async (text) => {
      const { id, token } = await acts.join();
      const opened = await acts.open(id);
      expect(await refusal(acts.write(opened.id, { kind: 'reply', text }))).toEqual([
        422,
        'offerInServiceMail',
      ]);
      // A note is read by the shop alone, and facts are told to anybody.
      expect((await acts.write(opened.id, { kind: 'note', text })).status).toBe(201);
      const fact = { kind: 'reply', text: 'Your parcel went out again today.' };
      expect((await acts.write(opened.id, fact)).status).toBe(201);
      expect((await acts.help(token, { text: 'Do you have it?' })).status).toBe(201);
      expect((await acts.write(opened.id, { kind: 'reply', text })).status).toBe(201);
      const told = (await acts.own(token))[0]?.messages.filter(({ from }) => from === 'shop');
      expect(told?.map((one) => one.text)).toEqual([fact.text, text]);
    },
  );
});
