import { describe, expect, it } from 'vitest';
import { isSameHash } from '../../../platform/lib/keyed-hash.ts';
import { isSigned } from './signature-rules.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

it.each([
  ['two empty digests', '', '', true],
  ['equal digests', 'abc', 'abc', true],
  ['digests that differ in the first byte', 'xbc', 'abc', false],
  ['digests that differ in the last byte', 'abx', 'abc', false],
  ['a digest and its beginning', 'ab', 'abc', false],
  ['a digest and more than it', 'abcd', 'abc', false],
  ['nothing and a digest', '', 'abc', false],
])('of %s, %j and %j, it is %s that they are the same', (_what, given, made, same) => {
  expect(isSameHash(bytes(given), bytes(made))).toBe(same);
});

describe('a signed message', () => {
  // RFC 4231, test case 2: HMAC-SHA256 of this text with the key "Jefe".
  const BODY = bytes('what do ya want for nothing?');
  const HEX = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  const SIGNATURE = Buffer.from(HEX, 'hex').toString('base64');

  it.each([
    ['its secret alone', ['Jefe'], true],
    ['its secret before another', ['Jefe', 'other'], true],
    ['its secret after another', ['other', 'Jefe'], true],
    ['another secret', ['other'], false],
    ['its secret in another case', ['jefe'], false],
    ['the empty secret', [''], false],
    ['no secret at all', [], false],
  ])('checked with %s (%j) is signed: %s', (_what, secrets, signed) => {
    expect(isSigned(BODY, SIGNATURE, secrets)).toBe(signed);
  });

  it.each([
    ['is empty', ''],
    ['is in hexadecimal', HEX],
    ['misses its last byte', Buffer.from(HEX.slice(0, -2), 'hex').toString('base64')],
    ['has a byte too many', Buffer.from(`${HEX}00`, 'hex').toString('base64')],
    ['is of another text', Buffer.from(`00${HEX.slice(2)}`, 'hex').toString('base64')],
    ['is no base64', '???'],
  ])('is refused when its signature %s', (_what, signature) => {
    expect(isSigned(BODY, signature, ['Jefe'])).toBe(false);
  });

  it('is refused when one byte of its body is another', () => {
    expect(isSigned(bytes('what do ya want for nothing!'), SIGNATURE, ['Jefe'])).toBe(false);
    expect(isSigned(bytes(''), SIGNATURE, ['Jefe'])).toBe(false);
  });
});
