import { describe, expect, it } from 'vitest';
import { orderOf } from '../../../testing/shopify-payloads.ts';
import { purseOf } from './money-rules.ts';
import { orderPayload } from './payload-rules.ts';
import { aLine, anOrder } from '../../../testing/order-states.ts';
import { totalOf, withKept } from './total-rules.ts';

const total = (extra: Record<string, unknown>, choice: 'shop' | 'presentment' = 'shop') => {
  const order = orderPayload.parse(orderOf([{ id: 1, price: '10.00' }], extra));
  return totalOf(order, purseOf(order, choice));
};

describe('the total Shopify gives for an order', () => {
  it('is nothing where it is missing, or given in another currency than counts', () => {
    expect(total({})).toBeNull();
    const shown = { presentment_currency: 'EUR', total_price: '10.00' };
    expect(total(shown, 'presentment')).toBeNull();
    expect(total(shown)).toMatchObject({ totalMinor: 1000 });
  });

  it('does not lose the order where it, or a part of it, is no amount', () => {
    expect(total({ total_price: 'ten' })).toBeNull();
    expect(total({ total_price: '-1.00' })).toBeNull();
    expect(total({ total_price: '0.00' })).toEqual({
      totalMinor: 0,
      keptMinor: null,
      elsewhereMinor: 0,
      refundedElsewhereMinor: 0,
    });
    expect(total({ total_price: '10.00', total_tip_received: 'some' })).toBeNull();
  });

  it('has what is left only where that is given, and never less than nothing', () => {
    expect(total({ total_price: '10.00' })?.keptMinor).toBeNull();
    const kept = { total_price: '10.00', current_total_price: '4.50' };
    expect(total(kept)?.keptMinor).toBe(450);
    expect(total({ ...kept, current_total_price: '-1.00' })?.keptMinor).toBe(0);
  });
});

describe('what the total of an order at Shopify has beside its goods', () => {
  const elsewhere = (line: Record<string, unknown>, extra: Record<string, unknown> = {}) => {
    const lines = [
      { id: 1, price: '10.00' },
      { id: 2, price: '50.00', tax: '5.00', extra: line },
    ];
    const order = orderPayload.parse(orderOf(lines, { total_price: '99.00', ...extra }));
    return totalOf(order, purseOf(order, 'shop'))?.elsewhereMinor;
  };
  const tipped = { total_tip_received: '2.00' };

  it.each([
    ['a gift card, with its tax', { gift_card: true }, {}, 5500],
    [
      'a gift card whose price has the tax in it',
      { gift_card: true },
      { taxes_included: true },
      5000,
    ],
    ['a gift card, and a tip that is no line', { gift_card: true }, tipped, 5700],
    ['a tip that is a line, once', { tip: {} }, tipped, 5500],
    ['a tip that is no line', {}, tipped, 200],
    ['nothing else', {}, {}, 0],
  ])('is %s', (_what, line, extra, minor) => {
    expect(elsewhere(line, extra)).toBe(minor);
  });
});

describe('what is left of an order at Shopify that lines were added to', () => {
  const state = (of: Partial<NonNullable<ReturnType<typeof totalOf>>> | null) =>
    anOrder({
      lines: [aLine('1', 5000), aLine('2', 3000)],
      platformTotal:
        of === null
          ? null
          : {
              totalMinor: 5000,
              keptMinor: null,
              elsewhereMinor: 0,
              refundedElsewhereMinor: 0,
              ...of,
            },
    });
  const keptOf = (
    of: Parameters<typeof state>[0],
    { paid = [], left = 1 }: { paid?: readonly (number | null)[]; left?: number | null } = {},
  ) => {
    const lines = [{ id: 1, price: '50.00', extra: { current_quantity: left } }];
    const refunds = paid.map((paidBackMinor, index) => {
      const refund = { at: 0, lines: [], shippingNetMinor: 0, shippingTaxMinor: 0, paidBackMinor };
      return [String(index), refund] as const;
    });
    const order = orderPayload.parse(orderOf(lines));
    return withKept(state(of), order, Object.fromEntries(refunds)).platformTotal?.keptMinor;
  };

  it('is what was charged at first less what was paid back, and never less than nothing', () => {
    expect(keptOf({})).toBe(5000);
    expect(keptOf({}, { paid: [2000, null, 500] })).toBe(2500);
    expect(keptOf({}, { paid: [5000] })).toBe(0);
    expect(keptOf({}, { paid: [9000] })).toBe(0);
  });

  it('is not known where nothing says so: no total, no edits, or nothing added', () => {
    expect(keptOf(null)).toBeUndefined();
    expect(keptOf({}, { left: null })).toBeNull();
    expect(keptOf({ totalMinor: 8000 })).toBeNull();
    // Three minor units may be rounding, for two lines.
    expect(keptOf({ totalMinor: 7997 })).toBeNull();
    expect(keptOf({ totalMinor: 7996 })).toBe(7996);
    expect(keptOf({ totalMinor: 8000, elsewhereMinor: 100 })).toBe(8000);
  });

  it('stays what the platform itself says', () => {
    expect(keptOf({ keptMinor: 1234 })).toBe(1234);
  });
});
