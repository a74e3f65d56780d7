import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIX_AS_OF, SIX_SHOPPERS } from '../../../testing/six-shoppers.ts';
import { createChurn } from './churn-rules.ts';
import { dayOfDate, monthName } from './day-rules.ts';

const shoppers = fc.array(
  fc
    .uniqueArray(fc.integer({ min: SIX_AS_OF - 700, max: SIX_AS_OF }), { maxLength: 8 })
    .map((days) => days.toSorted((a, b) => a - b)),
  { maxLength: 40 },
);

describe('churn (E71, E73)', () => {
  const churnOf = (all: readonly (readonly number[])[], asOf = SIX_AS_OF) => {
    const counting = createChurn(asOf, { lapsedDays: 60, months: 4 });
    for (const days of all) counting.add(days);
    return counting.read().map(({ month, active, lost }) => [monthName(month), active, lost]);
  };

  it('counts who was active when a month began, and who came to the end of 60 days within it', () => {
    expect(churnOf(SIX_SHOPPERS)).toEqual([
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
