import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { survivalOf, type Durations } from './survival-rules.ts';

const counted = (days: readonly number[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
};
const durations = (closed: readonly number[], open: readonly number[]): Durations => ({
  closed: counted(closed),
  open: counted(open),
});

describe('the time between purchases of six shoppers (E74)', () => {
  it('has the median of 76 days where those are counted who have not come back', () => {
    const { curve, medianDays, closed, open } = survivalOf(
      durations([1, 1, 3, 24, 44, 76], [10, 18, 28, 69, 88, 115]),
    );
    const shares = [
      [1, 0.833333],
      [3, 0.75],
      [24, 0.642857],
      [44, 0.514286],
      [76, 0.342857],
    ] as const;
    expect(curve.map(({ day, share }) => [day, Number(share.toFixed(6))])).toEqual(shares);
    expect({ medianDays, closed, open }).toEqual({ medianDays: 76, closed: 6, open: 6 });
  });
});

it('20, 30, 30, 45, and 25 and 60 still open, lead to 0.833333, 0.416667, 0.208333 (E74)', () => {
  const { curve, medianDays } = survivalOf(durations([20, 30, 30, 45], [25, 60]));
  expect(curve.map(({ share }) => share.toFixed(6))).toEqual(['0.833333', '0.416667', '0.208333']);
  expect(medianDays).toBe(30);
});

it('the median of 21 leukaemia patients lies between 13 weeks and what is not known (E126)', () => {
  // Freireich and others 1963, as R's survfit(conf.type = "log-log") tells it: 23 (13, NA).
  const found = survivalOf(
    durations([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]),
  );
  expect([found.medianDays, found.low, found.high]).toEqual([23, 13, null]);
  // Those without treatment: 8 (4, 11).
  const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
  const without = survivalOf(durations(placebo, []));
  expect([without.medianDays, without.low, without.high]).toEqual([8, 4, 11]);
});

it('where most have not come back there is no median, and none of nobody (E74)', () => {
  expect(survivalOf(durations([5], [10, 10, 10]))).toMatchObject({
    medianDays: null,
    low: null,
    high: null,
  });
  expect(survivalOf(durations([], []))).toMatchObject({ curve: [], medianDays: null });
});

it('a curve of exactly one half is at one half (E74)', () => {
  expect(survivalOf(durations([3, 7, 8], [9, 9, 9])).medianDays).toBe(8);
});

it('the curve never rises, the median lies in its interval, and no order shows', () => {
  const days = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 });
  fc.assert(
    fc.property(days, days, (closed, open) => {
      const found = survivalOf(durations(closed, open));
      expect(survivalOf(durations(closed.toReversed(), open.toReversed()))).toEqual(found);
      const shares = found.curve.map(({ share }) => share);
      expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      for (const { share, low, high } of found.curve) {
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      }
      if (found.medianDays === null) return;
      expect(found.low ?? Infinity).toBeLessThanOrEqual(found.medianDays);
      expect(found.high ?? Infinity).toBeGreaterThanOrEqual(found.medianDays);
    }),
  );
});
