import { describe, expect, it } from 'vitest';
import { paymentOf } from './payment-rules.ts';

const DATE = Date.parse('2026-11-01T10:00:00Z');

describe('whether an order of WooCommerce is paid', () => {
  it.each([
    ['processing', DATE, 'paid'],
    // Cash on delivery.
    ['processing', null, 'unpaid'],
    ['completed', DATE, 'paid'],
    ['completed', null, 'paid'],
    ['refunded', DATE, 'paid'],
    ['pending', DATE, 'unpaid'],
    ['on-hold', null, 'unpaid'],
    // Paid, and held again.
    ['on-hold', DATE, 'unpaid'],
    ['cancelled', DATE, 'unpaid'],
    // Never paid, or a dispute that was lost.
    ['failed', null, 'voided'],
    ['failed', DATE, 'voided'],
    ['checkout-draft', null, 'voided'],
    ['partial-payment', DATE, 'partiallyPaid'],
    ['partially-paid', DATE, 'partiallyPaid'],
    ['shipped', DATE, 'paid'],
    ['shipped', null, 'unpaid'],
    ['quote-request', null, 'unpaid'],
    ['something-else', DATE, 'unpaid'],
    ['constructor', DATE, 'unpaid'],
    ['', DATE, 'unpaid'],
  ] as const)('%s with a date of payment of %s is %s', (status, paid, payment) => {
    expect(paymentOf({ status, date_paid_gmt: paid })).toBe(payment);
  });
});
