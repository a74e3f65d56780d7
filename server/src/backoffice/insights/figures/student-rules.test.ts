import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tQuantile95 } from '../../../platform/lib/interval-rules.ts';
import { studentQuantile, studentTwoSidedP } from './student-rules.ts';

it.each([1, 2, 5, 30, 199])(
  'of %i degrees of freedom the quantile is that of the tables (E80)',
  (n) => {
    expect(studentQuantile(n)).toBeCloseTo(tQuantile95(n), 9);
  },
);

it.each([
  [1, 12.706204736174694, 0.05],
  [5841.74, 2.324, 0.020159],
  [10, 0, 1],
  [3, 5.840909, 0.01],
])('with %d degrees of freedom beyond %d hold %d (E80)', (freedom, t, p) => {
  expect(studentTwoSidedP(t, freedom)).toBeCloseTo(p, 5);
});

it('between two whole degrees the quantile lies between theirs, and leaves 5 of 100', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 100_000, noNaN: true }), (freedom) => {
      const quantile = studentQuantile(freedom);
      expect(studentTwoSidedP(quantile, freedom)).toBeCloseTo(0.05, 9);
      expect(quantile).toBeLessThanOrEqual(tQuantile95(Math.floor(freedom)) + 1e-8);
      expect(quantile).toBeGreaterThanOrEqual(tQuantile95(Math.ceil(freedom)) - 1e-8);
    }),
  );
});
