import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderState, type OrderRequest, type OrderState } from '@okaeri/shared/orders';
import { aLine, anOrder } from '../../../testing/order-states.ts';
import { chargedMinor, excessMinor, keptMinor, toleranceOf, totalWarnings } from './total-rules.ts';

const order = (of: Partial<OrderRequest>): OrderState => orderState.parse({ ...anOrder(), ...of });
const codes = (of: Partial<OrderRequest>): string[] =>
  totalWarnings(order(of)).map(({ code }) => code);

describe('an order held against the platform’s own total', () => {
  it('has no warning where the platform says nothing', () => {
    expect(codes({ lines: [aLine('a', 100)] })).toEqual([]);
  });

  it('may differ by a minor unit for each line and one for the shipping, and no more', () => {
    const lines = [aLine('a', 1000), aLine('b', 1000)];
    for (const [totalMinor, expected] of [
      [2000, []],
      [2003, []],
      [1997, []],
      [2004, ['totalDiffers']],
      [1996, ['totalDiffers']],
    ] as const)
      expect(codes({ lines, platformTotal: { totalMinor } })).toEqual(expected);
  });

  it('counts tax once, shipping, and what is neither', () => {
    const lines = [{ ...aLine('a', 1000), taxMinor: 100 }];
    const rest = { lines, shippingMinor: 500, shippingTaxMinor: 50 };
    const elsewhereMinor = 700;
    const net = { ...rest, platformTotal: { totalMinor: 2350, elsewhereMinor } };
    expect(codes(net)).toEqual([]);
    const gross = { ...rest, taxesIncluded: true };
    expect(codes({ ...gross, platformTotal: { totalMinor: 2200, elsewhereMinor } })).toEqual([]);
    expect(codes({ ...gross, platformTotal: { totalMinor: 2350, elsewhereMinor } })).toEqual([
      'totalDiffers',
    ]);
  });

  it('has none where what is left agrees: an edit has changed what is charged', () => {
    const lines = [{ ...aLine('a', 5000), refundedMinor: 5000 }, aLine('b', 3000)];
    const reported = { totalMinor: 5000, keptMinor: 3000 };
    expect(codes({ lines, platformTotal: reported })).toEqual([]);
    expect(codes({ lines, platformTotal: { ...reported, keptMinor: 2000 } })).toEqual([
      'totalDiffers',
    ]);
  });

  it('has none whatever the order is, where the platform counts as we do', () => {
    const money = fc.nat({ max: 100_000 });
    const line = fc.record({ price: money, tax: money, discount: money });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), money, fc.boolean(), (all, shipping, isIn) => {
        const lines = all.map(({ price, tax, discount }, i) => ({
          ...aLine(String(i), price),
          taxMinor: tax,
          discountMinor: discount,
        }));
        let totalMinor = shipping;
        for (const { price, tax, discount } of all)
          totalMinor += Math.max(0, price - discount) + (isIn ? 0 : tax);
        const of = { lines, shippingMinor: shipping, taxesIncluded: isIn };
        expect(codes({ ...of, platformTotal: { totalMinor } })).toEqual([]);
      }),
    );
  });
});

describe('the money of an order', () => {
  const taxed = { lines: [aLine('a', 1000, { quantity: 2, discountMinor: 300, taxMinor: 70 })] };
  const shipped = { shippingMinor: 500, shippingTaxMinor: 50 };

  it.each([
    ['none', [], 1],
    ['one', [aLine('a', 1)], 2],
    ['two', [aLine('a', 1), aLine('b', 1)], 3],
  ])('may be off by one for each line and one for the shipping: lines %s', (_, lines, by) => {
    expect(toleranceOf({ lines })).toBe(by);
  });

  it.each([
    ['pieces less the discount, and the tax', taxed, 1770],
    ['no tax beside prices that contain it', { ...taxed, taxesIncluded: true }, 1700],
    ['shipping and its tax', { lines: [], ...shipped }, 550],
    [
      'no tax beside shipping that contains it',
      { lines: [], ...shipped, taxesIncluded: true },
      500,
    ],
    [
      'nothing of a line whose discount is more than it',
      { lines: [aLine('a', 1, { discountMinor: 2 })] },
      0,
    ],
  ])('that was charged is %s', (_, of, charged) => {
    expect(chargedMinor(order(of))).toBe(charged);
  });

  const line = (refundedMinor: number, id = 'a') => aLine(id, 1000, { refundedMinor });
  it.each([
    ['of nothing is nothing', { lines: [] }, 0],
    ['of a line is what was not refunded', { lines: [line(1)] }, 999],
    [
      'of a line that gave back more than it cost is nothing, and others are not less',
      { lines: [line(1001), line(0, 'b')] },
      1000,
    ],
    [
      'of the shipping is what was not refunded',
      { lines: [], ...shipped, refundedShippingMinor: 50 },
      500,
    ],
    [
      'of the shipping is never below nothing',
      { lines: [line(0)], refundedShippingMinor: 5 },
      1000,
    ],
    [
      'of what is elsewhere is what was not refunded',
      {
        lines: [],
        platformTotal: { totalMinor: 0, elsewhereMinor: 700, refundedElsewhereMinor: 100 },
      },
      600,
    ],
    [
      'is all three together',
      { lines: [line(1)], ...shipped, platformTotal: { totalMinor: 0, elsewhereMinor: 700 } },
      2249,
    ],
    [
      'is less by what was refunded without a name',
      { lines: [line(0)], refundedOtherMinor: 999 },
      1,
    ],
    ['is never below nothing', { lines: [line(0)], refundedOtherMinor: 1001 }, 0],
  ] satisfies [string, Partial<OrderRequest>, number][])('that is left %s', (_, of, kept) => {
    expect(keptMinor(order(of))).toBe(kept);
  });

  it.each([
    ['nothing where lines gave back what they cost', [line(1000)], 0],
    ['nothing where lines gave back less, whatever others did', [line(0), line(1001, 'b')], 1],
    ['what all lines gave back beyond what they cost', [line(1001), line(1002, 'b')], 3],
  ])('that refunds name too much is %s', (_, lines, excess) => {
    expect(excessMinor(order({ lines }))).toBe(excess);
  });

  it.each([
    ['as far as the tolerance', 998, []],
    ['as far as the tolerance, the other way', 1002, []],
    ['further', 1003, ['totalDiffers']],
  ])('that is left may differ %s', (_, reported, expected) => {
    const platformTotal = { totalMinor: 5000, keptMinor: reported };
    expect(codes({ lines: [line(0)], platformTotal })).toEqual(expected);
  });

  it('that differs is reported with what was read and what the platform says', () => {
    const platformTotal = { totalMinor: 5000, elsewhereMinor: 7 };
    expect(totalWarnings(order({ lines: [line(0)], platformTotal }))).toEqual([
      {
        code: 'totalDiffers',
        path: 'platformTotal.totalMinor',
        message: 'What was read comes to 1007 minor units, and the platform says 5000.',
        readMinor: 1007,
        toldMinor: 5000,
      },
    ]);
  });
});
