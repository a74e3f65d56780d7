import { expect, it } from 'vitest';
import { round, rounded } from './round-rules.ts';

it.each([
  [0.1 + 0.2, 0.3],
  [1 / 3, 0.333333],
  [2 / 3, 0.666667],
  [-1 / 3, -0.333333],
  [0.000_000_4, 0],
  [0.000_000_6, 0.000001],
  [123_456_789, 123_456_789],
])('%d has six decimals as %d', (value, told) => {
  expect(round(value)).toBe(told);
});

it('every number of an object is rounded, and keeps its name', () => {
  expect(rounded({ low: 1 / 3, high: 2 })).toEqual({ low: 0.333333, high: 2 });
});
