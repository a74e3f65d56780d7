import { describe, expect, it } from 'vitest';
import type { OrderState } from '@okaeri/shared/orders';
import { withRefunds } from '../contract/refund-rules.ts';
import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { parseExactly } from '../../../platform/lib/exact-json.ts';
import { orderOf, refundOf, sampleText, type LineWish } from '../../../testing/shopify-payloads.ts';
import { readMessage } from './message-rules.ts';

const SHOP = {
  address: 'okaeri-test.myshopify.com',
  choice: 'shop',
  currency: 'USD',
  isSandbox: false,
} as const;

/** The full state an order's message comes to. */
const stateOf = (payload: unknown, choice: 'shop' | 'presentment' = 'shop'): OrderState => {
  // Shopify’s own samples try a checkout.
  const meaning = readMessage('orders/updated', payload, { ...SHOP, choice, isSandbox: true });
  if (meaning.kind !== 'order') throw new Error('It is no order.');
  return withRefunds(meaning.snapshot.state, meaning.snapshot.refunds);
};
const order = (lines: readonly LineWish[], extra?: Record<string, unknown>): OrderState =>
  stateOf(orderOf(lines, extra));

describe('reading an order of Shopify', () => {
  it('reads the documented sample, whose ids are beyond 2^53', () => {
    expect(stateOf(parseExactly(sampleText('orders-create')))).toMatchObject({
      updatedAt: '2022-01-01T00:00:00.000Z',
      placedAt: '2022-01-01T00:00:00.000Z',
      currency: 'USD',
      paymentStatus: 'paid',
      shopper: { id: '115310627314723954', email: 'john@example.com', name: 'John Smith' },
      taxesIncluded: false,
      shippingMinor: 1000,
      lines: [
        { id: '866550311766439020', productId: '632910392', priceMinor: 19_900, discountMinor: 0 },
        { id: '141249953214522974', priceMinor: 19_900, discountMinor: 1000 },
      ],
    });
  });

  it('reads the sample of an old version: numbers as text, amounts as numbers, no sets', () => {
    const state = stateOf(parseExactly(sampleText('orders-paid-2019-07')));
    expect(state.voucherCodes).toEqual(['TENOFF']);
    expect(
      state.lines.map(({ priceMinor, discountMinor, taxMinor }) => [
        priceMinor,
        discountMinor,
        taxMinor,
      ]),
    ).toEqual([
      [19_900, 334, 398],
      [19_900, 333, 398],
      [19_900, 333, 398],
    ]);
    // 399.29 was named and 209.00 paid back: money governs, by largest remainder.
    const back = state.lines.map(({ refundedMinor }) => refundedMinor);
    expect(back[1]).toBe(0);
    expect(back.reduce((sum, one) => sum + one, 0)).toBe(20_900);
    expect(state.refundedOtherMinor).toBe(0);
  });

  it.each([
    ['pending', 'unpaid'],
    ['authorized', 'unpaid'],
    ['partially_paid', 'partiallyPaid'],
    ['paid', 'paid'],
    ['partially_refunded', 'paid'],
    ['refunded', 'paid'],
    ['voided', 'voided'],
    [null, 'unpaid'],
    ['something new', 'unpaid'],
  ])('takes the financial status %s as %s', (financial_status, status) => {
    expect(order([], { financial_status }).paymentStatus).toBe(status);
  });

  it('counts neither gift cards nor tips, nor what was refunded of them', () => {
    const state = order(
      [
        { id: 1, price: '10.00' },
        { id: 2, price: '50.00', extra: { gift_card: true } },
        { id: 3, price: '5.00', extra: { tip: { payment_gateway: 'bogus' } } },
      ],
      {
        refunds: [refundOf({ id: 9, lines: [{ id: 2, subtotal: '50.00' }], paid: '50.00' })],
      },
    );
    expect(state.lines.map(({ id }) => id)).toEqual(['1']);
    expect([state.lines[0]?.refundedMinor, state.refundedOtherMinor]).toEqual([0, 0]);
  });

  it('takes discounts as they fall on each line, and shipping less what was off it', () => {
    const state = order([{ id: 1, price: '10.00', quantity: 2, discount: '3.33' }], {
      shipping_lines: [
        {
          price: '8.00',
          discount_allocations: [{ amount: '3.00' }],
          tax_lines: [{ price: '0.40' }],
        },
        { price: '9.00', is_removed: true },
      ],
    });
    expect(state.lines[0]).toMatchObject({ quantity: 2, discountMinor: 333 });
    expect([state.shippingMinor, state.shippingTaxMinor]).toEqual([500, 40]);
  });

  it('takes refunds by line, by shipping and by a typed amount, with tax', () => {
    const lines = [{ id: 1, price: '10.00', tax: '1.00' }];
    const shipping = { shipping_lines: [{ price: '5.00', tax_lines: [{ price: '0.50' }] }] };
    const refunded = (wish: Omit<Parameters<typeof refundOf>[0], 'id'>, included = false) => {
      const refunds = [refundOf({ id: 9, ...wish })];
      const state = order(lines, { ...shipping, taxes_included: included, refunds });
      return [state.lines[0]?.refundedMinor, state.refundedShippingMinor, state.refundedOtherMinor];
    };
    const line = [{ id: 1, subtotal: '10.00', tax: '1.00' }];
    expect(refunded({ lines: line, paid: '11.00' })).toEqual([1100, 0, 0]);
    expect(refunded({ lines: line, paid: '10.00' }, true)).toEqual([1000, 0, 0]);
    const back = { amount: '5.00', tax: '0.50' };
    expect(refunded({ shipping: back, paid: '5.50' })).toEqual([0, 550, 0]);
    expect(refunded({ paid: '4.00' })).toEqual([0, 0, 400]);
    // Beyond what was named; less than was named; a payment that failed; nothing paid at all.
    expect(refunded({ lines: line, paid: '12.00' })).toEqual([1100, 0, 100]);
    expect(refunded({ lines: line, shipping: back, paid: '8.25' })).toEqual([550, 275, 0]);
    expect(refunded({ lines: line, paid: '11.00', status: 'failure' })).toEqual([0, 0, 0]);
    expect(refunded({ lines: line, paid: null })).toEqual([1100, 0, 0]);
  });

  it('takes out what an edit took out, once', () => {
    const lines = [{ id: 1, price: '10.00', quantity: 4, current: 1 }];
    const bare = order(lines).lines[0];
    expect(bare).toMatchObject({ quantity: 4, refundedQuantity: 3, refundedMinor: 3000 });
    // Two of the three were refunded by name: one was taken out.
    const named = refundOf({
      id: 9,
      lines: [{ id: 1, subtotal: '20.00', quantity: 2 }],
      paid: '20.00',
    });
    const line = order(lines, { refunds: [named] }).lines[0];
    expect(line).toMatchObject({ refundedQuantity: 3, refundedMinor: 3000 });
  });

  it('counts the money the shop has chosen, and keeps the rate between both', () => {
    const both = (shop: string, presentment: string) => ({
      shop_money: { amount: shop, currency_code: 'USD' },
      presentment_money: { amount: presentment, currency_code: 'JPY' },
    });
    const payload = orderOf(
      [{ id: 1, price: '10.00', extra: { price_set: both('10.00', '1500') } }],
      { presentment_currency: 'JPY', total_price_set: both('10.00', '1500') },
    );
    const inShop = stateOf(payload);
    expect([inShop.currency, inShop.lines[0]?.priceMinor]).toEqual(['USD', 1000]);
    const shown = stateOf(payload, 'presentment');
    expect([shown.currency, shown.lines[0]?.priceMinor]).toEqual(['JPY', 1500]);
    expect(shown.toShopRate).toBe('0.0066666667');
  });

  it('says fulfilled and delivered once everything is', () => {
    const sent = (shipment_status: string | null) => ({
      status: 'success',
      shipment_status,
      created_at: '2026-11-03T09:00:00Z',
      updated_at: '2026-11-05T09:00:00Z',
    });
    const at = (extra: Record<string, unknown>) => {
      const { fulfilledAt, deliveredAt } = order([], extra);
      return [fulfilledAt, deliveredAt];
    };
    const sentAt = '2026-11-03T09:00:00.000Z';
    expect(at({ fulfillment_status: 'partial', fulfillments: [sent(null)] })).toEqual([null, null]);
    expect(at({ fulfillment_status: 'fulfilled', fulfillments: [sent('in_transit')] })).toEqual([
      sentAt,
      null,
    ]);
    expect(at({ fulfillment_status: 'fulfilled', fulfillments: [sent('delivered')] })).toEqual([
      sentAt,
      '2026-11-05T09:00:00.000Z',
    ]);
  });

  it.each([
    ['an amount that is none', orderOf([{ id: 1, price: '1,000.00' }])],
    ['a negative price', orderOf([{ id: 1, price: '-1.00' }])],
    ['an exponent', orderOf([{ id: 1, price: '1e3' }])],
    ['no currency', orderOf([], { currency: 'dollars' })],
    ['no time', orderOf([], { updated_at: 'yesterday' })],
    ['an id that is none', orderOf([], { id: 'one' })],
    ['half a piece', orderOf([{ id: 1, price: '1.00', extra: { quantity: 0.5 } }])],
    ['a list of orders', [orderOf([])]],
    ['nothing', null],
  ])('refuses %s', (_, payload) => {
    expect(() => stateOf(payload)).toThrow(UnreadableMessageError);
  });

  it('rounds what is finer than the currency, and has no decimals of yen', () => {
    expect(order([{ id: 1, price: '0.005' }]).lines[0]?.priceMinor).toBe(1);
    const yen = order([{ id: 1, price: '1500', extra: { price_set: null } }], {
      currency: 'JPY',
      presentment_currency: 'JPY',
    });
    expect(yen.lines[0]?.priceMinor).toBe(1500);
  });
});

describe('reading other messages of Shopify', () => {
  const samples = JSON.parse(sampleText('customers')) as Record<string, unknown>;
  const read = (topic: string, payload: unknown = samples[topic]) =>
    readMessage(topic, payload, SHOP);

  it('reads the documented samples', () => {
    expect(read('orders/edited', parseExactly(sampleText('orders-edited')))).toEqual({
      kind: 'look',
      orderId: '820982911946154508',
    });
    expect(read('refunds/create', parseExactly(sampleText('refunds-create')))).toMatchObject({
      kind: 'refund',
      orderId: '820982911946154508',
      refundId: '890088186047892319',
      refund: { paidBackMinor: 18_900, lines: [{ netMinor: 18_900, quantity: 1 }] },
    });
    expect(read('customers/merge')).toEqual({ kind: 'merge', keptId: '1', goneId: '2' });
    expect(read('customers/data_request')).toEqual({
      kind: 'dataRequest',
      customerId: '191167',
      email: 'john@example.com',
    });
    expect(read('customers/redact')).toMatchObject({
      kind: 'redactCustomer',
      customerId: '191167',
    });
    expect(read('shop/redact')).toEqual({ kind: 'redactShop' });
    expect(read('app/uninstalled')).toEqual({ kind: 'uninstalled', toldAt: null });
    expect(read('themes/publish', {})).toMatchObject({ kind: 'ignored' });
  });

  it('reads a body under no other topic than its own', () => {
    for (const topic of ['shop/redact', 'app/uninstalled', 'customers/redact'])
      for (const [name, payload] of Object.entries(samples))
        if (name !== topic) expect(() => read(topic, payload)).toThrow(UnreadableMessageError);
    const elsewhere = { shop_id: 1, shop_domain: 'another.myshopify.com' };
    expect(() => read('shop/redact', elsewhere)).toThrow('not about this shop');
  });
});
