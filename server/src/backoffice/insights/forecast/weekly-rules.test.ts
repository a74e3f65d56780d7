import { describe, expect, it } from 'vitest';
import { expectedOfNew, type BgNbd } from '../../../loyalty/buyers/outlook-rules.ts';
import { totalOf } from './bg-nbd-rules.ts';
import { createWeeks, weeklyOf } from './weekly-rules.ts';

const FIT: BgNbd = { r: 0.6, alpha: 5, a: 1.5, b: 4 };
const AS_OF = 20_000;
const days = (...list: number[]) => list.map((day) => ({ day }));
const weeksOf = (...shoppers: ReturnType<typeof days>[]) => {
  const weeks = createWeeks(AS_OF);
  for (const one of shoppers) weeks.add(one);
  return weeks.read();
};
const HISTORIES = [
  { x: 1, tx: 10, T: 52, count: 300 },
  { x: 3, tx: 40, T: 52, count: 200 },
];

describe('repeat purchases week by week', () => {
  it('counts those of the last 26 weeks, the day itself in the last of them, never the first purchase', () => {
    const { repeats } = weeksOf(
      days(AS_OF - 400, AS_OF - 182, AS_OF - 181, AS_OF - 7, AS_OF - 6, AS_OF, AS_OF + 1),
      days(AS_OF - 3),
      days(AS_OF + 2),
    );
    expect(repeats).toHaveLength(26);
    expect([repeats[0], repeats[24], repeats[25]]).toEqual([1, 1, 2]);
    expect(repeats.reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  it('the fit says of each week what it expects of everybody who had begun by its end', () => {
    const weeks = weeksOf(...Array.from({ length: 10 }, () => days(AS_OF - 14)));
    const { past } = weeklyOf(FIT, weeks, { histories: HISTORIES, horizonWeeks: 26, draws: null });
    const at = (count: number): number => 10 * expectedOfNew(FIT, count);
    expect(past.slice(-3).map(({ fitted }) => fitted)).toEqual([
      0,
      expect.closeTo(at(1), 5),
      expect.closeTo(at(2) - at(1), 5),
    ]);
    expect(past.at(-1)?.from).toBe(new Date((AS_OF - 6) * 86_400_000).toISOString().slice(0, 10));
  });

  it('the weeks to come add up to the total of the horizon, whatever its last step is', () => {
    const weeks = weeksOf(days(AS_OF - 14));
    const asked = {
      histories: HISTORIES,
      horizonWeeks: 26,
      draws: [0.5, 0.6, 0.7].map((r) => ({ ...FIT, r })),
    };
    const { coming } = weeklyOf(FIT, weeks, asked);
    expect(coming.map((step) => step.weeks)).toEqual([4, 4, 4, 4, 4, 4, 2]);
    const sum = coming.reduce((all, step) => all + (step.value ?? Number.NaN) * step.weeks, 0);
    expect(sum).toBeCloseTo(totalOf(FIT, HISTORIES, 26), 3);
    // Later weeks fall with r where earlier ones rise: the fit itself lies anywhere between.
    for (const { low, high } of coming) expect(low).toBeLessThan(high ?? Number.NaN);
    expect(coming[0]?.low).toBeLessThan(coming[0]?.value ?? Number.NaN);
    const unsure = weeklyOf(FIT, weeks, { ...asked, draws: null }).coming;
    expect(unsure[0]).toMatchObject({ low: null, high: null });
  });
});
