import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { orderOf, type LineWish } from '../../../testing/shopify-payloads.ts';
import { ATTRIBUTES, readOrder } from './order-rules.ts';
import { orderPayload } from './payload-rules.ts';

type Extra = Readonly<Record<string, unknown>>;

const read = (extra: Extra = {}, lines: readonly LineWish[] = []) =>
  readOrder(orderPayload.parse(orderOf(lines, extra)), { choice: 'shop', isFetched: true });
const state = (extra: Extra = {}, lines: readonly LineWish[] = []) => read(extra, lines).state;

describe('what is read of an order of Shopify', () => {
  it('bears its id, and the time it was changed, as that of the snapshot and of the customer', () => {
    const at = Date.parse('2026-11-05T10:00:00Z');
    const order = orderPayload.parse(orderOf([], { updated_at: '2026-11-05T12:00:00+02:00' }));
    for (const isFetched of [true, false])
      expect(readOrder(order, { choice: 'shop', isFetched })).toMatchObject({
        orderId: '1001',
        toldAt: at,
        namedAt: at,
        isFetched,
        leftOut: [],
        refunds: {},
        state: { updatedAt: '2026-11-05T10:00:00.000Z' },
      });
  });

  it('names what could not be kept', () => {
    const source_name = 'x'.repeat(LIMITS.textLengthMax + 1);
    expect(read({ source_name }).leftOut).toMatchObject([{ code: 'textCut', path: 'channel' }]);
  });

  it('is refused where the state cannot be one', () => {
    const twice = [
      { id: 1, price: '1.00' },
      { id: 1, price: '2.00' },
    ];
    expect(() => read({}, twice)).toThrow(UnreadableMessageError);
  });

  it('says what is left where lines were added and the first total alone is there', () => {
    const lines = [
      { id: 1, price: '10.00' },
      { id: 2, price: '5.00' },
    ];
    expect(state({ total_price: '10.00' }, lines).platformTotal?.keptMinor).toBe(1000);
    expect(state({ total_price: '15.00' }, lines).platformTotal?.keptMinor).toBeNull();
  });
});

it.each([
  ['pending', 'unpaid'],
  ['authorized', 'unpaid'],
  ['expired', 'voided'],
  ['partially_paid', 'partiallyPaid'],
  ['paid', 'paid'],
  ['partially_refunded', 'paid'],
  ['refunded', 'paid'],
  ['voided', 'voided'],
  ['', 'unpaid'],
  ['something new', 'unpaid'],
  [null, 'unpaid'],
  [undefined, 'unpaid'],
])('an order of Shopify with the financial status %s is %s', (financial_status, status) => {
  expect(state({ financial_status }).paymentStatus).toBe(status);
});

describe('the times of an order of Shopify', () => {
  const sent = (day: string, shipment_status: string | null, extra: Extra = {}) => ({
    status: 'success',
    shipment_status,
    created_at: `2026-11-${day}T09:00:00Z`,
    ...extra,
  });
  const at = (day: string): string => `2026-11-${day}T09:00:00.000Z`;

  it('are paid when it was processed, else when it was placed', () => {
    const paidAt = (processed_at: string | null): unknown => state({ processed_at }).paidAt;
    expect(state().placedAt).toBe('2026-11-01T10:00:00.000Z');
    expect(paidAt('2026-11-03T10:00:00Z')).toBe('2026-11-03T10:00:00.000Z');
    expect(paidAt(null)).toBe('2026-11-01T10:00:00.000Z');
  });

  it('are cancelled when it says so, and else never', () => {
    expect(state().cancelledAt).toBeNull();
    const cancelled = { cancelled_at: '2026-11-03T10:00:00Z' };
    expect(state(cancelled).cancelledAt).toBe('2026-11-03T10:00:00.000Z');
  });

  it.each([
    ['nothing is sent', 'fulfilled', [], null, null],
    ['it is sent in part', 'partial', [sent('03', 'delivered')], null, null],
    ['no status is there', null, [sent('03', 'delivered')], null, null],
    [
      'the only parcel was given up',
      'fulfilled',
      [sent('03', 'delivered', { status: 'cancelled' })],
      null,
      null,
    ],
    ['one of one is on its way', 'fulfilled', [sent('03', 'in_transit')], at('03'), null],
    ['one of one is delivered', 'fulfilled', [sent('03', 'delivered')], at('03'), at('03')],
    [
      'it was delivered later than sent',
      'fulfilled',
      [sent('03', 'delivered', { updated_at: '2026-11-07T09:00:00Z' })],
      at('03'),
      at('07'),
    ],
    [
      'one of two is delivered',
      'fulfilled',
      [sent('05', 'delivered'), sent('03', null)],
      at('05'),
      null,
    ],
    [
      'both are delivered',
      'fulfilled',
      [
        sent('04', 'delivered', { updated_at: '2026-11-09T09:00:00Z' }),
        sent('05', 'delivered', { updated_at: '2026-11-08T09:00:00Z' }),
      ],
      at('05'),
      at('09'),
    ],
    [
      'a parcel given up beside it was not',
      'fulfilled',
      [sent('03', 'delivered'), sent('08', null, { status: 'error' })],
      at('03'),
      at('03'),
    ],
  ])('where %s (status %s, parcels %j) are fulfilled at %s and delivered at %s', (...row) => {
    const [, status, parcels, sentAt, arrived] = row;
    const { fulfilledAt, deliveredAt } = state({
      fulfillment_status: status,
      fulfillments: parcels,
    });
    expect([fulfilledAt, deliveredAt]).toEqual([sentAt, arrived]);
  });
});

describe('who bought, of an order of Shopify', () => {
  it.each([
    [{}, { id: '42', email: 'mika@example.com', name: 'Mika Aalto' }],
    [{ email: 'other@example.com' }, { id: '42', email: 'mika@example.com', name: 'Mika Aalto' }],
    [
      { customer: { id: 42 }, email: 'order@example.com' },
      { id: '42', email: 'order@example.com', name: null },
    ],
    [{ customer: null, email: 'order@example.com' }, { email: 'order@example.com' }],
    [{ customer: null, email: ' ' }, { email: null }],
    [{ customer: null, email: null }, { email: null }],
  ])('with %j is %j', (extra, shopper) => {
    expect(state(extra).shopper).toEqual(shopper);
  });

  it('comes from where the order says', () => {
    expect(state().origin).toEqual({ address: null, shippingAddress: null, phone: null });
    const extra = {
      browser_ip: '192.0.2.1',
      phone: '+358 40 1234567',
      shipping_address: { address1: 'Street 1', zip: '00100', country_code: 'FI' },
    };
    expect(state(extra).origin).toEqual({
      address: '192.0.2.1',
      shippingAddress: 'Street 1, 00100, FI',
      phone: '+358 40 1234567',
    });
    const part = { shipping_address: { address1: null, zip: '', country_code: 'FI' } };
    expect(state(part).origin?.shippingAddress).toBe('FI');
  });
});

describe('the shipping of an order of Shopify', () => {
  it.each([
    ['without a discount is its price', [{ price: '8.00' }], 800, 0],
    [
      'is its price less what is allocated, whatever else is there',
      [{ price: '8.00', discounted_price: '1.00', discount_allocations: [{ amount: '3.00' }] }],
      500,
      0,
    ],
    ['is its discounted price', [{ price: '8.00', discounted_price: '6.00' }], 600, 0],
    [
      'is its discounted price given as a set alone',
      [
        {
          price: '8.00',
          discounted_price_set: {
            shop_money: { amount: '5.50' },
            presentment_money: { amount: '5.50' },
          },
        },
      ],
      550,
      0,
    ],
    ['may be free', [{ price: '8.00', discounted_price: '0.00' }], 0, 0],
    [
      'is the sum of its lines, but for those taken out',
      [
        { price: '1.00', is_removed: false, tax_lines: [{ price: '0.10' }, { price: '0.05' }] },
        { price: '2.00', is_removed: null, tax_lines: [{ price: '0.20' }] },
        { price: '4.00', is_removed: true, tax_lines: [{ price: '0.40' }] },
      ],
      300,
      35,
    ],
  ])('%s', (_what, shipping_lines, net, tax) => {
    const { shippingMinor, shippingTaxMinor } = state({ shipping_lines });
    expect([shippingMinor, shippingTaxMinor]).toEqual([net, tax]);
  });
});

describe('what else is read of an order of Shopify', () => {
  it('is the channel, the codes, and whether prices hold their tax', () => {
    const extra = { source_name: 'pos', taxes_included: true, discount_codes: [{ code: ' A ' }] };
    expect(state(extra)).toMatchObject({
      channel: 'pos',
      taxesIncluded: true,
      voucherCodes: ['A'],
    });
    expect(state({ taxes_included: null, source_name: '' })).toMatchObject({
      channel: null,
      taxesIncluded: false,
      voucherCodes: [],
    });
  });

  it('is a friend’s code and a quote, by the names of their attributes alone', () => {
    expect(ATTRIBUTES).toEqual({ referral: 'okaeri_referral', quote: 'okaeri_quote' });
    const note_attributes = [
      { name: 'other', value: 'x' },
      { name: 'okaeri_quote', value: 'q_1' },
      { name: 'okaeri_referral', value: 'FRIEND' },
    ];
    expect(state({ note_attributes })).toMatchObject({ referralCode: 'FRIEND', quoteId: 'q_1' });
    const none = { note_attributes: [{ name: 'okaeri_quote', value: null }] };
    expect(state(none)).toMatchObject({ referralCode: null, quoteId: null });
  });

  it('is every line that earns, and none that is a gift card or a tip', () => {
    const lines = [
      { id: 1, price: '10.00' },
      { id: 2, price: '20.00', extra: { gift_card: true } },
      { id: 3, price: '3.00', extra: { tip: {} } },
    ];
    expect(state({}, lines).lines.map(({ id }) => id)).toEqual(['1']);
  });

  it('is the rate of what was shown, where that counts', () => {
    const total_price_set = {
      shop_money: { amount: '10.00' },
      presentment_money: { amount: '20.00' },
    };
    const order = orderPayload.parse(orderOf([], { presentment_currency: 'EUR', total_price_set }));
    const shown = readOrder(order, { choice: 'presentment', isFetched: true }).state;
    expect([shown.currency, shown.toShopRate]).toEqual(['EUR', '0.5000000000']);
    const shop = readOrder(order, { choice: 'shop', isFetched: true }).state;
    expect([shop.currency, shop.toShopRate]).toEqual(['USD', null]);
  });

  it('is what an edit took out, in the share of its line', () => {
    const lines = [{ id: 1, price: '10.00', quantity: 3, current: 1, discount: '3.00' }];
    expect(read({}, lines).refunds).toMatchObject({
      edited: { lines: [{ lineId: '1', quantity: 2, netMinor: 1800, taxMinor: 0 }] },
    });
  });
});
