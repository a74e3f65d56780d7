import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tQuantile95, twoSidedP, wilson, Z_95 } from './interval-rules.ts';

describe('Student’s quantile', () => {
  // As `@stdlib/stats-base-dists-t-quantile` has them; the first three stand in every table.
  it.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [3, 3.182446305283708],
    [7, 2.3646242515927858],
    [9, 2.262157162798205],
    [29, 2.045229642132704],
    [30, 2.042272456301238],
    [100_000, 1.95998770753461],
  ])('of %i degrees of freedom is %d', (freedom, expected) => {
    expect(tQuantile95(freedom)).toBeCloseTo(expected, 11);
  });

  it('goes on without a step from its sums to its expansion, and falls towards the normal one', () => {
    for (let freedom = 2; freedom < 400; freedom += 1) {
      expect(tQuantile95(freedom)).toBeLessThan(tQuantile95(freedom - 1));
      expect(tQuantile95(freedom)).toBeGreaterThan(Z_95);
    }
    const bend = tQuantile95(199) - 2 * tQuantile95(200) + tQuantile95(201);
    expect(Math.abs(bend)).toBeLessThan(1e-6);
  });
});

describe('the two sides of a normal distribution', () => {
  it.each([
    [0, 1],
    [Z_95, 0.05],
    [2.5758293035489004, 0.01],
    [1, 0.31731050786291415],
    [-1.949, 0.051295424720770866],
    [5, 5.733031437583869e-7],
    [8, 0],
  ])('beyond %d hold %d', (z, expected) => {
    expect(twoSidedP(z)).toBeCloseTo(expected, 12);
  });

  it('hold a share, and less the further out', () => {
    const far = fc.double({ min: 0, max: 50, noNaN: true });
    fc.assert(
      fc.property(far, far, (a, b) => {
        const [near, away] = a < b ? [a, b] : [b, a];
        expect(twoSidedP(away)).toBeGreaterThanOrEqual(0);
        expect(twoSidedP(away)).toBeLessThanOrEqual(twoSidedP(near) + 1e-15);
        expect(twoSidedP(-a)).toBe(twoSidedP(a));
      }),
    );
  });
});

describe('Wilson’s interval', () => {
  it.each([
    // The reference writes 0.692040; computed with thirty digits it is 0.692039463.
    [41, 50, 0.692039, 0.902298],
    [0, 30, 0, 0.113513],
    [30, 30, 0.886487, 1],
    [270, 400, 0.627624, 0.719047],
  ])('of %i of %i lies between %d and %d, to the last digit that is written down', (...row) => {
    const [count, of, low, high] = row;
    expect(wilson(count, of).low).toBeCloseTo(low, 6);
    expect(wilson(count, of).high).toBeCloseTo(high, 6);
  });

  it('holds the share, lies within the whole, and is the other way round for the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (of, seed) => {
        const count = seed % (of + 1);
        const { low, high } = wilson(count, of);
        const rest = wilson(of - count, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / of + 1e-9);
        expect(high).toBeGreaterThanOrEqual(count / of - 1e-9);
        expect(rest.low).toBeCloseTo(1 - high, 9);
        expect(rest.high).toBeCloseTo(1 - low, 9);
      }),
    );
  });
});
