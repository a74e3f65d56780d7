import { describe, expect, it } from 'vitest';
import { orderState, type OrderRequest } from '@okaeri/shared/orders';
import { readState } from './state-rules.ts';

const BARE: OrderRequest = {
  updatedAt: '2026-11-01T10:00:00Z',
  currency: 'USD',
  placedAt: '2026-11-01T10:00:00Z',
  paymentStatus: 'paid',
  lines: [{ id: 'a', productId: 'p', quantity: 1, priceMinor: 100 }],
};

describe('a stored state of an order', () => {
  it.each([
    ['with nothing but what must be there', BARE],
    ['with a total of its platform', { ...BARE, platformTotal: { totalMinor: 100 } }],
    ['without one', { ...BARE, platformTotal: null }],
    ['with a list of its own', { ...BARE, voucherCodes: ['A'] }],
  ])('%s reads as its schema reads it', (_, body) => {
    expect(readState(body)).toEqual(orderState.parse(body));
  });
});
