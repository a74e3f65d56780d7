import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderState, type OrderRequest, type OrderState } from '@okaeri/shared/orders';
import { aLine, anOrder } from '../../../testing/order-states.ts';
import { totalWarnings } from './total-rules.ts';

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
    const told = { totalMinor: 5000, keptMinor: 3000 };
    expect(codes({ lines, platformTotal: told })).toEqual([]);
    expect(codes({ lines, platformTotal: { ...told, keptMinor: 2000 } })).toEqual(['totalDiffers']);
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
