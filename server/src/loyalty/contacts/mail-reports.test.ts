import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { anOrder } from '../../testing/order-states.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { openRequests, type RequestActs } from '../../testing/request-acts.ts';

const bounce = (messageId: string, { action = 'failed', status = '5.1.1' } = {}): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'To: shops@okaeri.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I could not deliver your message.',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; ada@example.com',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    'From: shops@okaeri.example',
    `Message-ID: ${messageId}`,
    'Subject: How is it?',
    '',
    '--b1--',
    '',
  ].join('\r\n');

const complaint = (messageId: string, type = 'abuse'): string =>
  [
    'From: <feedback@isp.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b2"',
    '',
    '--b2',
    'Content-Type: text/plain',
    '',
    'This is an email abuse report.',
    '--b2',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    '',
    '--b2',
    'Content-Type: message/rfc822',
    '',
    'From: shops@okaeri.example',
    'To: ada@example.com',
    `Message-ID: ${messageId}`,
    'Subject: How is it?',
    'Content-Type: text/plain',
    '',
    'Hello',
    '--b2--',
    '',
  ].join('\r\n');

describe.each(ENGINES)('reports about messages, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let server: MailServer;
  let acts: RequestActs;
  let people = 0;
  beforeAll(async () => {
    test = await openTestStore();
    server = await startMailServer();
    acts = await openRequests(test.store, server);
  });
  afterAll(async () => {
    acts.close();
    await server.stop();
    await test.dispose();
  });

  /** Somebody who was just sent a request, and the id of its message. */
  const asked = async (): Promise<{ id: string; messageId: string }> => {
    const id = `p${(people += 1)}`;
    const now = new Date(acts.world.clock.at).toISOString();
    const order = anOrder({
      shopper: { id, email: `${id}@example.com` },
      updatedAt: now,
      placedAt: now,
      paidAt: now,
      deliveredAt: now,
    });
    await acts.world.merchant('PUT', `/v1/orders/o-${id}`, order);
    acts.days(7);
    const [mail] = await acts.post();
    return { id, messageId: mail?.messageId ?? '' };
  };
  const report = (text: string): Promise<Response> =>
    acts.world.request('/v1/mail/reports', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${acts.world.keys.secretKey}`,
        'content-type': 'message/rfc822',
      },
      body: text,
    });
  const reasonsFor = async (id: string): Promise<string[]> => {
    const body = { emails: [`${id}@example.com`] };
    const found = await acts.world.merchant('POST', '/v1/contacts/suppressions/lookup', body);
    return ((await found.json()) as { items: { reason: string }[] }).items.map((one) => one.reason);
  };

  it('that it cannot be delivered keep the address from being written to (E115, E29)', async () => {
    const { id, messageId } = await asked();
    expect(messageId).toMatch(/^<to_/);
    expect(await (await report(bounce(messageId))).json()).toEqual({ known: 1, unknown: 0 });
    expect(await reasonsFor(id)).toEqual(['hardBounce']);
    await report(bounce(messageId));
    expect(await reasonsFor(id)).toEqual(['hardBounce']);
  });

  it('that somebody complained do so too, and that it was no spam does not (E115, E29)', async () => {
    const { id, messageId } = await asked();
    // Nor does what programs find out by themselves: a signature that did not hold is nobody's complaint.
    for (const type of ['not-spam', 'auth-failure', 'Auth-Failure', 'virus', 'dkim'])
      await report(complaint(messageId, type));
    expect(await reasonsFor(id)).toEqual([]);
    expect(await (await report(complaint(messageId))).json()).toEqual({ known: 1, unknown: 0 });
    expect(await reasonsFor(id)).toEqual(['complaint']);
  });

  it.each([
    [{ action: 'delayed', status: '4.4.1' }],
    [{ action: 'failed', status: '4.2.2' }],
    [{ action: 'delivered', status: '2.0.0' }],
  ])('that say %j change nothing (E115)', async (of) => {
    const { id, messageId } = await asked();
    expect((await report(bounce(messageId, of))).status).toBe(200);
    expect(await reasonsFor(id)).toEqual([]);
  });

  it('about a message that is none of this shop are counted as unknown (E115)', async () => {
    const answer = await report(bounce('<to_nothing@okaeri.example>'));
    expect(await answer.json()).toEqual({ known: 0, unknown: 1 });
  });

  it.each([
    ['', 'noReport'],
    ['Hello there', 'noReport'],
    ['From: a@b.example\r\nContent-Type: text/plain\r\n\r\nout of office', 'noReport'],
    [bounce('nothing in brackets'), 'noMessage'],
    ['Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'.repeat(50), 'noReport'],
  ])('that are none, as %j, are refused with the reason (E115)', async (text, code) => {
    const answer = await report(text);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'invalidRequest',
      errors: [{ path: '', code }],
    });
  });

  it('are read up to mailReportBytesMax and no further (E115)', async () => {
    const { messageId } = await asked();
    const text = bounce(messageId, { action: 'delayed', status: '4.0.0' });
    const filled = (bytes: number): string => text + ' '.repeat(bytes - text.length);
    expect((await report(filled(LIMITS.mailReportBytesMax))).status).toBe(200);
    expect((await report(filled(LIMITS.mailReportBytesMax + 1))).status).toBe(413);
  });
});
