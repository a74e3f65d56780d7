import { describe, expect, it } from 'vitest';
import { isSameHash, keyedHash } from './keyed-hash.ts';

describe('a keyed hash', () => {
  it('is HMAC-SHA256, as RFC 4231 has it in its second case', () => {
    expect(keyedHash('Jefe', 'what do ya want for nothing?').toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it.each([
    ['another secret', keyedHash('other', 'text')],
    ['another text', keyedHash('secret', 'texts')],
    ['a part of it', keyedHash('secret', 'text').subarray(0, 31)],
    ['nothing', Buffer.alloc(0)],
  ])('is not the same as one of %s', (_what, other) => {
    const own = keyedHash('secret', 'text');
    expect(isSameHash(own, own)).toBe(true);
    expect(isSameHash(other, own)).toBe(false);
  });
});
