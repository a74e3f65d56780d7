import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountingOf,
  developed,
  factorsOf,
  LADDER_COLUMNS,
  type IssueMonth,
} from './ladder-rules.ts';

const row = (month: number, issued: number, redeemed: readonly number[]): IssueMonth => ({
  month,
  issued,
  redeemed,
  left: issued - (redeemed.at(-1) ?? 0),
});
const ROWS = [
  row(0, 1000, [120, 220, 280, 300]),
  row(1, 1200, [150, 270, 340]),
  row(2, 900, [100, 190]),
  row(3, 1500, [200]),
];

describe('the development of four months (E79)', () => {
  it('has the factors 1.837838, 1.265306, 1.071429, and then none', () => {
    const [a, b, c, ...later] = factorsOf(ROWS);
    expect([a, b, c].map((factor) => factor?.toFixed(6))).toEqual([
      '1.837838',
      '1.265306',
      '1.071429',
    ]);
    expect(later).toEqual(Array.from({ length: LADDER_COLUMNS - 4 }, () => 1));
  });

  it('comes to 300, 364.285714, 257.580175, 498.305886', () => {
    const found = developed(ROWS);
    expect(found.map(({ ultimate }) => ultimate.toFixed(6))).toEqual([
      '300.000000',
      '364.285714',
      '257.580175',
      '498.305886',
    ]);
    expect(found.map(({ ultimate }, i) => (ultimate / (ROWS[i]?.issued ?? 0)).toFixed(3))).toEqual([
      '0.300',
      '0.304',
      '0.286',
      '0.332',
    ]);
  });

  it('leaves 0, 24.285714, 67.580175, 298.305886, together 390.17', () => {
    const expected = developed(ROWS).map((one) => one.expected);
    expect(expected.map((points) => points.toFixed(6))).toEqual([
      '0.000000',
      '24.285714',
      '67.580175',
      '298.305886',
    ]);
    expect(expected.reduce((sum, points) => sum + points, 0)).toBeCloseTo(390.17, 2);
  });

  it('leaves no more than is there: points past their expiry add nothing', () => {
    const expired = ROWS.map((one) => (one.month === 3 ? { ...one, left: 40 } : one));
    expect(developed(expired).at(-1)?.expected).toBe(40);
    expect(developed(expired).at(-1)?.ultimate).toBeCloseTo(498.305886, 6);
  });

  it('of months of which nothing was redeemed nothing is expected', () => {
    expect(developed([row(0, 100, [0, 0]), row(1, 100, [0])])).toEqual([
      { ultimate: 0, expected: 0 },
      { ultimate: 0, expected: 0 },
    ]);
  });

  it('lies between nothing and what is left, in whatever order months come', () => {
    const months = fc.array(
      fc
        .record({
          steps: fc.array(fc.nat(50), { minLength: 1, maxLength: LADDER_COLUMNS }),
          unspent: fc.nat(1000),
        })
        .map(({ steps, unspent }) => {
          let sum = 0;
          const redeemed = steps.map((step) => (sum += step));
          return { month: 0, issued: sum + unspent, redeemed, left: unspent };
        }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(months, (rows) => {
        const found = developed(rows);
        expect(developed(rows.toReversed()).toReversed()).toEqual(found);
        for (const [i, { expected }] of found.entries()) {
          expect(expected).toBeGreaterThanOrEqual(0);
          expect(expected).toBeLessThanOrEqual(rows[i]?.left ?? 0);
        }
      }),
    );
  });
});

describe('the accounting lines of 100,000 of sales and 10,000 points (E79)', () => {
  const at = (ultimate: number, redeemed: number) =>
    accountingOf({ sales: 100_000, pointValue: 1, promised: 9700, ultimate, redeemed });

  it('are products 91,157.70 and points 8,842.30', () => {
    expect(at(9700, 0).products).toBeCloseTo(91_157.7, 2);
    expect(at(9700, 0).points).toBeCloseTo(8842.3, 2);
  });

  it('recognise 4,102.10 of 4,500, then 3,489.77 more, and leave 1,250.43', () => {
    const [second, third] = [at(9700, 4500), at(9900, 8500)];
    expect(second.recognised).toBeCloseTo(4102.1, 2);
    expect(third.recognised - second.recognised).toBeCloseTo(3489.77, 2);
    expect(third.left).toBeCloseTo(1250.43, 2);
  });

  it('without sales or points there is nothing to divide', () => {
    const none = { sales: 0, pointValue: 1, promised: 0, ultimate: 0, redeemed: 0 };
    expect(accountingOf(none)).toEqual({ products: 0, points: 0, recognised: 0, left: 0 });
  });
});
