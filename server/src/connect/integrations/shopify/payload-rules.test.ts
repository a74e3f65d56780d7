import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { orderOf, refundOf } from '../../../testing/shopify-payloads.ts';
import {
  amount,
  customerPayload,
  dataRequestPayload,
  disputePayload,
  editPayload,
  mergePayload,
  moneySet,
  orderPayload,
  redactCustomerPayload,
  redactShopPayload,
  refundPayload,
  uninstalledPayload,
} from './payload-rules.ts';

/** What a payload is read as; undefined where it is refused. */
const read = <Schema extends z.ZodType>(schema: Schema, body: unknown) => {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : undefined;
};
const order = (extra: Readonly<Record<string, unknown>>) => read(orderPayload, orderOf([], extra));
const line = (extra: Readonly<Record<string, unknown>>) =>
  read(orderPayload, orderOf([{ id: 1, price: '1.00', extra }]))?.line_items[0];

it.each([
  ['12.50', '12.50'],
  [12.5, '12.5'],
  [0, '0'],
  ['', ''],
  [null, undefined],
  [{ amount: '1' }, undefined],
])('the amount %j is read as the text %j', (given, text) => {
  expect(read(amount, given)).toBe(text);
});

it.each([
  [1, '1'],
  [9_007_199_254_740_991, '9007199254740991'],
  ['1', '1'],
  // As large as an id may be: it is beyond what a number holds.
  ['18446744073709551615', '18446744073709551615'],
  ['99999999999999999999', '99999999999999999999'],
  ['100000000000000000000', undefined],
  [0, undefined],
  ['0', undefined],
  ['01', undefined],
  [-1, undefined],
  [1.5, undefined],
  ['one', undefined],
  ['', undefined],
  [null, undefined],
])('the id %j of an order is read as %j', (id, text) => {
  expect(order({ id })?.id).toBe(text);
});

it.each([
  [0, 0],
  [1, 1],
  ['3', 3],
  [1_000_000, 1_000_000],
  ['1000000', 1_000_000],
  [1_000_001, undefined],
  ['1000001', undefined],
  ['10000000', undefined],
  [-1, undefined],
  [0.5, undefined],
  ['1.0', undefined],
  ['', undefined],
  [null, undefined],
])('the quantity %j of a line is read as %s', (quantity, pieces) => {
  expect(line({ quantity })?.quantity).toBe(pieces);
});

it.each([
  ['2026-11-01T10:00:00Z', Date.parse('2026-11-01T10:00:00Z')],
  ['2026-11-01T10:00:00-05:00', Date.parse('2026-11-01T15:00:00Z')],
  ['2026-11-01T10:00:00.123+09:00', Date.parse('2026-11-01T01:00:00.123Z')],
  ['2026-11-01T10:00:00', undefined],
  ['2026-11-31T10:00:00Z', undefined],
  ['yesterday', undefined],
  [1_793_527_200_000, undefined],
  [null, undefined],
])('the moment %j of an order is read as %s', (updated_at, at) => {
  expect(order({ updated_at })?.updated_at).toBe(at);
});

it('a sum given in two currencies needs both of them', () => {
  const both = { shop_money: { amount: '1.00' }, presentment_money: { amount: 2 } };
  expect(read(moneySet, both)).toEqual({
    shop_money: { amount: '1.00' },
    presentment_money: { amount: '2' },
  });
  for (const half of [
    { shop_money: both.shop_money },
    { presentment_money: both.presentment_money },
    { ...both, shop_money: {} },
  ])
    expect(read(moneySet, half)).toBeUndefined();
});

describe('an order of Shopify', () => {
  const LEAST = {
    id: 1,
    created_at: '2026-11-01T10:00:00Z',
    updated_at: '2026-11-01T10:00:00Z',
    currency: 'USD',
  };
  const LISTS = [
    'line_items',
    'shipping_lines',
    'refunds',
    'fulfillments',
    'discount_codes',
    'note_attributes',
  ] as const;

  it.each([null, undefined])('with lists that are %s has empty ones', (nothing) => {
    const body = { ...LEAST, ...Object.fromEntries(LISTS.map((name) => [name, nothing])) };
    const all = read(orderPayload, body);
    expect(LISTS.map((name) => all?.[name])).toEqual(LISTS.map(() => []));
  });

  it.each(Object.keys(LEAST))('without its %s is refused', (name) => {
    expect(read(orderPayload, LEAST)).toBeDefined();
    expect(read(orderPayload, { ...LEAST, [name]: undefined })).toBeUndefined();
    expect(read(orderPayload, { ...LEAST, [name]: null })).toBeUndefined();
  });

  it('is read without whatever nobody asks for', () => {
    const body = { ...LEAST, more: 1, line_items: [{ id: 1, quantity: 1, price: 2, more: 1 }] };
    const all = read(orderPayload, body);
    expect(all).not.toHaveProperty('more');
    expect(all?.line_items).toEqual([
      { id: '1', quantity: 1, price: '2', discount_allocations: [], tax_lines: [] },
    ]);
  });

  it.each([
    { line_items: {} },
    { test: 'yes' },
    { taxes_included: 1 },
    { customer: {} },
    { customer: { id: 0 } },
    { discount_codes: [{ code: null }] },
    { note_attributes: [{ value: 'x' }] },
    { fulfillments: [{ status: 'success' }] },
    { shipping_lines: [{ title: 'Post' }] },
    { total_price_set: { shop_money: { amount: '1' } } },
  ])('with %j is refused', (extra) => {
    expect(order(extra)).toBeUndefined();
  });

  it('has lines whose gift card, tip and left quantity may be missing', () => {
    const payload = { gift_card: true, tip: { id: 1 }, current_quantity: '2' };
    expect(line(payload)).toMatchObject({ gift_card: true, tip: { id: 1 }, current_quantity: 2 });
    const untold = { gift_card: null, tip: undefined, current_quantity: null };
    expect(line(untold)).toMatchObject({ gift_card: null, current_quantity: null });
    expect(line({ price: null })).toBeUndefined();
  });
});

describe('a refund of Shopify', () => {
  it('may be empty but for its id, as in the samples', () => {
    expect(read(refundPayload, { id: 9, created_at: null, processed_at: null })).toEqual({
      id: '9',
      created_at: null,
      processed_at: null,
      refund_line_items: [],
      order_adjustments: [],
      refund_shipping_lines: [],
      duties: [],
      additional_fees: [],
      transactions: [],
    });
    expect(read(refundPayload, {})).toBeUndefined();
  });

  it.each([
    { refund_line_items: [{ quantity: 1 }] },
    { refund_line_items: [{ line_item_id: 1, quantity: -1 }] },
    { order_adjustments: [{ kind: 'shipping_refund' }] },
    { transactions: [{ kind: 'refund', status: 'success' }] },
    { transactions: [{ kind: 'refund', amount: '1.00' }] },
    { transactions: [{ status: 'success', amount: '1.00' }] },
  ])('with %j is refused', (extra) => {
    const body = refundOf({ id: 9, lines: [{ id: 1, subtotal: '1.00' }], paid: '1.00' });
    expect(read(refundPayload, body)).toBeDefined();
    expect(read(refundPayload, { ...body, ...extra })).toBeUndefined();
  });
});

const DISPUTE = { id: 1, status: 'lost', amount: '1.00', currency: 'USD' };
const REQUEST = { shop_domain: 'a.myshopify.com', customer: { id: 42 }, orders_requested: [] };
const REDACTION = { shop_domain: 'a.myshopify.com', customer: { id: 42 }, orders_to_redact: [] };
const MERGE = { admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/1' };

it.each([
  ['a customer', customerPayload, { id: 42 }, ['id']],
  ['a dispute', disputePayload, DISPUTE, ['id', 'status', 'amount', 'currency']],
  ['a merge', mergePayload, MERGE, ['admin_graphql_api_customer_kept_id']],
  ['an edit', editPayload, { order_edit: { order_id: 1 } }, ['order_edit']],
  ['a request of data', dataRequestPayload, REQUEST, Object.keys(REQUEST)],
  ['a redaction of a customer', redactCustomerPayload, REDACTION, Object.keys(REDACTION)],
  [
    'a redaction of a shop',
    redactShopPayload,
    { shop_id: 1, shop_domain: 'a.myshopify.com' },
    ['shop_id', 'shop_domain'],
  ],
  [
    'a removal of the app',
    uninstalledPayload,
    { myshopify_domain: 'a.myshopify.com' },
    ['myshopify_domain'],
  ],
] as const)('%s is read with the fields it needs, and refused without any of them', (...row) => {
  const [, schema, body, needed] = row;
  expect(schema.safeParse(body).success).toBe(true);
  for (const name of needed)
    expect(schema.safeParse({ ...body, [name]: undefined }).success).toBe(false);
});

it('a redaction of a shop is refused with anything more, which another topic may carry', () => {
  const body = { shop_id: 1, shop_domain: 'a.myshopify.com' };
  expect(read(redactShopPayload, body)).toEqual({ ...body, shop_id: '1' });
  expect(read(redactShopPayload, { ...body, customer: { id: 42 } })).toBeUndefined();
});
