import { describe, expect, it } from 'vitest';
import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { orderOf, refundOf } from '../../../testing/shopify-payloads.ts';
import { readMessage, SUBSCRIBED_TOPICS, type ShopifyShop } from './message-rules.ts';

const SHOP: ShopifyShop = {
  address: 'okaeri-test.myshopify.com',
  choice: 'shop',
  currency: 'USD',
  isSandbox: false,
};
const SANDBOX: ShopifyShop = { ...SHOP, isSandbox: true };
const PRESENTMENT: ShopifyShop = { ...SHOP, choice: 'presentment' };

const ORDER_TOPICS = [
  'orders/create',
  'orders/paid',
  'orders/updated',
  'orders/cancelled',
  'orders/fulfilled',
  'orders/partially_fulfilled',
];

describe('an order of Shopify', () => {
  it.each(ORDER_TOPICS)(
    'under the topic %s is reported as it is now, and was sent unasked',
    (topic) => {
      const meaning = readMessage(topic, orderOf([{ id: 1, price: '10.00' }]), SHOP);
      expect(meaning).toMatchObject({
        kind: 'order',
        snapshot: { orderId: '1001', isFetched: false, state: { lines: [{ id: '1' }] } },
      });
    },
  );

  it.each([
    [true, SHOP, 'ignored'],
    [true, SANDBOX, 'order'],
    [false, SHOP, 'order'],
    [null, SHOP, 'order'],
    [undefined, SHOP, 'order'],
  ])('marked as a test with %s is, in a shop as %j, of the kind "%s"', (test, shop, kind) => {
    expect(readMessage('orders/create', orderOf([], { test }), shop).kind).toBe(kind);
  });

  it('is read in the money the shop has chosen', () => {
    const shown = orderOf([], { presentment_currency: 'EUR' });
    const currencyBy = (shop: ShopifyShop): unknown => {
      const meaning = readMessage('orders/create', shown, shop);
      return meaning.kind === 'order' ? meaning.snapshot.state.currency : null;
    };
    expect([currencyBy(SHOP), currencyBy(PRESENTMENT)]).toEqual(['USD', 'EUR']);
  });

  it('that was edited is to be looked at, as the message does not say how it is now', () => {
    const body = { order_edit: { id: 5, order_id: 1001 } };
    const look = { kind: 'look', orderId: '1001' };
    expect(readMessage('orders/edited', body, SHOP)).toEqual(look);
  });
});

describe('a refund of Shopify', () => {
  const body = refundOf({ id: 9, lines: [{ id: 1, subtotal: '10.00' }], paid: '10.00' });

  it('that comes by itself is read in the shop’s own currency', () => {
    const meaning = readMessage('refunds/create', body, SHOP);
    const lines = [{ lineId: '1', quantity: 1, netMinor: 1000, taxMinor: 0 }];
    expect(meaning).toMatchObject({
      kind: 'refund',
      orderId: '1001',
      refundId: '9',
      refund: { paidBackMinor: 1000, lines },
    });
    const yen = { ...body, transactions: [] };
    const plain = { ...yen, refund_line_items: [{ line_item_id: 1, quantity: 1, subtotal: '10' }] };
    const inYen = readMessage('refunds/create', plain, { ...SHOP, currency: 'JPY' });
    expect(inYen).toMatchObject({ refund: { lines: [{ netMinor: 10 }] } });
  });

  it('has its order looked at where what was shown counts', () => {
    const look = { kind: 'look', orderId: '1001' };
    expect(readMessage('refunds/create', body, PRESENTMENT)).toEqual(look);
  });

  it.each([null, undefined])('without the id of its order (%s) is refused', (order_id) => {
    for (const shop of [SHOP, PRESENTMENT]) {
      const read = (): unknown => readMessage('refunds/create', { ...body, order_id }, shop);
      expect(read).toThrow(UnreadableMessageError);
      expect(read).toThrow('order_id is missing');
    }
  });
});

describe('a dispute of Shopify', () => {
  const body = { id: 7, order_id: 1001, status: 'lost', amount: '10.00', currency: 'USD' };

  it.each(['disputes/create', 'disputes/update'])('under %s is a refund of its order', (topic) => {
    expect(readMessage(topic, body, SHOP)).toMatchObject({
      kind: 'refund',
      orderId: '1001',
      refundId: 'dispute-7',
      refund: { paidBackMinor: 1000 },
    });
  });

  it('that names no order is ignored', () => {
    const ignored = { kind: 'ignored', why: 'the dispute names no order' };
    for (const order_id of [null, undefined])
      expect(readMessage('disputes/create', { ...body, order_id }, SHOP)).toEqual(ignored);
  });
});

describe('a customer of Shopify', () => {
  const customer = { id: 42, email: 'a@shop.example', first_name: 'Ada', last_name: 'Aalto' };

  it.each([
    ['2026-11-02T00:00:00Z', '2026-11-01T00:00:00Z', Date.parse('2026-11-02')],
    [null, '2026-11-01T00:00:00Z', Date.parse('2026-11-01')],
    [null, null, 0],
  ])('updated %s and created %s counts as sent at %i', (updated_at, created_at, toldAt) => {
    for (const topic of ['customers/create', 'customers/update'])
      expect(readMessage(topic, { ...customer, updated_at, created_at }, SHOP)).toEqual({
        kind: 'customer',
        customerId: '42',
        toldAt,
        email: 'a@shop.example',
        name: 'Ada Aalto',
      });
  });

  it('with an address that is none is taken without it', () => {
    const body = { id: 42, email: 'at the desk' };
    expect(readMessage('customers/update', body, SHOP)).toMatchObject({ email: null, name: null });
  });
});

describe('a merge of customers of Shopify', () => {
  const gid = (id: string): string => `gid://shopify/Customer/${id}`;
  const merge = (kept: string, gone: string | null | undefined, status?: string | null) =>
    readMessage(
      'customers/merge',
      {
        admin_graphql_api_customer_kept_id: kept,
        admin_graphql_api_customer_deleted_id: gone,
        status,
      },
      SHOP,
    );

  it.each(['completed', null, undefined])('with the status %s merges', (status) => {
    const merged = { kind: 'merge', keptId: '1', goneId: '23' };
    expect(merge(gid('1'), gid('23'), status)).toEqual(merged);
  });

  it.each([
    [null, 'completed'],
    [undefined, 'completed'],
    [gid('2'), 'failed'],
    [gid('2'), 'in_progress'],
    [gid('2'), ''],
  ])('of %s with the status "%s" is ignored', (gone, status) => {
    expect(merge(gid('1'), gone, status)).toEqual({ kind: 'ignored', why: 'nobody was merged' });
  });

  it.each(['1', gid(''), gid('x'), `${gid('1')}/2`, `x${gid('1')}`, 'gid://other/Customer/1'])(
    'with the id "%s" is refused, whichever of both it is',
    (id) => {
      expect(() => merge(id, gid('2'))).toThrow(`"${id}" is no id`);
      expect(() => merge(gid('1'), id)).toThrow(UnreadableMessageError);
    },
  );
});

describe('a message of Shopify about privacy, or about the app', () => {
  const shop_domain = SHOP.address;
  const customer = { id: 42, email: 'a@shop.example' };
  const CASES: readonly (readonly [string, Readonly<Record<string, unknown>>, unknown])[] = [
    [
      'customers/data_request',
      { shop_domain, customer, orders_requested: [] },
      { kind: 'dataRequest', customerId: '42', email: 'a@shop.example' },
    ],
    [
      'customers/redact',
      { shop_domain, customer, orders_to_redact: [] },
      { kind: 'redactCustomer', customerId: '42', email: 'a@shop.example' },
    ],
    ['shop/redact', { shop_id: 5, shop_domain }, { kind: 'redactShop' }],
    [
      'app/uninstalled',
      { myshopify_domain: shop_domain, updated_at: '2026-11-01T00:00:00Z' },
      { kind: 'uninstalled', toldAt: Date.parse('2026-11-01') },
    ],
    ['app/uninstalled', { myshopify_domain: shop_domain }, { kind: 'uninstalled', toldAt: null }],
  ];

  it.each(CASES)('under %s with %j is %j', (topic, body, meaning) => {
    expect(readMessage(topic, body, SHOP)).toEqual(meaning);
  });

  it.each(CASES)('under %s is refused when it names another shop than %j', (topic, body) => {
    const other = { ...SHOP, address: 'other.myshopify.com' };
    const read = (): unknown => readMessage(topic, body, other);
    expect(read).toThrow(UnreadableMessageError);
    expect(read).toThrow(`it is about ${SHOP.address}, not about this shop`);
  });

  it('that asks to forget somebody without an address names the customer alone', () => {
    const body = { shop_domain, customer: { id: 42 }, orders_to_redact: [] };
    const meaning = { kind: 'redactCustomer', customerId: '42', email: null };
    expect(readMessage('customers/redact', body, SHOP)).toEqual(meaning);
  });
});

it('a topic that nothing is done about is ignored by name, whatever its body', () => {
  const ignored = { kind: 'ignored', why: 'nothing is done about themes/publish' };
  expect(readMessage('themes/publish', null, SHOP)).toEqual(ignored);
});

it('the topics to subscribe to are all that are read, but for the three about privacy', () => {
  expect(SUBSCRIBED_TOPICS.toSorted()).toEqual(
    [
      ...ORDER_TOPICS,
      'orders/edited',
      'refunds/create',
      'disputes/create',
      'disputes/update',
      'products/create',
      'products/update',
      'products/delete',
      'customers/create',
      'customers/update',
      'customers/merge',
      'app/uninstalled',
    ].toSorted(),
  );
});
