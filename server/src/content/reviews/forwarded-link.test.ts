import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Confirmation, OwnReview } from '@okaeri/shared/reviews';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { linkIn, openRequests, type RequestActs } from '../../testing/request-acts.ts';
import { A_REVIEW } from '../../testing/review-acts.ts';
import { CODE_ATTEMPTS_MAX, CODE_LIFE_MS, CODES_PER_DAY, SITTING_MS } from './code-rules.ts';
import { ASKED_FOR_MS } from './purchase-rules.ts';

const PATH = '/me/reviews/confirmation';

describe.each(ENGINES)('the link of an e-mail, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let server: MailServer;
  let acts: RequestActs;
  let link: string;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });
  beforeEach(async () => {
    server = await startMailServer();
    acts = await openRequests(test.store, server);
    const ada = { email: 'ada@example.com' };
    await acts.world.merchant('PUT', '/v1/shoppers/ada', ada);
    await acts.receive('ada', 'o1', ['mug', 'tea']);
    await acts.receive('ada', 'o2', ['hat']);
    acts.days(7);
    link = linkIn((await acts.post())[0]);
  });
  afterEach(async () => {
    acts.close();
    await server.stop();
  });

  const put = (token: string, productId: string, change: object = {}): Promise<Response> =>
    acts.withLink(token, 'PUT', `/me/reviews/${productId}`, { ...A_REVIEW, ...change });
  const codeFrom = async (): Promise<string> => {
    await acts.withLink(link, 'POST', PATH);
    const [mail] = await acts.post();
    return /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
  };
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const codeOf = async (answer: Response): Promise<unknown> =>
    ((await answer.json()) as { code?: string }).code;

  it('lets nobody write with the link alone, nor take back, nor appeal', async () => {
    await acts.write('ada', 'tea');
    expect(await codeOf(await put(link, 'mug'))).toBe('confirmationNeeded');
    const remove = await acts.withLink(link, 'DELETE', '/me/reviews/tea');
    expect(await codeOf(remove)).toBe('confirmationNeeded');
    const appeal = { text: 'It is mine.' };
    const appealed = await acts.withLink(link, 'POST', '/me/reviews/tea/appeal', appeal);
    expect(await codeOf(appealed)).toBe('confirmationNeeded');
    expect((await acts.list('mug')).items).toEqual([]);
    expect((await acts.list('tea')).items).toHaveLength(1);
  });

  it('writes for a sitting once the code from the shopper’s own mail has come with it', async () => {
    const sent = await acts.withLink(link, 'POST', PATH);
    expect(await sent.json()).toEqual({ to: 'a•••@example.com' });
    const [mail] = await acts.post();
    expect(mail?.to).toMatchObject({ text: 'ada@example.com' });
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
    const confirmed = await acts.withLink(link, 'PUT', PATH, {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    const { token } = (await confirmed.json()) as Confirmation;
    const before = await acts.points('ada');
    const review = (await (await put(token, 'mug')).json()) as OwnReview;
    expect(review).toMatchObject({ verified: true, state: 'published', offer: { points: 50 } });
    expect(await acts.points('ada')).toBe(before + 50);
    expect((await put(token, 'tea')).status).toBe(201);
    // Another order's product is not this link's.
    expect(await codeOf(await put(token, 'hat', { orderId: 'o2' }))).toBe('notABuyer');
    // The code is good once, and the sitting ends.
    expect(await codeOf(await acts.withLink(link, 'PUT', PATH, { code }))).toBe('notConfirmable');
    acts.world.clock.at += SITTING_MS + 1000;
    expect(await codeOf(await put(token, 'mug', { rating: 1 }))).toBe('expiredToken');
  });

  it('takes a code for its minutes, and a few mistypings', async () => {
    const code = await codeFrom();
    for (let attempt = 0; attempt < CODE_ATTEMPTS_MAX; attempt += 1)
      expect(await codeOf(await acts.withLink(link, 'PUT', PATH, { code: wrong(code) }))).toBe(
        'wrongCode',
      );
    expect(await codeOf(await acts.withLink(link, 'PUT', PATH, { code }))).toBe('notConfirmable');
    const next = await codeFrom();
    acts.world.clock.at += CODE_LIFE_MS;
    expect(await codeOf(await acts.withLink(link, 'PUT', PATH, { code: next }))).toBe(
      'notConfirmable',
    );
    const last = await codeFrom();
    acts.world.clock.at += CODE_LIFE_MS - 1;
    expect((await acts.withLink(link, 'PUT', PATH, { code: last })).status).toBe(200);
  });

  it('sends a few codes a day and no more', async () => {
    for (let sent = 0; sent < CODES_PER_DAY; sent += 1) expect(await codeFrom()).toMatch(/^\d{6}$/);
    expect((await acts.withLink(link, 'POST', PATH)).status).toBe(429);
    acts.days(1);
    expect(await codeFrom()).toMatch(/^\d{6}$/);
  });

  it('is over when its order is no longer asked about, and is good for nothing else', async () => {
    const token = await acts.world.token('ada');
    expect(await codeOf(await acts.withLink(token, 'POST', PATH))).toBe('notConfirmable');
    const forged = `${link.slice(0, -6)}AAAAAA`;
    expect(await codeOf(await acts.withLink(forged, 'GET', '/me/reviews'))).toBe('invalidToken');
    acts.world.clock.at += ASKED_FOR_MS;
    expect(await codeOf(await acts.withLink(link, 'GET', '/me/reviews'))).toBe('expiredToken');
  });

  it('is nothing to the link that stops e-mails, and the other way round', async () => {
    const [mail] = server.mails;
    const stop = /\/unsubscribe\/[^/]+\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(await codeOf(await acts.withLink(stop, 'GET', '/me/reviews'))).toBe('invalidToken');
    const path = `/unsubscribe/${acts.world.keys.publicKey}/${link}`;
    expect((await acts.world.request(path, { method: 'POST' })).status).toBe(404);
  });

  it('ends with the shopper: nobody writes for a shopper who was erased', async () => {
    await acts.world.merchant('DELETE', '/v1/shoppers/ada');
    const mine = await acts.withLink(link, 'GET', '/me/reviews');
    expect(await codeOf(mine)).toBe('notEnrolled');
    expect(await codeOf(await acts.withLink(link, 'POST', PATH))).toBe('notConfirmable');
    expect(await codeOf(await acts.withLink(link, 'POST', '/me/reviews/mug/open', {}))).toBe(
      'notEnrolled',
    );
  });

  it('leads to a page of this server, from which its requests are taken', async () => {
    const page = await acts.world.request(`/review/${acts.world.keys.publicKey}`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const { publicUrl } = acts.world.deps;
    const from = async (origin: string): Promise<number> => {
      const by = { token: link, headers: { origin } };
      return (await acts.world.storefront('GET', '/me/reviews', by)).status;
    };
    expect(await from(publicUrl)).toBe(200);
    expect(await from('https://elsewhere.example')).toBe(403);
    expect((await acts.world.request('/review/"><script>')).status).toBe(404);
  });

  it('is not needed by a shopper who is signed in, until they sign out everywhere', async () => {
    const token = await acts.world.token('ada');
    acts.world.clock.at += 1000;
    await acts.world.storefront('DELETE', '/me', { token });
    const after = await acts.withLink(token, 'PUT', '/me/reviews/mug', A_REVIEW);
    expect(after.status).toBeGreaterThan(400);
  });
});
