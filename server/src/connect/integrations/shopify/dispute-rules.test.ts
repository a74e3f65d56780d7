import { describe, expect, it } from 'vitest';
import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { withRefunds } from '../contract/refund-rules.ts';
import { orderOf } from '../../../testing/shopify-payloads.ts';
import { readMessage } from './message-rules.ts';

const SHOP = {
  address: 'okaeri-test.myshopify.com',
  choice: 'shop',
  currency: 'USD',
  isSandbox: false,
} as const;

const disputeOf = (of: Record<string, unknown>) => ({
  id: 598735659,
  order_id: 1001,
  type: 'chargeback',
  amount: '100.00',
  currency: 'USD',
  status: 'needs_response',
  initiated_at: '2026-11-20T20:00:00-05:00',
  finalized_on: null,
  ...of,
});
const read = (of: Record<string, unknown>) => readMessage('disputes/update', disputeOf(of), SHOP);

/** What an order of two lines, 100.00 and 40.00, loses by a dispute. */
const lost = (of: Record<string, unknown>): number => {
  const lines = [
    { id: 1, price: '100.00' },
    { id: 2, price: '40.00' },
  ];
  const order = readMessage('orders/updated', orderOf(lines), SHOP);
  const dispute = read(of);
  if (order.kind !== 'order' || dispute.kind !== 'refund') throw new Error('Neither.');
  const refunds = { [dispute.refundId]: dispute.refund };
  return withRefunds(order.snapshot.state, refunds).refundedOtherMinor;
};

describe('a dispute at Shopify', () => {
  it.each([
    ['needs_response', 0],
    ['under_review', 0],
    ['charge_refunded', 0],
    ['won', 0],
    ['accepted', 10_000],
    ['lost', 10_000],
    ['something new', 0],
  ])('that is %s takes back %i', (status, minor) => {
    expect(lost({ status })).toBe(minor);
  });

  it('in another money than the order’s takes all of it when it is lost, and nothing when it is won', () => {
    expect(lost({ status: 'lost', currency: 'EUR' })).toBe(14_000);
    expect(lost({ status: 'won', currency: 'EUR' })).toBe(0);
  });

  it('is later when it is over, in whatever order it arrives', () => {
    const at = (of: Record<string, unknown>): number => {
      const meaning = read(of);
      return meaning.kind === 'refund' ? meaning.refund.at : Number.NaN;
    };
    const begunAt = Date.parse('2026-11-21T01:00:00Z');
    expect([at({ status: 'under_review' }), at({ status: 'lost' })]).toEqual([
      begunAt,
      begunAt + 1,
    ]);
    expect(at({ initiated_at: null })).toBe(0);
    const finalized_on = '2026-12-01T00:00:00Z';
    expect(at({ status: 'won', finalized_on })).toBeGreaterThan(at({ status: 'lost' }));
  });

  it('of no order changes nothing, and one with no amount cannot be read', () => {
    expect(read({ order_id: null })).toMatchObject({ kind: 'ignored' });
    expect(() => read({ amount: 'all' })).toThrow(UnreadableMessageError);
    expect(() => read({ currency: 'dollars' })).toThrow(UnreadableMessageError);
  });
});

describe('an order at Shopify that tries a checkout', () => {
  const payload = orderOf([{ id: 1, price: '100.00' }], { test: true });
  it('is left out, but in a sandbox', () => {
    expect(readMessage('orders/paid', payload, SHOP).kind).toBe('ignored');
    expect(readMessage('orders/paid', payload, { ...SHOP, isSandbox: true }).kind).toBe('order');
  });
});

describe('Shopify’s samples without a time', () => {
  it('are read: of customers, and of refunds', () => {
    const customer = { id: 7, email: 'a@example.com', created_at: null, updated_at: null };
    expect(readMessage('customers/update', customer, SHOP)).toMatchObject({ toldAt: 0 });
    const created = { ...customer, created_at: '2026-01-01T00:00:00Z' };
    const toldAt = Date.parse('2026-01-01T00:00:00Z');
    expect(readMessage('customers/create', created, SHOP)).toMatchObject({ toldAt });
    const refund = { id: 8, order_id: 9, created_at: null, processed_at: null };
    expect(readMessage('refunds/create', refund, SHOP)).toMatchObject({ refund: { at: 0 } });
  });
});
