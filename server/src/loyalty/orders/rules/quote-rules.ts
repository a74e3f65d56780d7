import { isSameHash, keyedHash } from '../../../platform/lib/keyed-hash.ts';

/** How long a quote's points are promised. */
export const QUOTE_LIFE_MS = 30 * 60_000;

// 96 bits of HMAC-SHA256 are plenty for a promise that lasts half an hour.
const MAC_LENGTH = 16;

/**
 * A quote's id carries what it promises (the programme version and until when),
 * signed: a quote costs no row, and a product page may ask for one on every view.
 */
export const quoteIdFor = (
  quote: { shopId: string; version: number; expiresAt: number },
  secretKey: Buffer,
): string => {
  const promise = `${quote.version.toString(36)}.${quote.expiresAt.toString(36)}`;
  return `q_${promise}.${macOf(secretKey, `${quote.shopId} ${promise}`)}`;
};

/** What a quote promises: a programme version, and the campaigns that ran when it was given. */
export interface QuotePromise {
  readonly version: number;
  readonly quotedAt: number;
}

/** The promise of a quote, or undefined when it is not ours or not in time. */
export const promiseOfQuote = (
  quoteId: string,
  check: { secretKey: Buffer; shopId: string; at: number },
): QuotePromise | undefined => {
  const parts = /^q_([0-9a-z]+)\.([0-9a-z]+)\.([\w-]+)$/.exec(quoteId);
  const [, version, expiresAt = '', mac = ''] = parts ?? [];
  if (version === undefined) return undefined;
  const expected = macOf(check.secretKey, `${check.shopId} ${version}.${expiresAt}`);
  if (!isSameHash(Buffer.from(mac), Buffer.from(expected))) return undefined;
  const endsAt = Number.parseInt(expiresAt, 36);
  if (endsAt < check.at) return undefined;
  return { version: Number.parseInt(version, 36), quotedAt: endsAt - QUOTE_LIFE_MS };
};

function macOf(secretKey: Buffer, text: string): string {
  return keyedHash(secretKey, `quote ${text}`).toString('base64url').slice(0, MAC_LENGTH);
}
