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

  it('has the friend’s code and the quote by its notes', () => {
    const { state } = read({
      meta_data: [
        { key: '_other', value: 'x' },
        { key: '_okaeri_referral', value: 'ADA' },
        { key: '_okaeri_quote', value: 'q1' },
      ],
    });
    expect(state).toMatchObject({ referralCode: 'ADA', quoteId: 'q1' });
  });

  it('has the sum of its shipping, of which nothing below zero counts', () => {
    const { state } = read({
      shipping_lines: [
        { total: '5.00', total_tax: '0.50' },
        { total: '3.00', total_tax: '0.30' },
        { total: '-2.00', total_tax: '-0.20' },
      ],
    });
    expect(state).toMatchObject({ shippingMinor: 800, shippingTaxMinor: 80 });
  });

  it.each([
    [
      'fees beside the lines, and what all refunds leave',
      {
        total: '130.00',
        fee_lines: [{ total: '20.00', total_tax: '2.00' }, { total: '-4.00' }],
        refunds: [
          { id: 5, total: '-10.00' },
          { id: 6, total: '-5.00' },
        ],
      },
      { totalMinor: 13_000, keptMinor: 11_500, elsewhereMinor: 2200 },
    ],
    [
      'nothing left where more was refunded',
      { total: '10.00', refunds: [{ id: 5, total: '-11.00' }] },
      { totalMinor: 1000, keptMinor: 0, elsewhereMinor: 0 },
    ],
    [
      'nothing where it is below zero',
      { total: '-1.00' },
      { totalMinor: 0, keptMinor: 0, elsewhereMinor: 0 },
    ],
  ])('has a total of its own, with %s', (_, extra, total) => {
    expect(read(extra).state.platformTotal).toEqual({ ...total, refundedElsewhereMinor: 0 });
  });

  it('has the sum alone of a refund that was not asked for', () => {
    expect(read({ refunds: [{ id: 5, total: '-10.00' }] }).refunds).toEqual({
      5: {
        at: Date.parse(`${AT}Z`),
        lines: [],
        shippingNetMinor: 0,
        shippingTaxMinor: 0,
        paidBackMinor: 1000,
      },
    });
  });

  it('has of a refund that was asked for the lines that say whose they are, and its shipping', () => {
    const piece = (value: unknown) => ({
      quantity: -2,
      total: '-20.00',
      total_tax: '-2.00',
      meta_data: [
        { key: '_other', value: 9 },
        { key: '_refunded_item_id', value },
      ],
    });
    const { refunds } = read({ refunds: [{ id: 5, total: '-50.00' }] }, [
      {
        id: 5,
        date_created_gmt: AT,
        amount: '50.00',
        line_items: [piece('1'), piece(2), piece(null)],
        shipping_lines: [{ total: '-3.00', total_tax: '-0.30' }, { total: '-1.00' }],
      },
    ]);
    const line = { quantity: 2, netMinor: 2000, taxMinor: 200 };
    expect(refunds['5']).toEqual({
      at: Date.parse(`${AT}Z`),
      lines: [
        { lineId: '1', ...line },
        { lineId: '2', ...line },
      ],
      shippingNetMinor: 400,
      shippingTaxMinor: 30,
      elsewhereMinor: 0,
      paidBackMinor: 5000,
    });
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
