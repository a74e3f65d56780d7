import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePairs, comparisonText } from './compare-rules.ts';

const RATIO = fc.double({ min: 0.01, max: 100, noNaN: true });

describe('a comparison of pairs', () => {
  it('is noise when both were always the same', () => {
    const same = Array.from({ length: 20 }, (_, i) => i + 1);
    expect(comparePairs(same, same)).toEqual({ median: 1, low: 1, high: 1, isNoise: true });
  });

  it('is no noise when one was always a tenth more', () => {
    const other = Array.from({ length: 20 }, (_, i) => 100 + i);
    const one = other.map((value) => value * 1.1);
    const found = comparePairs(one, other);
    expect(found.median).toBeCloseTo(1.1);
    expect(found.isNoise).toBe(false);
  });

  it('is noise when it was more as often as less', () => {
    const one = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 90 : 110));
    expect(
      comparePairs(
        one,
        one.map(() => 100),
      ).isNoise,
    ).toBe(true);
  });

  it('is noise when one of twenty pairs differs, however much', () => {
    const one = Array.from({ length: 20 }, (_, i) => (i === 3 ? 10_000 : 100));
    expect(
      comparePairs(
        one,
        one.map(() => 100),
      ).isNoise,
    ).toBe(true);
  });

  it('takes ranks 5 and 15 of twenty as the ends of its interval', () => {
    const one = Array.from({ length: 20 }, (_, i) => i + 1);
    const found = comparePairs(
      one,
      one.map(() => 1),
    );
    expect([found.low, found.median, found.high]).toEqual([5, 11, 15]);
  });

  it('ends at the least and the most of few pairs', () => {
    expect(comparePairs([3, 1, 2], [1, 1, 1])).toMatchObject({ low: 1, median: 2, high: 3 });
  });

  it('has its median within its interval, whatever was measured', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(RATIO, RATIO), { minLength: 1 }), (pairs) => {
        const { low, median, high } = comparePairs(
          pairs.map(([one]) => one),
          pairs.map(([, other]) => other),
        );
        expect(low).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('says more, less or noise', () => {
    const of = { median: 1.1, low: 1.05, high: 1.2, isNoise: false };
    expect(comparisonText('rate', of)).toBe('rate: 1.100 (1.050 to 1.200), more');
    expect(comparisonText('rate', { ...of, median: 0.9 })).toMatch(/less$/);
    expect(comparisonText('rate', { ...of, isNoise: true })).toMatch(/noise$/);
  });
});
