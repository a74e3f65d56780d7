import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { createRandom, seedOf } from '../../../platform/lib/random-rules.ts';
import { createIssues, type Issue } from './issue-rules.ts';

const SEED = seedOf('shop', 'liability', '2026-04-30');
const of = (people: readonly (readonly Issue[])[], asOfMonth = 3) => {
  const issues = createIssues(asOfMonth);
  for (const one of people) issues.add(one);
  return issues.read(SEED);
};
const issue = (month: number, issued: number, steps: readonly number[]): Issue => ({
  month,
  issued,
  left: issued - steps.reduce((sum, points) => sum + points, 0),
  redeemed: steps
    .map((points, after) => [after, points] as const)
    .filter(([, points]) => points > 0),
});
/** The triangle of the reference, a shopper a row. */
const FOUR = [
  [issue(0, 1000, [120, 100, 60, 20])],
  [issue(1, 1200, [150, 120, 70])],
  [issue(2, 900, [100, 90])],
  [issue(3, 1500, [200])],
];

describe('what will still be redeemed (E79)', () => {
  it('is 390.17 of the reference’s triangle, whoever holds its points', () => {
    expect(of(FOUR)?.points).toBeCloseTo(390.17, 2);
    expect(of(FOUR)?.rows.map(({ redeemed }) => redeemed)).toEqual([
      [120, 220, 280, 300],
      [150, 270, 340],
      [100, 190],
      [200],
    ]);
    const one = FOUR.flat();
    expect(of([one])).toMatchObject({ people: 1, bootstraps: LIMITS.bootstraps });
    expect(of([one])?.points).toBeCloseTo(390.17, 2);
    // One person drawn 200 times is the same person.
    expect(of([one])?.low).toBeCloseTo(390.17, 2);
  });

  it('of nobody is nothing', () => {
    expect(of([[], []])).toBeNull();
  });

  it('after 24 months everything stands in the last column', () => {
    const late = [
      {
        month: 0,
        issued: 100,
        left: 40,
        redeemed: [
          [2, 20],
          [23, 10],
          [31, 30],
        ],
      },
    ] as const;
    const found = of([late], 40);
    expect(found?.rows[0]?.redeemed).toHaveLength(24);
    expect(found?.rows[0]?.redeemed.at(-1)).toBe(60);
    expect(found?.points).toBe(0);
  });

  it('has an interval that holds it in most shops drawn from the same people', () => {
    const random = createRandom(seedOf('people'));
    const people = Array.from({ length: 400 }, () => {
      const month = random.below(4);
      const steps = Array.from({ length: 4 - month }, () => (random.uniform() < 0.3 ? 25 : 0));
      return [issue(month, 100, steps)];
    });
    const found = of(people);
    expect(found?.low).toBeLessThan(found?.points ?? 0);
    expect(found?.high).toBeGreaterThan(found?.points ?? 0);
    expect((found?.high ?? 0) - (found?.low ?? 0)).toBeLessThan(found?.points ?? 0);
  });

  it('is the same to the last digit in whatever order people come', () => {
    const person = fc
      .uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 })
      .chain((months) =>
        fc.tuple(
          ...months.map((month) =>
            fc
              .array(fc.nat(20), { minLength: 4 - month, maxLength: 4 - month })
              .map((steps) => issue(month, 100, steps)),
          ),
        ),
      );
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (people) => {
        expect(of(people.toReversed())).toEqual(of(people));
      }),
      { numRuns: 20 },
    );
  });
});
