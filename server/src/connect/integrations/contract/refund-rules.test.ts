import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aLine, anOrder } from '../../../testing/order-states.ts';
import { orderState, type OrderState } from '@okaeri/shared/orders';
import { withRefunds } from './refund-rules.ts';
import type { PlatformRefund } from './documents.ts';

const AT = Date.parse('2026-11-02T10:00:00Z');

const base = (shippingMinor = 0): OrderState =>
  orderState.parse({ ...anOrder(), lines: [aLine('a', 5000), aLine('b', 5000)], shippingMinor });

const refund = (of: Partial<PlatformRefund>): PlatformRefund => ({
  at: AT,
  lines: [],
  shippingNetMinor: 0,
  shippingTaxMinor: 0,
  paidBackMinor: null,
  ...of,
});
const pieceOf = (lineId: string, netMinor: number) => [
  { lineId, quantity: 1, netMinor, taxMinor: 0 },
];

/** What of lines, of shipping and of nothing named was taken. */
const taken = (
  refunds: Readonly<Record<string, PlatformRefund>>,
  of: OrderState = base(),
): { a: number; b: number; shipping: number; other: number } => {
  const { lines, refundedShippingMinor, refundedOtherMinor } = withRefunds(of, refunds);
  const [a, b] = lines.map(({ refundedMinor }) => refundedMinor);
  return { a: a ?? 0, b: b ?? 0, shipping: refundedShippingMinor, other: refundedOtherMinor };
};

describe('what refunds of a platform take of an order', () => {
  it('takes pieces an edit took out once, though they are paid for by a later refund that names nothing', () => {
    const edit = refund({ lines: pieceOf('a', 5000) });
    const paid = refund({ paidBackMinor: 5000 });
    expect(taken({ edit, paid })).toEqual({ a: 5000, b: 0, shipping: 0, other: 0 });
    expect(taken({ paid, edit })).toEqual({ a: 5000, b: 0, shipping: 0, other: 0 });
  });

  it('spreads what was paid back beyond everything that is named', () => {
    const edit = refund({ lines: pieceOf('a', 5000) });
    const paid = refund({ paidBackMinor: 6000 });
    expect(taken({ edit, paid }).other).toBe(1000);
    expect(taken({ typed: refund({ paidBackMinor: 700 }) }).other).toBe(700);
  });

  it('takes nothing of the goods for duties and fees that were paid back', () => {
    expect(taken({ duty: refund({ elsewhereMinor: 3000, paidBackMinor: 3000 }) })).toEqual({
      a: 0,
      b: 0,
      shipping: 0,
      other: 0,
    });
  });

  it('lets goods, shipping and fees bear what was kept back in their shares', () => {
    const lines = pieceOf('a', 4000);
    const all = { lines, shippingNetMinor: 1000, elsewhereMinor: 1000, paidBackMinor: 3000 };
    expect(taken({ all: refund(all) })).toEqual({ a: 2000, b: 0, shipping: 500, other: 0 });
  });

  it('leaves out what is named of something that is no line here', () => {
    const card = refund({ lines: pieceOf('gift-card', 2500), paidBackMinor: 2500 });
    expect(taken({ card })).toEqual({ a: 0, b: 0, shipping: 0, other: 0 });
  });

  it('takes as much as was paid back, whatever is named by which refund, in any order', () => {
    const one = fc.record({
      a: fc.nat({ max: 5000 }),
      shipping: fc.nat({ max: 900 }),
      elsewhere: fc.nat({ max: 900 }),
      paid: fc.nat({ max: 9000 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (all) => {
        const refunds = all.map((wish, i): [string, PlatformRefund] => [
          String(i),
          refund({
            lines: pieceOf('a', wish.a),
            shippingNetMinor: wish.shipping,
            elsewhereMinor: wish.elsewhere,
            paidBackMinor: wish.paid,
          }),
        ]);
        const got = taken(Object.fromEntries(refunds), base(1000));
        expect(taken(Object.fromEntries(refunds.toReversed()), base(1000))).toEqual(got);
        const paid = all.reduce((sum, wish) => sum + wish.paid, 0);
        const elsewhere = all.reduce((sum, wish) => sum + wish.elsewhere, 0);
        const sum = got.a + got.b + got.shipping + got.other;
        expect(sum).toBeLessThanOrEqual(paid);
        expect(sum).toBeGreaterThanOrEqual(paid - elsewhere);
      }),
    );
  });
});
