import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ceilOf,
  ceilPortion,
  floorOf,
  floorPortion,
  portion,
  roundOf,
  splitByLargestRemainder,
} from './fractions.ts';

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

  it('are as exact the quick way as the long way, on either side of 2^53', () => {
    const sizes = fc.oneof(fc.nat(10_000), fc.integer({ min: 90_000_000, max: 100_000_000 }));
    fc.assert(
      fc.property(sizes, sizes, fc.integer({ min: 1, max: 1_000_000 }), (a, b, c) => {
        expect(floorPortion(a, b, c)).toBe(floorOf(portion(a, b, c)));
        expect(ceilPortion(a, b, c)).toBe(ceilOf(portion(a, b, c)));
      }),
      { numRuns: 1000 },
    );
  });

  it('split large wholes as exactly as small ones', () => {
    expect(splitByLargestRemainder(9_007_199_254_740_991, [1, 1])).toEqual([
      4_503_599_627_370_496, 4_503_599_627_370_495,
    ]);
    expect(splitByLargestRemainder(10, [1, 1, 1])).toEqual([4, 3, 3]);
  });

  it('split nothing over nothing', () => {
    expect(splitByLargestRemainder(10, [0, 0])).toEqual([0, 0]);
  });
});
