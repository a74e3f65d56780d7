import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { customerPayload, gonePayload, orderPayload, refundPayload } from './payload-rules.ts';

const AT = '2026-11-01T10:00:00';
const ORDER = {
  id: 1,
  status: 'processing',
  currency: 'USD',
  date_created_gmt: AT,
  date_modified_gmt: AT,
  customer_id: 7,
};
const LINE = { id: 1, quantity: 1, subtotal: '1.00', total: '1.00' };
const REFUND = { id: 5, date_created_gmt: AT, amount: '1.00' };
const CUSTOMER = { id: 7, date_created_gmt: AT };

/** What a payload is read as; undefined where it is refused. */
const read = <Schema extends z.ZodType>(schema: Schema, body: unknown) => {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : undefined;
};
const order = (extra: object) => read(orderPayload, { ...ORDER, ...extra });
const line = (extra: object) => order({ line_items: [{ ...LINE, ...extra }] })?.line_items[0];

it.each([
  [0, '0'],
  [7, '7'],
  ['0', '0'],
  ['12345678901234567890', '12345678901234567890'],
  ['123456789012345678901', undefined],
  [-1, undefined],
  [1.5, undefined],
  ['', undefined],
  ['one', undefined],
  ['1a', undefined],
  [null, undefined],
])('the customer %j of an order of WooCommerce is read as %j', (customer_id, id) => {
  expect(order({ customer_id })?.customer_id).toBe(id);
});

it.each([
  [AT, Date.parse('2026-11-01T10:00:00Z')],
  ['1970-01-01T00:00:00', 0],
  [`${AT}Z`, undefined],
  [`${AT}+02:00`, undefined],
  [`${AT}.000`, undefined],
  [`x${AT}`, undefined],
  ['2026-11-01 10:00:00', undefined],
  ['2026-11-01', undefined],
  ['', undefined],
  [null, undefined],
])('the moment %j, which is in UTC without saying so, is read as %s', (date_modified_gmt, at) => {
  expect(order({ date_modified_gmt })?.date_modified_gmt).toBe(at);
});

it.each([
  [0, 0],
  [1, 1],
  [0.5, 0.5],
  ['2', 2],
  ['2.5', 2.5],
  ['', 0],
  [1_000_000, 1_000_000],
  ['1000000', 1_000_000],
  [1_000_001, undefined],
  [-1, undefined],
  [-0.01, undefined],
  ['many', undefined],
  [null, undefined],
])('the quantity %j of a line of WooCommerce is read as %s', (quantity, pieces) => {
  expect(line({ quantity })?.quantity).toBe(pieces);
});

it.each([
  ['1.50', '1.50'],
  [1.5, '1.5'],
  [0, '0'],
  ['', ''],
  [null, undefined],
])('the amount %j of a line of WooCommerce is read as the text %j', (total, text) => {
  expect(line({ total })?.total).toBe(text);
});

describe('an order of WooCommerce', () => {
  const LISTS = [
    'line_items',
    'shipping_lines',
    'fee_lines',
    'coupon_lines',
    'refunds',
    'meta_data',
  ] as const;

  it.each([null, undefined])('with lists that are %s has empty ones', (nothing) => {
    const all = order(Object.fromEntries(LISTS.map((name) => [name, nothing])));
    expect(LISTS.map((name) => all?.[name])).toEqual(LISTS.map(() => []));
  });

  it.each(Object.keys(ORDER))('without its %s is refused', (name) => {
    expect(order({})).toBeDefined();
    expect(order({ [name]: undefined })).toBeUndefined();
    expect(order({ [name]: null })).toBeUndefined();
  });

  it('is read without whatever nobody asks for', () => {
    const all = order({ more: 1, line_items: [{ ...LINE, more: 1 }] });
    expect(all).not.toHaveProperty('more');
    expect(all?.line_items).toEqual([{ ...LINE, id: '1' }]);
  });

  it.each([
    { line_items: {} },
    { line_items: [{ ...LINE, id: undefined }] },
    { line_items: [{ ...LINE, subtotal: undefined }] },
    { line_items: [{ ...LINE, total: undefined }] },
    { shipping_lines: [{ total_tax: '1.00' }] },
    { fee_lines: [{ name: 'Wrapping' }] },
    { coupon_lines: [{ code: null }] },
    { refunds: [{ id: 5 }] },
    { refunds: [{ total: '-1.00' }] },
    { meta_data: [{ value: 'x' }] },
    { date_paid_gmt: 'today' },
    { parent_id: 'none' },
    { billing: 'Ada' },
  ])('with %j is refused', (extra) => {
    expect(order(extra)).toBeUndefined();
  });

  it('keeps the value of a note whatever it is', () => {
    const meta_data = [
      { key: 'a', value: { b: [1] } },
      { key: 'c', value: null },
    ];
    expect(order({ meta_data })?.meta_data).toEqual(meta_data);
  });
});

describe('a refund of WooCommerce', () => {
  it('may name no line, no shipping and no fee', () => {
    expect(read(refundPayload, REFUND)).toEqual({
      id: '5',
      date_created_gmt: Date.parse(`${AT}Z`),
      amount: '1.00',
      line_items: [],
      shipping_lines: [],
      fee_lines: [],
    });
  });

  it('has lines with a quantity below zero, as what went is counted', () => {
    const line_items = [{ quantity: '-2', total: '-1.00' }];
    expect(read(refundPayload, { ...REFUND, line_items })?.line_items).toEqual([
      { quantity: -2, total: '-1.00', meta_data: [] },
    ]);
  });
});

it.each([
  ['a refund', refundPayload, REFUND],
  ['a customer', customerPayload, CUSTOMER],
  ['a deletion', gonePayload, { id: 1 }],
] as const)('%s of WooCommerce is refused without any of the fields it needs', (...row) => {
  const [, schema, body] = row;
  expect(schema.safeParse(body).success).toBe(true);
  for (const name of Object.keys(body))
    expect(schema.safeParse({ ...body, [name]: undefined }).success).toBe(false);
});

it('a customer of WooCommerce may never have been changed', () => {
  expect(read(customerPayload, { ...CUSTOMER, date_modified_gmt: null })).toEqual({
    id: '7',
    date_created_gmt: Date.parse(`${AT}Z`),
    date_modified_gmt: null,
  });
});
