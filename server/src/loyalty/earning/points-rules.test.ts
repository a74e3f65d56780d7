import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type { ProgramDocument } from '@okaeri/shared/program';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import { documentWith } from '../../testing/rule-inputs.ts';
import { expiryOf, pointsOf, PointsOutOfRangeError, productOf, rateOf } from './points-rules.ts';

type Expiry = ProgramDocument['expiry'];

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

describe('the rate of a rule', () => {
  const dollar = { amountMinor: 100, points: 1 };
  it.each([
    ['is none where its points are fixed', { fixed: 5 }, null],
    [
      'is that of the currency',
      { per: { USD: dollar, EUR: { amountMinor: 1, points: 2 } } },
      dollar,
    ],
    ['is unknown for a currency it does not name', { per: { EUR: dollar } }, undefined],
  ])('%s', (_, points, rate) => {
    expect(rateOf(points, 'USD')).toEqual(rate);
  });
});

describe('points that are rounded once', () => {
  const rate = { amountMinor: 100, points: 1 };
  it.each([
    ['floor', 149, [], 1],
    ['round', 149, [], 1],
    ['round', 150, [], 2],
    ['ceil', 100, [], 1],
    ['ceil', 101, [], 2],
    ['floor', 150, ['1.5'], 2],
    ['floor', 100, ['1.5', '1.5'], 2],
    ['ceil', 100, ['1.5', '1.5'], 3],
    ['floor', 100, ['1'], 1],
  ] as const)('by %s of %i cents times %j are %i', (...[rounding, basisMinor, factors, points]) => {
    expect(pointsOf({ fixed: undefined, rate, basisMinor, rounding }, factors)).toBe(points);
  });

  it.each([
    [1, ['1'], 1],
    [7, [], 7],
    [7, ['1.5'], 10],
    [undefined, ['2'], 0],
  ])('of a fixed number %s times %j are %i, whatever the basis', (fixed, factors, points) => {
    expect(pointsOf({ fixed, rate: null, basisMinor: 999, rounding: 'floor' }, factors)).toBe(
      points,
    );
  });

  it('may be as many as can be counted, and not one more', () => {
    const most = { rate: null, basisMinor: 0, rounding: 'floor' } as const;
    expect(pointsOf({ ...most, fixed: LIMITS.pointsMax }, [])).toBe(LIMITS.pointsMax);
    expect(() => pointsOf({ ...most, fixed: LIMITS.pointsMax + 1 }, [])).toThrow(
      PointsOutOfRangeError,
    );
  });
});

describe('the product of factors', () => {
  it.each([
    [[], '1'],
    [['1'], '1'],
    [['2'], '2'],
    [['10'], '10'],
    [['1.50'], '1.5'],
    [['1.5', '2'], '3'],
    [['1.5', '1.5'], '2.25'],
    [['1.0001', '1.0001'], '1.00020001'],
    [['0.5', '0.1'], '0.05'],
    [['999.9999'], '999.9999'],
  ])('%j is %s', (factors, product) => {
    expect(productOf(factors)).toBe(product);
  });
});

describe('when points end', () => {
  const at = Date.parse('2026-03-10T12:00:00Z');
  const never = { expireAt: NEVER_AT, idleDays: 0, limited: false };
  const ends = (day: string) => ({ ...never, expireAt: Date.parse(day) });
  const calendar = (minimumDays: number): Expiry => ({
    kind: 'calendar',
    on: ['03-31', '12-31'],
    minimumDays,
  });

  it.each([
    ['is never', { kind: 'never' }, never],
    [
      'is so many days from when they can be spent',
      { kind: 'perLot', days: 1 },
      { ...never, expireAt: at + DAY_MS },
    ],
    [
      'is after so many days without activity',
      { kind: 'inactivity', days: 90, activities: ['order'] },
      { ...never, idleDays: 90 },
    ],
    ['is the end of the next such day', calendar(0), ends('2026-04-01')],
    [
      'is the end of a day that leaves them long enough, to the day',
      calendar(21),
      ends('2026-04-01'),
    ],
    [
      'is the end of the day after one that leaves them too little',
      calendar(22),
      ends('2027-01-01'),
    ],
  ] satisfies [string, Expiry, object][])('by the programme %s', (_, expiry, result) => {
    const document = documentWith({ expiry });
    expect(expiryOf(document, null, at)).toEqual(result);
  });

  const document = documentWith({ expiry: { kind: 'perLot', days: 1 } });
  it.each([
    ['so many days from then', { kind: 'perLot', days: 2 }, at + 2 * DAY_MS],
    ['an instant', { kind: 'fixed', at: '2026-05-01T00:00:00Z' }, Date.parse('2026-05-01')],
  ] as const)('by the rule’s own %s makes them limited-time points', (_, own, expireAt) => {
    expect(expiryOf(document, own, at)).toEqual({ expireAt, idleDays: 0, limited: true });
  });

  it.each([
    ['the programme’s expiry', 'are no limited-time points', null, false],
    ['an expiry of their own', 'are limited-time points', { kind: 'perLot', days: 2 }, true],
  ] as const)(
    'points under %s that can never be spent never expire, and %s',
    (_, __, own, limited) => {
      expect(expiryOf(document, own, NEVER_AT)).toEqual({ ...never, limited });
      expect(expiryOf(document, own, NEVER_AT - 1).expireAt).toBeGreaterThan(NEVER_AT - 1);
    },
  );
});
