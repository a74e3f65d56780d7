import { keyedHash, isSameHash } from '../../../platform/lib/keyed-hash.ts';

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
  return secrets.map((secret) => isSameHash(given, keyedHash(secret, text))).some(Boolean);
};
