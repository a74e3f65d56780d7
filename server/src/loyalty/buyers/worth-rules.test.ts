import { expect, it } from 'vitest';
import { expectedValueOf, meanValueOf } from './worth-rules.ts';

const KNOWN = { p: 4, q: 3.5, v: 20 };

it.each([
  [1, 50, 43.076923],
  [10, 12.5, 13.647059],
])('with p 4, q 3.5, v 20, %d purchases of %d lead to %d (E77)', (x, m, expected) => {
  expect(expectedValueOf(KNOWN, { x, m })).toBeCloseTo(expected, 6);
});

it('with p 4, q 3.5, v 20 a purchase is worth 32 on average (E77)', () => {
  expect(meanValueOf(KNOWN)).toBe(32);
});
