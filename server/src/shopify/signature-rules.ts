import { createHmac, timingSafeEqual } from 'node:crypto';

/** Compared whole, and in the same time whatever differs. */
const same = (given: Buffer, made: Buffer): boolean =>
  given.length === made.length && timingSafeEqual(given, made);

/**
 * Whether a message is signed with one of the secrets: base64 of the HMAC-SHA256 of the body as it
 * came, to the byte (https://shopify.dev/docs/apps/build/webhooks/verify-deliveries). WooCommerce
 * signs alike. Every secret is tried, also after one fits.
 */
export const isSigned = (
  body: Uint8Array,
  signature: string,
  secrets: readonly string[],
): boolean => {
  const given = Buffer.from(signature, 'base64');
  return secrets
    .map((secret) => same(given, createHmac('sha256', secret).update(body).digest()))
    .some(Boolean);
};

/**
 * Whether a request came through the shop's app proxy: hexadecimal HMAC-SHA256 of the sorted
 * `name=value` pairs without anything between them, values of one name joined by commas
 * (https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies).
 */
export const isProxied = (query: URLSearchParams, secrets: readonly string[]): boolean => {
  const given = Buffer.from(query.get('signature') ?? '', 'hex');
  const names = [...new Set(query.keys())].filter((name) => name !== 'signature');
  const text = names
    .map((name) => `${name}=${query.getAll(name).join(',')}`)
    .toSorted()
    .join('');
  return secrets
    .map((secret) => same(given, createHmac('sha256', secret).update(text).digest()))
    .some(Boolean);
};
