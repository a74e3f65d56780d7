import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isProxied } from './signature-rules.ts';

// The example of Shopify’s page on app proxies, with its secret.
const SECRET = 'hush';
const SIGNATURE = '4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb';
const SIGNED =
  'extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555';
const query = (text: string, signature = SIGNATURE): URLSearchParams =>
  new URLSearchParams(`${text}&signature=${signature}`);

/** The signature of a text that is written out as it is to be signed. */
const digestOf = (text: string): string => createHmac('sha256', SECRET).update(text).digest('hex');

describe('a request through the app proxy of Shopify', () => {
  it.each([
    ['its secret', [SECRET], true],
    ['its secret before another', [SECRET, 'other'], true],
    ['its secret after another', ['other', SECRET], true],
    ['another secret', ['other'], false],
    ['no secret', [], false],
  ])('checked with %s (%j) is accepted: %s', (_what, secrets, accepted) => {
    expect(isProxied(query(SIGNED), secrets)).toBe(accepted);
  });

  it('is accepted in whatever order its parameters come, and in capital digits', () => {
    const shuffled = `timestamp=1317327555&${SIGNED.replace('&timestamp=1317327555', '')}`;
    expect(isProxied(query(shuffled), [SECRET])).toBe(true);
    expect(isProxied(query(SIGNED, SIGNATURE.toUpperCase()), [SECRET])).toBe(true);
  });

  it.each([
    ['another value', SIGNED.replace('timestamp=1317327555', 'timestamp=1317327556')],
    ['a parameter more', `${SIGNED}&more=1`],
    ['another customer', SIGNED.replace('customer_id=1', 'customer_id=2')],
    ['a parameter less', SIGNED.replace('extra=1&', '')],
    ['values of one name in another order', SIGNED.replace('extra=1&extra=2', 'extra=2&extra=1')],
    ['an empty parameter more', `${SIGNED}&extra=`],
  ])('is refused with %s than was signed', (_what, text) => {
    expect(isProxied(query(text), [SECRET])).toBe(false);
  });

  it.each([
    ['empty', ''],
    ['too short by a byte', SIGNATURE.slice(0, -2)],
    ['too long by a byte', `${SIGNATURE}00`],
    ['in base64', Buffer.from(SIGNATURE, 'hex').toString('base64url')],
    ['of something else', `00${SIGNATURE.slice(2)}`],
  ])('is refused with a signature that is %s', (_what, signature) => {
    expect(isProxied(query(SIGNED, signature), [SECRET])).toBe(false);
  });

  it('is refused without a signature', () => {
    expect(isProxied(new URLSearchParams(SIGNED), [SECRET])).toBe(false);
    expect(isProxied(new URLSearchParams(), [SECRET])).toBe(false);
  });

  it('is signed over whole pairs in order, so that a name with a digit stands before its beginning', () => {
    const text = 'page=1&page2=2';
    expect(isProxied(query(text, digestOf('page2=2page=1')), [SECRET])).toBe(true);
    expect(isProxied(query(text, digestOf('page=1page2=2')), [SECRET])).toBe(false);
  });

  it('without any parameter is signed over the empty text', () => {
    expect(isProxied(new URLSearchParams({ signature: digestOf('') }), [SECRET])).toBe(true);
  });
});
