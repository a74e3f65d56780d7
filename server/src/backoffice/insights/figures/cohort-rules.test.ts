import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIX_AS_OF, SIX_SHOPPERS } from '../../../testing/six-shoppers.ts';
import { createCohorts } from './cohort-rules.ts';
import { monthName } from './day-rules.ts';

const cohortsOf = (shoppers: readonly (readonly number[])[], asOf = SIX_AS_OF) => {
  const counting = createCohorts(asOf);
  for (const days of shoppers) counting.add(days);
  return counting.read();
};

describe('cohorts of six shoppers (E73)', () => {
  it('have the sizes, the returns and the sums of the reference', () => {
    const { cohorts, shoppers, repeaters } = cohortsOf(SIX_SHOPPERS);
    expect(cohorts.map(({ month, ...rest }) => ({ month: monthName(month), ...rest }))).toEqual([
      { month: '2026-01', size: 3, again: [0, 2, 0, 1], cumulative: [0, 2, 2, 2] },
      { month: '2026-02', size: 2, again: [0, 1, 1], cumulative: [0, 1, 1] },
      { month: '2026-04', size: 1, again: [1], cumulative: [1] },
    ]);
    expect([repeaters, shoppers]).toEqual([4, 6]);
  });

  it('nobody has none', () => {
    expect(cohortsOf([[]])).toEqual({ cohorts: [], shoppers: 0, repeaters: 0 });
  });
});

const shoppers = fc.array(
  fc
    .uniqueArray(fc.integer({ min: SIX_AS_OF - 700, max: SIX_AS_OF }), { maxLength: 8 })
    .map((days) => days.toSorted((a, b) => a - b)),
  { maxLength: 40 },
);

it('sizes add up to everybody, sums never fall and hold each month, and no order of people shows', () => {
  fc.assert(
    fc.property(shoppers, (all) => {
      const found = cohortsOf(all);
      expect(cohortsOf(all.toReversed())).toEqual(found);
      expect(found.cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(found.shoppers);
      for (const { size, again, cumulative } of found.cohorts) {
        expect(cumulative).toEqual(cumulative.toSorted((a, b) => a - b));
        expect(cumulative.at(-1)).toBeLessThanOrEqual(size);
        for (const [k, count] of again.entries())
          expect(count).toBeLessThanOrEqual(cumulative[k] ?? -1);
      }
    }),
  );
});
