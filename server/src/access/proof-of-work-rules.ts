import { keyedHash, isSameHash } from '../platform/lib/keyed-hash.ts';
import { createHash } from 'node:crypto';

/** Zero bits asked for: some four thousand digests, a tenth of a second on a telephone. */
export const PROOF_BITS = 12;
/** How long a challenge can be solved. */
export const PROOF_LIFE_MS = 30 * 60_000;

/** A challenge nobody else can make, for one shop and a while. */
export const makeChallenge = (
  secretKey: Buffer,
  of: { shopId: string; nonce: string; expiresAt: number },
): string => {
  const text = `${of.expiresAt.toString(36)}.${of.nonce}`;
  return `${text}.${macOf(secretKey, `${of.shopId} ${text}`).toString('base64url')}`;
};

/** Whether a challenge was made here for this shop, and is not over. */
export const isChallenge = (
  secretKey: Buffer,
  of: { shopId: string; challenge: string; now: number },
): boolean => {
  const [expiry = '', nonce = '', mac = ''] = of.challenge.split('.');
  const expected = macOf(secretKey, `${of.shopId} ${expiry}.${nonce}`);
  const given = Buffer.from(mac, 'base64url');
  const isOurs = isSameHash(given, expected);
  return isOurs && Number.parseInt(expiry, 36) > of.now;
};

/** Whether a number solves a challenge. */
export const solves = (challenge: string, solution: number, bits = PROOF_BITS): boolean => {
  const digest = createHash('sha256').update(`${challenge}:${solution}`).digest();
  return Math.clz32(digest.readUInt32BE(0)) >= bits;
};

function macOf(secretKey: Buffer, text: string): Buffer {
  return keyedHash(secretKey, `proof ${text}`);
}
