import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * HMAC-SHA256 under a secret: anyone who does not know it can neither make the hash of a text nor recognise it.
 *
 * @param text says first what it is for (`quote …`), so that a hash made for one purpose is none for another
 */
export const keyedHash = (secret: Buffer | string, text: string | Uint8Array): Buffer =>
  createHmac('sha256', secret).update(text).digest();

/** Whether two hashes are one: compared whole, and in the same time whatever differs. */
export const isSameHash = (given: Buffer, made: Buffer): boolean =>
  given.length === made.length && timingSafeEqual(given, made);
