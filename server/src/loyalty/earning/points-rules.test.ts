import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { pointsOf } from './points-rules.ts';

const FULL = { amountMinor: 250, points: 5, wholeSteps: true } as const;
const of = (basisMinor: number, factors: readonly string[] = []): number =>
  pointsOf({ fixed: undefined, rate: FULL, basisMinor, rounding: 'floor' }, factors);

/** Lays one full amount after the other on the table, until the next is not there any more. */
const countedOut = (basisMinor: number, amountMinor: number, points: number): number => {
  let earned = 0;
  for (let paid = amountMinor; paid <= basisMinor; paid += amountMinor) earned += points;
  return earned;
};

describe('a rate that counts whole steps', () => {
  it.each([
    [0, 0],
    [249, 0],
    [250, 5],
    [499, 5],
    [500, 10],
    [3600, 70],
  ])('of 5 points for each full 2.50 gives for %i cents %i points', (basis, points) => {
    expect(of(basis)).toBe(points);
  });

  it('gives what counting step by step gives, whatever the rounding', () => {
    fc.assert(
      fc.property(
        fc.nat(200_000),
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(50),
        fc.constantFrom('floor' as const, 'round' as const, 'ceil' as const),
        (basisMinor, amountMinor, points, rounding) => {
          const rate = { amountMinor, points, wholeSteps: true } as const;
          const whole = pointsOf({ fixed: undefined, rate, basisMinor, rounding }, []);
          expect(whole).toBe(countedOut(basisMinor, amountMinor, points));
          // In proportion it is never less, and by less than one step more.
          const rated = { amountMinor, points };
          const inProportion = pointsOf(
            { fixed: undefined, rate: rated, basisMinor, rounding: 'floor' },
            [],
          );
          expect(inProportion - whole).toBeGreaterThanOrEqual(0);
          expect(inProportion - whole).toBeLessThan(Math.max(1, points));
        },
      ),
    );
  });

  it('is multiplied after its steps are counted, and rounded then', () => {
    expect(of(749, ['1.5'])).toBe(15);
    expect(of(250, ['1.5'])).toBe(7);
  });

  it('counts the steps of the largest amounts exactly', () => {
    const rate = { amountMinor: 3, points: 1, wholeSteps: true } as const;
    const basisMinor = LIMITS.pointsMax * 3 - 1;
    expect(pointsOf({ fixed: undefined, rate, basisMinor, rounding: 'ceil' }, [])).toBe(
      LIMITS.pointsMax - 1,
    );
  });
});
