import { describe, expect, it } from 'vitest';
import { welch } from './compare-rules.ts';
import { returnOf } from './return-rules.ts';

const lift = welch(
  { n: 4500, mean: 42.1, variance: 60 ** 2 },
  { n: 500, mean: 39.3, variance: 58 ** 2 },
);
if (lift === null) throw new Error('There is a difference.');
const COST = 4500 * 1.1 + 1200;

describe('the return of 4,500 treated against 500 held (E81)', () => {
  const found = returnOf(lift, { treated: 4500, marginShare: 0.45, cost: COST });

  it('has a lift of 2.80 with SE 2.743720 and 623.7 degrees of freedom', () => {
    expect(lift.deviation).toBeCloseTo(2.74372, 6);
    expect(lift.freedom).toBeCloseTo(623.7, 1);
    expect(found.lift.value).toBeCloseTo(2.8, 10);
  });

  it('is −480 net, −11,391 to 10,431, that is −0.08, −1.85 to 1.70', () => {
    expect(found.net?.value).toBeCloseTo(-480, 6);
    expect(Math.round(found.net?.low ?? 0)).toBe(-11_391);
    expect(Math.round(found.net?.high ?? 0)).toBe(10_431);
    expect(found.return?.value.toFixed(2)).toBe('-0.08');
    expect(found.return?.low.toFixed(2)).toBe('-1.85');
    expect(found.return?.high.toFixed(2)).toBe('1.70');
  });

  it('pays from a lift of 3.0370', () => {
    expect(found.paysFromLift).toBeCloseTo(3.037, 4);
  });
});

it('without a margin only the lift is told (E81)', () => {
  const found = returnOf(lift, { treated: 4500, marginShare: null, cost: COST });
  expect(found).toMatchObject({ net: null, return: null, paysFromLift: null, cost: COST });
  expect(found.lift.value).toBeCloseTo(2.8, 10);
});

it('what cost nothing returns no part of its cost (E81)', () => {
  const found = returnOf(lift, { treated: 4500, marginShare: 0.45, cost: 0 });
  expect(found.return).toBeNull();
  expect(found.net?.value).toBeCloseTo(2.8 * 4500 * 0.45, 6);
});
