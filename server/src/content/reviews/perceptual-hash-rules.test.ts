import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SIMILAR_BITS_MAX, hashBandsOf, isSimilar } from './perceptual-hash-rules.ts';

const ZERO = '0000000000000000';

it('a likeness has four bands of four digits, in order', () => {
  expect(hashBandsOf('0123456789abcdef')).toEqual({
    band0: '0123',
    band1: '4567',
    band2: '89ab',
    band3: 'cdef',
  });
});

it.each([
  ['no bit', ZERO, true],
  ['the last bit', '0000000000000001', true],
  ['the first bit', '8000000000000000', true],
  ['three bits of one digit', '0000000000000007', true],
  ['three bits far apart', '8000000010000001', true],
  ['four bits of one digit', '000000000000000f', false],
  ['four bits far apart', '8000000110000001', false],
  ['every bit', 'ffffffffffffffff', false],
])('two photos that differ by %s are alike or not: %s, %s', (_what, other, alike) => {
  expect(isSimilar(ZERO, other)).toBe(alike);
  expect(isSimilar(other, ZERO)).toBe(alike);
});

it('two photos that are alike have a band in common, however they differ', () => {
  const bit = fc.integer({ min: 0, max: 63 });
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      fc.uniqueArray(bit, { maxLength: 6 }),
      (likeness, flipped) => {
        const other = flipped.reduce((bits, at) => bits ^ (1n << BigInt(at)), likeness);
        const [one, two] = [likeness, other].map((bits) => bits.toString(16).padStart(16, '0'));
        const [a, b] = [hashBandsOf(one ?? ''), hashBandsOf(two ?? '')];
        const shared = ['band0', 'band1', 'band2', 'band3'].some((band) => a[band] === b[band]);
        expect(isSimilar(one ?? '', two ?? '')).toBe(flipped.length <= SIMILAR_BITS_MAX);
        if (flipped.length <= SIMILAR_BITS_MAX) expect(shared).toBe(true);
      },
    ),
  );
});
