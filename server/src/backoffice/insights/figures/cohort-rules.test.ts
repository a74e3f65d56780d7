import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChurn } from './churn-rules.ts';
import { createCohorts } from './cohort-rules.ts';
import { dayOfDate, monthName } from './day-rules.ts';

/** The six shoppers of the reference, up to 2026-04-30. */
const SIX = [
  ['2026-01-10', '2026-02-03', '2026-04-20'],
  ['2026-01-31', '2026-02-01'],
  ['2026-01-05'],
  ['2026-02-14', '2026-03-30', '2026-04-02'],
  ['2026-02-20'],
  ['2026-04-11', '2026-04-12'],
].map((dates) => dates.map(dayOfDate));
const AS_OF = dayOfDate('2026-04-30');

const cohortsOf = (shoppers: readonly (readonly number[])[], asOf = AS_OF) => {
  const counting = createCohorts(asOf);
  for (const days of shoppers) counting.add(days);
  return counting.read();
};

describe('cohorts of six shoppers (E73)', () => {
  it('have the sizes, the returns and the sums of the reference', () => {
    const { cohorts, shoppers, repeaters } = cohortsOf(SIX);
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
    .uniqueArray(fc.integer({ min: AS_OF - 700, max: AS_OF }), { maxLength: 8 })
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

describe('churn (E71, E73)', () => {
  const churnOf = (all: readonly (readonly number[])[], asOf = AS_OF) => {
    const counting = createChurn(asOf, { lapsedDays: 60, months: 4 });
    for (const days of all) counting.add(days);
    return counting.read().map(({ month, active, lost }) => [monthName(month), active, lost]);
  };

  it('counts who was active when a month began, and who came to the end of 60 days within it', () => {
    expect(churnOf(SIX)).toEqual([
      ['2026-01', 0, 0],
      ['2026-02', 3, 0],
      // A (until 04-04), B (04-02), C (03-06, lost), D (04-15), E (04-21).
      ['2026-03', 5, 1],
      // A and B are lost, E too; D has bought on 03-30.
      ['2026-04', 4, 3],
    ]);
  });

  it('a purchase on the very day keeps, one day later it was lost', () => {
    const first = dayOfDate('2026-02-10');
    const again = (after: number) =>
      churnOf([[first, first + after]])
        .at(-1)
        ?.slice(1);
    expect(again(60)).toEqual([1, 0]);
    expect(again(61)).toEqual([1, 1]);
  });

  it('what is still to come is not lost', () => {
    const first = dayOfDate('2026-03-02');
    expect(churnOf([[first]], first + 59).at(-1)).toEqual(['2026-04', 1, 0]);
    expect(churnOf([[first]], first + 60).at(-1)).toEqual(['2026-05', 1, 1]);
  });

  it('nobody is lost who was not active, and no order of people shows', () => {
    fc.assert(
      fc.property(shoppers, (all) => {
        const found = churnOf(all);
        expect(churnOf(all.toReversed())).toEqual(found);
        for (const [, active, lost] of found)
          expect(Number(lost)).toBeLessThanOrEqual(Number(active));
      }),
    );
  });
});
