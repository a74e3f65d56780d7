import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { verifyWebhook, WebhookNotVerifiedError } from './verify-webhook.ts';

const secretOf = (fill: number): string => `whsec_${Buffer.alloc(32, fill).toString('base64')}`;
const SECRET = secretOf(1);
const BODY = JSON.stringify({ type: 'points.earned', timestamp: '2026-11-22T09:31:00Z', data: {} });

const headersOf = (body = BODY, at = new Date()): Record<string, string> => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': new Webhook(SECRET).sign('msg_1', at, body),
});

describe('checking a message', () => {
  it('gives what it says, with any kind of headers and either secret', () => {
    const headers = headersOf();
    const expected = { id: 'msg_1', type: 'points.earned' };
    expect(verifyWebhook({ secret: SECRET, headers, body: BODY })).toMatchObject(expected);
    const capitals = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name.replace(/(^|-)\w/g, (letter) => letter.toUpperCase()),
        value,
      ]),
    );
    expect(Object.keys(capitals)).toContain('Webhook-Id');
    expect(verifyWebhook({ secret: SECRET, headers: capitals, body: BODY })).toMatchObject(
      expected,
    );
    const given = { secret: [secretOf(2), SECRET], headers: new Headers(headers), body: BODY };
    expect(verifyWebhook(given)).toMatchObject(expected);
  });

  it.each([
    ['another secret', { secret: secretOf(2) }],
    ['an altered body', { body: `${BODY} ` }],
    ['no headers', { headers: {} }],
    ['an old message', { headers: headersOf(BODY, new Date(Date.now() - 301_000)) }],
    ['another id', { headers: { ...headersOf(), 'webhook-id': 'msg_2' } }],
    [
      'a list where a text is meant',
      { headers: { ...headersOf(), 'webhook-signature': ['v1,x'] } },
    ],
    ['no secret', { secret: [] }],
  ])('refuses %s', (_, change) => {
    const message = { secret: SECRET, headers: headersOf(), body: BODY, ...change };
    expect(() => verifyWebhook(message)).toThrow(WebhookNotVerifiedError);
  });
});
