import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withUse, type PeriodUsage } from './usage-rules.ts';

const use = fc.record({
  periodAt: fc.integer({ min: 0, max: 3 }),
  times: fc.integer({ min: -2, max: 2 }),
  points: fc.integer({ min: -500, max: 500 }),
});

describe('usages with one more use', () => {
  it.each([
    ['begin a period that had none', [], [{ periodAt: 1, times: 1, points: 5 }]],
    [
      'add to the same period',
      [{ periodAt: 1, times: 2, points: 7 }],
      [{ periodAt: 1, times: 3, points: 12 }],
    ],
    [
      'leave other periods as they are',
      [{ periodAt: 0, times: 2, points: 7 }],
      [
        { periodAt: 0, times: 2, points: 7 },
        { periodAt: 1, times: 1, points: 5 },
      ],
    ],
  ] satisfies [string, PeriodUsage[], PeriodUsage[]][])('%s', (_what, before, after) => {
    expect(withUse(before, { periodAt: 1, times: 1, points: 5 })).toEqual(after);
  });

  it('come to the sum of all uses in each period, each period once, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(use), (uses) => {
        const usages = uses.reduce<PeriodUsage[]>(withUse, []);
        for (const periodAt of new Set(uses.map((one) => one.periodAt))) {
          const own = uses.filter((one) => one.periodAt === periodAt);
          const sum = (of: 'times' | 'points'): number =>
            own.reduce((total, one) => total + one[of], 0);
          expect(usages.filter((one) => one.periodAt === periodAt)).toEqual([
            { periodAt, times: sum('times'), points: sum('points') },
          ]);
        }
      }),
    );
  });
});
