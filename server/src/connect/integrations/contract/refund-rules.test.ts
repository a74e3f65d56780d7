import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aLine, anOrder } from '../../../testing/order-states.ts';
import { orderState, type OrderState } from '@okaeri/shared/orders';
import { withoutRefunds, withRefunds } from './refund-rules.ts';
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

describe('what one refund takes', () => {
  it('has the tax in it, where prices do not', () => {
    const lines = [{ lineId: 'a', quantity: 1, netMinor: 1000, taxMinor: 200 }];
    expect(taken({ one: refund({ lines }) }).a).toBe(1200);
    expect(taken({ one: refund({ lines }) }, { ...base(), taxesIncluded: true }).a).toBe(1000);
  });

  it('is everything named but what the merchant kept, where that is known', () => {
    const named = { lines: pieceOf('a', 5000), paidBackMinor: 2000 };
    expect(taken({ one: refund({ ...named, keptBackMinor: 1000 }) }).a).toBe(4000);
    expect(taken({ one: refund({ ...named, keptBackMinor: 4000 }) }).a).toBe(2000);
  });

  it.each([
    ['the order’s money as it is', 'USD', 700, 700],
    ['everything there is, in other money', 'EUR', 700, 10_000],
    ['nothing, where none of other money was paid', 'EUR', 0, 0],
  ])('without anything named is %s', (_, currency, paidBackMinor, other) => {
    expect(taken({ one: refund({ currency, paidBackMinor }) }).other).toBe(other);
  });

  it('adds its pieces to those of other refunds, and never to more than there were', () => {
    const of = { ...base(), lines: [aLine('a', 1000, { quantity: 5 }), aLine('b', 5000)] };
    const pieces = (quantity: number) =>
      refund({ lines: [{ lineId: 'a', quantity, netMinor: 0, taxMinor: 0 }] });
    const quantities = (...refunds: PlatformRefund[]) =>
      withRefunds(of, Object.fromEntries(refunds.entries())).lines.map(
        ({ refundedQuantity }) => refundedQuantity,
      );
    expect(quantities(pieces(1), pieces(2))).toEqual([3, 0]);
    expect(quantities(pieces(4), pieces(5))).toEqual([5, 0]);
  });
});

describe('what the platform’s own total says beside the refunds', () => {
  const totalOf = (keptMinor: number, of: Partial<OrderState> = {}): OrderState => ({
    ...base(),
    platformTotal: { totalMinor: 10_000, keptMinor, elsewhereMinor: 0, refundedElsewhereMinor: 0 },
    ...of,
  });

  it('has what was refunded of fees and of things that are no lines here', () => {
    const platformTotal = {
      totalMinor: 13_000,
      keptMinor: 10_000,
      elsewhereMinor: 3000,
      refundedElsewhereMinor: 500,
    };
    const refunds = {
      duty: refund({ elsewhereMinor: 1000, paidBackMinor: 1000 }),
      card: refund({ lines: pieceOf('gift-card', 2000), paidBackMinor: 2000 }),
    };
    expect(withRefunds({ ...base(), platformTotal }, refunds).platformTotal).toEqual({
      ...platformTotal,
      refundedElsewhereMinor: 3000,
    });
    expect(withRefunds(base(), refunds)).not.toHaveProperty('platformTotal');
  });

  it('takes what was exchanged of what is named, and no more than that', () => {
    const part = { lines: pieceOf('a', 5000), paidBackMinor: 2000 };
    expect(taken({ part: refund(part) }, totalOf(5000)).a).toBe(5000);
    expect(taken({ part: refund(part) }, totalOf(4500)).a).toBe(5000);
    expect(taken({ part: refund(part) }, totalOf(7000)).a).toBe(3000);
  });

  it('takes no piece again for the money of an exchange', () => {
    const of = { lines: [aLine('a', 2500, { quantity: 2 }), aLine('b', 5000)] };
    const part = refund({ lines: pieceOf('a', 5000), paidBackMinor: 2000 });
    expect(withRefunds(totalOf(5000, of), { part }).lines[0]).toMatchObject({
      refundedQuantity: 1,
      refundedMinor: 5000,
    });
  });

  it('may differ by a minor unit for each line and one for the shipping', () => {
    const part = refund({ lines: pieceOf('a', 5000), paidBackMinor: 2000 });
    expect(taken({ part }, totalOf(7997)).a).toBe(2000);
    expect(taken({ part }, totalOf(7996)).a).toBe(2004);
  });

  it('then takes of what was paid back for something else, only as much as is still missing', () => {
    const refunds = {
      part: refund({ lines: pieceOf('a', 4000), paidBackMinor: 3000 }),
      edit: refund({ lines: pieceOf('b', 2000) }),
      paid: refund({ paidBackMinor: 2000 }),
    };
    expect(taken(refunds, totalOf(3500))).toEqual({ a: 4000, b: 2000, shipping: 0, other: 500 });
  });

  it('takes what was named of a line beyond its price as well', () => {
    const refunds = {
      edit: refund({ lines: pieceOf('a', 5200) }),
      paid: refund({ paidBackMinor: 300 }),
    };
    expect(taken(refunds, totalOf(4500))).toEqual({ a: 5200, b: 0, shipping: 0, other: 500 });
  });

  it('adds what it takes to what falls on no part already', () => {
    const refunds = {
      edit: refund({ lines: pieceOf('a', 1000) }),
      paid: refund({ paidBackMinor: 1500 }),
    };
    expect(taken(refunds, totalOf(8000)).other).toBe(1000);
  });
});

it('a state without refunds has nothing refunded, and else stays as it is', () => {
  const refunded = {
    ...base(500),
    lines: [aLine('a', 5000, { refundedQuantity: 1, refundedMinor: 5000 }), aLine('b', 5000)],
    refundedShippingMinor: 100,
    refundedOtherMinor: 77,
  };
  expect(withoutRefunds(refunded)).toEqual(base(500));
  const total = { totalMinor: 10_500, keptMinor: 5400, elsewhereMinor: 30 };
  expect(
    withoutRefunds({ ...refunded, platformTotal: { ...total, refundedElsewhereMinor: 30 } }),
  ).toEqual({ ...base(500), platformTotal: { ...total, refundedElsewhereMinor: 0 } });
});
