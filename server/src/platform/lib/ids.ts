import { randomBytes } from 'node:crypto';
import { monotonicFactory } from 'ulid';

// Ids that grow with time keep index inserts on the last page: random keys cost
// a ledger on SQLite more than twice the time (design, section 6).
// Random bytes are drawn in pools: one call to the system per id costs more than the id.
const POOL_BYTES = 4096;
let pool = randomBytes(POOL_BYTES);
let used = 0;
const nextUlid = monotonicFactory(nextRandom);

/** A new internal id: 80 random bits behind a 48-bit time, in 26 characters. */
export const newId = (): string => nextUlid();

// Crockford's alphabet (https://www.crockford.com/base32.html): no I, L, O or U,
// so that a code read aloud or from paper is not mistaken.
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes as characters of 5 bits each. */
export const codeOfBytes = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => CROCKFORD[byte % CROCKFORD.length]).join('');

/** `length` characters of 5 random bits each. */
export const randomCode = (length: number): string => codeOfBytes(randomBytes(length));

/** `bytes` random bytes in base64url, for keys and secrets. */
export const randomToken = (bytes: number): string => randomBytes(bytes).toString('base64url');

function nextRandom(): number {
  if (used === POOL_BYTES) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  const byte = pool[used] ?? 0;
  used += 1;
  // ulid asks for a fraction and takes 32nds of it, which a byte decides evenly.
  return byte / 256;
}
