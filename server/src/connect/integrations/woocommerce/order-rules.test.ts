import { describe, expect, it } from 'vitest';
import { withRefunds } from '../contract/refund-rules.ts';
import { isPart, readOrder } from './order-rules.ts';
import { orderPayload, refundPayload } from './payload-rules.ts';

const AT = '2026-11-01T10:00:00';

const line = (id: number, total: string, tax = '0.00') => ({
  id,
  name: 'Tea',
  product_id: 93,
  variation_id: 0,
  quantity: 1,
  subtotal: total,
  total,
  total_tax: tax,
});
const read = (extra: Record<string, unknown>, named: readonly unknown[] = []) => {
  const order = orderPayload.parse({
    id: 1,
    status: 'processing',
    currency: 'USD',
    date_created_gmt: AT,
    date_modified_gmt: AT,
    date_paid_gmt: AT,
    customer_id: 7,
    line_items: [line(1, '100.00')],
    ...extra,
  });
  return readOrder(order, { isFetched: true, named: named.map((one) => refundPayload.parse(one)) });
};
/** Net and tax of each line, as they are read. */
const moneyOf = (extra: Record<string, unknown>): [number, number][] =>
  read(extra).state.lines.map((one) => [
    one.priceMinor * one.quantity - one.discountMinor,
    one.taxMinor,
  ]);

describe('an order of WooCommerce, read', () => {
  it.each([
    ['a line below zero', { line_items: [line(1, '100.00'), line(2, '-20.00')] }, [[8000, 0]]],
    ['a fee below zero', { fee_lines: [{ total: '-20.00', total_tax: '0.00' }] }, [[8000, 0]]],
    [
      'the tax of both',
      {
        line_items: [line(1, '100.00', '10.00'), line(2, '-20.00', '-2.00')],
        fee_lines: [{ total: '-10.00', total_tax: '-1.00' }],
      },
      [[7000, 700]],
    ],
    [
      'a line below zero, in proportion',
      { line_items: [line(1, '60.00'), line(2, '30.00'), line(3, '-9.00')] },
      [
        [5400, 0],
        [2700, 0],
      ],
    ],
    ['more than there is', { line_items: [line(1, '5.00'), line(2, '-20.00')] }, [[0, 0]]],
    ['nothing for a fee that adds', { fee_lines: [{ total: '15.00' }] }, [[10_000, 0]]],
    ['a line of nothing', { line_items: [line(1, '0.00'), line(2, '-1.00')] }, [[0, 0]]],
  ])('takes off %s', (_, extra, money) => {
    expect(moneyOf(extra)).toEqual(money);
  });

  it('takes nothing of the goods for a fee that was paid back', () => {
    const { state, refunds } = read(
      { fee_lines: [{ total: '20.00' }], refunds: [{ id: 5, total: '-22.00' }] },
      [
        {
          id: 5,
          date_created_gmt: AT,
          amount: '22.00',
          line_items: [],
          fee_lines: [{ total: '-20.00', total_tax: '-2.00' }],
        },
      ],
    );
    const full = withRefunds(state, refunds);
    expect(full.refundedOtherMinor).toBe(0);
    expect(full.lines[0]?.refundedMinor).toBe(0);
  });

  it('is a part where it has a parent, and else is not', () => {
    expect([undefined, null, '0', '12'].map((one) => isPart({ parent_id: one }))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});
