import { describe, expect, it } from 'vitest';
import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { isPing, readMessage, spellingsOf } from './message-rules.ts';

const AT = '2026-11-01T10:00:00';
const ORDER = {
  id: 1,
  status: 'processing',
  currency: 'USD',
  date_created_gmt: AT,
  date_modified_gmt: AT,
  customer_id: 7,
};
const ORDER_TOPICS = ['order.created', 'order.updated', 'order.restored'];

const CURRENCY = 'USD';
const CAN_ASK = { canAsk: true, currency: CURRENCY };
const CANNOT_ASK = { canAsk: false, currency: CURRENCY };

describe('an order of WooCommerce', () => {
  it.each(ORDER_TOPICS)('under %s is reported as it is now, and was sent unasked', (topic) => {
    for (const canAsk of [true, false])
      expect(readMessage(topic, ORDER, { canAsk, currency: CURRENCY })).toMatchObject({
        kind: 'order',
        snapshot: { orderId: '1', isFetched: false, state: { currency: 'USD' } },
      });
  });

  it('with refunds is looked at where the shop can be asked, and else read from their sums', () => {
    const body = { ...ORDER, refunds: [{ id: 5, total: '-1.00' }] };
    const look = { kind: 'look', orderId: '1' };
    expect(readMessage('order.updated', body, CAN_ASK)).toEqual(look);
    expect(readMessage('order.updated', body, CANNOT_ASK)).toMatchObject({
      kind: 'order',
      snapshot: { refunds: { 5: { lines: [], paidBackMinor: 100 } } },
    });
  });

  it('that is a part of another earns nothing, whatever else is said of it', () => {
    const why = 'it is a part of another order, which earns';
    const body = { ...ORDER, parent_id: 12, status: 'trash', refunds: [{ id: 5, total: '-1' }] };
    expect(readMessage('order.updated', body, CAN_ASK)).toEqual({ kind: 'ignored', why });
    expect(readMessage('order.updated', { ...ORDER, parent_id: 0 }, CAN_ASK).kind).toBe('order');
  });

  it('in the trash is gone, also with refunds', () => {
    const gone = { kind: 'orderGone', orderId: '1' };
    const body = { ...ORDER, status: 'trash' };
    expect(readMessage('order.updated', body, CAN_ASK)).toEqual(gone);
    const refunded = { ...body, refunds: [{ id: 5, total: '-1.00' }] };
    expect(readMessage('order.updated', refunded, CAN_ASK)).toEqual(gone);
  });

  it('that was deleted is gone by its id alone', () => {
    const gone = { kind: 'orderGone', orderId: '1' };
    expect(readMessage('order.deleted', { id: 1 }, CAN_ASK)).toEqual(gone);
    expect(() => readMessage('order.deleted', {}, CAN_ASK)).toThrow(UnreadableMessageError);
  });

  it('that is none is refused', () => {
    for (const topic of ORDER_TOPICS)
      expect(() => readMessage(topic, { id: 1 }, CAN_ASK)).toThrow(UnreadableMessageError);
  });
});

describe('a customer of WooCommerce', () => {
  const CUSTOMER = { id: 7, date_created_gmt: AT, email: 'a@shop.example', first_name: 'Ada' };

  it.each([
    ['2026-11-02T10:00:00', Date.parse('2026-11-02T10:00:00Z')],
    [null, Date.parse(`${AT}Z`)],
    [undefined, Date.parse(`${AT}Z`)],
  ])('changed at %s counts as sent at %i', (date_modified_gmt, toldAt) => {
    for (const topic of ['customer.created', 'customer.updated'])
      expect(readMessage(topic, { ...CUSTOMER, date_modified_gmt }, CAN_ASK)).toEqual({
        kind: 'customer',
        customerId: '7',
        toldAt,
        email: 'a@shop.example',
        name: 'Ada',
      });
  });

  it('with an address that is none is taken without it', () => {
    const body = { ...CUSTOMER, email: 'none', first_name: '' };
    expect(readMessage('customer.updated', body, CAN_ASK)).toMatchObject({
      email: null,
      name: null,
    });
  });
});

it.each(['customer.deleted', 'coupon.updated', ''])(
  'a message of WooCommerce under "%s" is ignored by name, whatever its body',
  (topic) => {
    const ignored = { kind: 'ignored', why: `nothing is done about ${topic}` };
    expect(readMessage(topic, null, CAN_ASK)).toEqual(ignored);
  },
);

it.each([
  ['webhook_id=1', true],
  ['webhook_id=12345678901234567890', true],
  ['webhook_id=123456789012345678901', false],
  ['webhook_id=', false],
  ['webhook_id=1 ', false],
  ['webhook_id=1&x=2', false],
  [' webhook_id=1', false],
  ['webhook_id=1\n', false],
  ['{"id":1}', false],
  ['', false],
  [`webhook_id=${'1'.repeat(60)}`, false],
])('the body %j is a ping: %s', (text, ping) => {
  expect(isPing(Buffer.from(text))).toBe(ping);
});

it.each([
  ['secret', ['secret']],
  ['', ['']],
  ['a<b', ['a<b']],
  ['a&lt;b', ['a&lt;b', 'a<b']],
  ['&lt;&gt;&gt;', ['&lt;&gt;&gt;', '<>>']],
  ['&quot;&#34;&#034;&#x22;&#X0022;', ['&quot;&#34;&#034;&#x22;&#X0022;', '"""""']],
  ['&#39;&#039;&#x27;&#X0027;&apos;', ['&#39;&#039;&#x27;&#X0027;&apos;', "'''''"]],
  ['&amp;&#38;&#038;&#x26;', ['&amp;&#38;&#038;&#x26;', '&&&&']],
  // Decoded once: what comes of an ampersand is none of the others.
  ['&amp;lt;', ['&amp;lt;', '&lt;']],
  ['&amp;amp;', ['&amp;amp;', '&amp;']],
  ['&#340;&#3;', ['&#340;&#3;']],
])('the secret %j may have signed as %j', (secret, spellings) => {
  expect(spellingsOf(secret)).toEqual(spellings);
});
