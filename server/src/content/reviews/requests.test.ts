import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { linkIn, openRequests, type RequestActs } from '../../testing/request-acts.ts';
import { reviewProgram } from '../../testing/review-acts.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';

describe.each(ENGINES)('asking for reviews by e-mail, on $engine', ({ openTestStore }) => {
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
  });
  afterEach(async () => {
    acts.close();
    await server.stop();
  });

  const buy = async (
    who: string,
    orderId: string,
    change: { refunded?: boolean; daysAgo?: number } = {},
  ): Promise<void> => {
    const at = acts.world.clock.at - (change.daysAgo ?? 0) * 86_400_000;
    const now = new Date(at).toISOString();
    const answer = await acts.world.merchant(
      'PUT',
      `/v1/orders/${orderId}`,
      anOrder({
        shopper: { id: who, email: `${who}@example.com` },
        updatedAt: now,
        placedAt: now,
        paidAt: now,
        deliveredAt: now,
        lines: ['mug', 'tea'].map((productId, index) =>
          aLine(String(index), 5000, {
            productId,
            title: productId === 'mug' ? 'Mug <b>blue</b>' : 'Tea',
            ...(change.refunded && { refundedQuantity: 1, refundedMinor: 5000 }),
          }),
        ),
      }),
    );
    if (!answer.ok) throw new Error(await answer.text());
  };

  it('sends one message once the days have passed, in text and HTML, with what is offered', async () => {
    await buy('ada', 'o1');
    expect(await acts.post()).toEqual([]);
    acts.days(7);
    const [mail, ...more] = await acts.post();
    expect(more).toEqual([]);
    expect(mail?.to).toMatchObject({ text: 'ada@example.com' });
    expect(mail?.from?.text).toBe('"Test" <reviews@okaeri.example>');
    expect(mail?.subject).toBe('How is what you bought from Test?');
    expect(mail?.text).toContain('- Mug <b>blue</b>: 50 points for a review, 25 more with a photo');
    expect(mail?.text).toContain('The points are the same for every review, whatever it says.');
    expect(mail?.html).toContain('Mug &lt;b&gt;blue&lt;/b&gt;');
    expect(mail?.html).not.toContain('<b>blue');
    // Said in the message, the offer is a fact from then on.
    await acts.world.publish({
      ...reviewProgram(),
      earning: [],
    });
    expect(await acts.write('ada', 'mug')).toMatchObject({ offer: { points: 50 } });
    const mine = await (await acts.own('ada', 'GET', '')).json();
    expect(mine).toMatchObject({ reviews: [{ productTitle: 'Mug <b>blue</b>' }] });
    acts.days(30);
    expect(await acts.post()).toEqual([]);
  });

  it('writes in Japanese to anyone who reads it', async () => {
    await acts.world.merchant('PUT', '/v1/shoppers/mei', { locale: 'ja' });
    await buy('mei', 'o1');
    acts.days(7);
    const [mail] = await acts.post();
    expect(mail?.subject).toBe('Testでのお買い物はいかがでしたか');
    expect(mail?.text).toContain('レビューで50ポイント');
    expect(mail?.html).toContain('<html lang="ja" dir="ltr">');
  });

  it('calls products what they are called in that language, where the shop has told it', async () => {
    const updatedAt = new Date(acts.world.clock.at).toISOString();
    const title = { en: 'Everyday mug', ja: '毎日のマグ' };
    await acts.world.merchant('PUT', '/v1/products/mug', { updatedAt, title });
    await acts.world.merchant('PUT', '/v1/shoppers/mei', { locale: 'ja' });
    await buy('mei', 'o1');
    acts.days(7);
    const [mail] = await acts.post();
    expect(mail?.text).toContain('- 毎日のマグ');
    expect(mail?.text).toContain('- Tea');
    expect(mail?.text).not.toContain('blue');
  });

  it('asks about nothing that went back, was reviewed, or is asked about no more', async () => {
    await buy('ada', 'o1');
    await buy('bea', 'o2');
    acts.days(5);
    await buy('ada', 'o1', { refunded: true });
    await acts.write('bea', 'mug');
    acts.days(2);
    const mails = await acts.post();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('- Tea');
    expect(mails[0]?.text).not.toContain('Mug');
    await buy('cleo', 'o3');
    await acts.settle({ byEmail: false });
    acts.days(7);
    expect(await acts.post()).toEqual([]);
  });

  it('asks about a past that is sent at once only where it is not long past', async () => {
    await buy('ada', 'o1', { daysAgo: 38 });
    await buy('bea', 'o2', { daysAgo: 37 });
    const mails = await acts.post();
    expect(mails.map(({ to }) => (to as { text: string }).text)).toEqual(['bea@example.com']);
  });

  it('reminds as often as the shop says, and stops when something was written', async () => {
    await acts.settle({ byEmail: true, reminders: 2, remindAfterDays: 10 });
    await buy('ada', 'o1');
    acts.days(7);
    expect(await acts.post()).toHaveLength(1);
    acts.days(10);
    const [reminder] = await acts.post();
    expect(reminder?.subject).toContain('Still welcome');
    await acts.write('ada', 'mug');
    await acts.write('ada', 'tea');
    acts.days(10);
    expect(await acts.post()).toEqual([]);
  });

  it('keeps the days of the contact budget between any two, whatever about and wherever', async () => {
    await buy('ada', 'o1');
    await buy('ada', 'o2');
    acts.days(7);
    expect(await acts.post()).toHaveLength(1);
    // The page has to wait for the same budget.
    const token = await acts.world.token('ada');
    const ask = { kind: 'nextStep', subject: 'birthday' };
    const held = await acts.world.storefront('POST', '/me/contacts', { token, body: ask });
    expect(await held.json()).toEqual({ allowed: false });
    acts.days(6);
    expect(await acts.post()).toEqual([]);
    acts.days(1);
    expect(await acts.post()).toHaveLength(1);
  });

  it('is quiet at night, in the programme’s time zone', async () => {
    await buy('ada', 'o1');
    acts.days(7);
    acts.world.clock.at = Date.parse('2026-12-01T23:00:00Z');
    expect(await acts.post()).toEqual([]);
    acts.world.clock.at = Date.parse('2026-12-02T07:59:00Z');
    expect(await acts.post()).toEqual([]);
    acts.world.clock.at = Date.parse('2026-12-02T08:00:00Z');
    expect(await acts.post()).toHaveLength(1);
  });

  it('stops with one click, and asks before a page does so', async () => {
    await buy('ada', 'o1');
    acts.days(7);
    const [mail] = await acts.post();
    const header = mail?.headers.get('list') as { unsubscribe?: { url?: string } } | undefined;
    const { pathname } = new URL(header?.unsubscribe?.url ?? '');
    expect(mail?.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toContain(
      'List-Unsubscribe=One-Click',
    );
    const page = await acts.world.request(pathname);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<button');
    await buy('ada', 'o2');
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const stopped = await acts.world.request(pathname, { method: 'POST', body });
    expect(await stopped.text()).toContain('will no longer send you review requests');
    acts.days(30);
    expect(await acts.post()).toEqual([]);
    const again = new URLSearchParams({ again: 'yes' });
    await acts.world.request(pathname, { method: 'POST', body: again });
    await buy('ada', 'o3');
    acts.days(7);
    expect(await acts.post()).toHaveLength(1);
    expect((await acts.world.request(`${pathname}x`, { method: 'POST' })).status).toBe(404);
  });

  it('tries again while the mail server does not answer, and charges the budget once', async () => {
    await buy('ada', 'o1');
    acts.days(7);
    server.answerWith(451);
    expect(await acts.post()).toEqual([]);
    server.answerWith(250);
    expect(await acts.post()).toEqual([]);
    acts.world.clock.at += 60_000;
    expect(await acts.post()).toHaveLength(1);
    server.answerWith(550);
    await buy('bea', 'o2');
    acts.days(7);
    expect(await acts.post()).toEqual([]);
    server.answerWith(250);
    acts.days(1);
    expect(await acts.post()).toEqual([]);
  });

  it('forgets everything about somebody who is erased', async () => {
    await buy('ada', 'o1');
    await acts.world.merchant('DELETE', '/v1/shoppers/ada');
    acts.days(7);
    expect(await acts.post()).toEqual([]);
  });

  it('opens the form by the link, for its order alone, and shows nothing of the shopper’s', async () => {
    await buy('ada', 'o1');
    await buy('ada', 'o2');
    acts.days(7);
    await acts.write('ada', 'tea', { name: 'Ada Secret' });
    const [mail] = await acts.post();
    const link = linkIn(mail);
    const mine = await acts.withLink(link, 'GET', '/me/reviews');
    expect(await mine.json()).toMatchObject({ prompts: [{ productId: 'mug' }], reviews: [] });
    const form = await acts.withLink(link, 'POST', '/me/reviews/mug/open', {});
    expect(await form.json()).toMatchObject({ offer: { points: 50 }, name: '', review: null });
    const written = await acts.withLink(link, 'POST', '/me/reviews/tea/open', {});
    expect(await written.json()).toMatchObject({ name: '', review: null });
    const other = await acts.withLink(link, 'POST', '/me/reviews/hat/open', {});
    expect(await other.json()).toMatchObject({ code: 'notABuyer' });
    for (const path of ['/me', '/me/transactions', '/me/contacts'])
      expect((await acts.withLink(link, 'GET', path)).status, path).toBe(401);
  });
});
