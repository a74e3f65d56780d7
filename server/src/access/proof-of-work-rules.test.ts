import { describe, expect, it } from 'vitest';
import {
  isChallenge,
  makeChallenge,
  PROOF_BITS,
  PROOF_LIFE_MS,
  solves,
} from './proof-of-work-rules.ts';

const KEY = Buffer.alloc(32, 1);
const NOW = Date.parse('2026-11-22T10:00:00Z');
const OF = { shopId: 'shop', nonce: 'nonce', expiresAt: NOW + PROOF_LIFE_MS };

it('a challenge can be solved for half an hour, and asks for twelve bits', () => {
  expect([PROOF_LIFE_MS, PROOF_BITS]).toEqual([1_800_000, 12]);
});

describe('a challenge', () => {
  const challenge = makeChallenge(KEY, OF);
  const isOurs = (change: Partial<Parameters<typeof isChallenge>[1]>, key = KEY): boolean =>
    isChallenge(key, { shopId: 'shop', challenge, now: NOW, ...change });

  it('names its end and its nonce, and is the same for the same', () => {
    expect(challenge).toMatch(/^[\da-z]+\.nonce\.[\w-]{43}$/);
    expect(Number.parseInt(challenge.split('.')[0] ?? '', 36)).toBe(OF.expiresAt);
    expect(makeChallenge(KEY, OF)).toBe(challenge);
  });

  it.each([
    ['when it is made', 0, true],
    ['a millisecond before its end', PROOF_LIFE_MS - 1, true],
    ['at its end', PROOF_LIFE_MS, false],
    ['a day later', 86_400_000, false],
  ])('holds %s (%i ms): %s', (_when, ms, holds) => {
    expect(isOurs({ now: NOW + ms })).toBe(holds);
  });

  it('holds for no other shop, and for no other secret', () => {
    expect(isOurs({ shopId: 'other' })).toBe(false);
    expect(isOurs({}, Buffer.alloc(32, 2))).toBe(false);
  });

  const [expiry = '', nonce = '', mac = ''] = challenge.split('.');
  it.each([
    ['nothing', ''],
    ['two dots', '..'],
    ['no signature', `${expiry}.${nonce}`],
    ['an empty signature', `${expiry}.${nonce}.`],
    ['a later end', `${(OF.expiresAt + 1).toString(36)}.${nonce}.${mac}`],
    ['another nonce', `${expiry}.other.${mac}`],
    ['a signature that is too short', `${expiry}.${nonce}.${mac.slice(0, -2)}`],
    ['a signature that is too long', `${expiry}.${nonce}.${mac}AAAA`],
    ['another signature', `${expiry}.${nonce}.${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`],
  ])('is refused with %s', (_what, changed) => {
    expect(isOurs({ challenge: changed })).toBe(false);
  });
});

// What SHA-256 of `abc:` and the number begins with, counted by another program.
it.each([
  [1, 0],
  [0, 1],
  [4, 2],
  [1393, 8],
  [2430, 11],
  [20339, 12],
  [4959, 13],
])('the solution %i of "abc" has %i zero bits and no more', (solution, bits) => {
  expect(solves('abc', solution, bits)).toBe(true);
  expect(solves('abc', solution, bits + 1)).toBe(false);
  expect(solves('abc', solution)).toBe(bits >= PROOF_BITS);
  expect(solves('another', solution, 13)).toBe(false);
});
