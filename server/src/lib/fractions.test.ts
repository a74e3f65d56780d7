import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilOf, floorOf, portion, roundOf, splitByLargestRemainder } from './fractions.ts';

describe('fractions', () => {
  it('round as their names say, halves up', () => {
    const half = portion(5, 1, 2);
    expect([floorOf(half), roundOf(half), ceilOf(half)]).toEqual([2, 3, 3]);
    const whole = portion(6, 1, 2);
    expect([floorOf(whole), roundOf(whole), ceilOf(whole)]).toEqual([3, 3, 3]);
  });

  it('stay exact beyond 2^53', () => {
    expect(
      floorOf(portion(9_007_199_254_740_991, 9_007_199_254_740_991, 9_007_199_254_740_991)),
    ).toBe(9_007_199_254_740_991);
  });

  it('split a whole into parts that sum to it, each within one of its exact share', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.array(fc.nat(1_000_000), { minLength: 1 }),
        (whole, weights) => {
          const parts = splitByLargestRemainder(whole, weights);
          const total = weights.reduce((a, b) => a + b, 0);
          fc.pre(total > 0);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(whole);
          for (const [i, part] of parts.entries())
            expect(Math.abs(part - (whole * (weights[i] ?? 0)) / total)).toBeLessThan(1);
        },
      ),
    );
  });

  it('split nothing over nothing', () => {
    expect(splitByLargestRemainder(10, [0, 0])).toEqual([0, 0]);
  });
});
