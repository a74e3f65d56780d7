import { describe, expect, it } from 'vitest';
import { DAY_MS, NEVER_AT } from '../../../platform/lib/clock.ts';
import { orderOf, PLACED_AT } from '../../../testing/rule-inputs.ts';
import { arrivalOf, maturityOf } from './maturity-rules.ts';

const dayAfter = (days: number): string => new Date(PLACED_AT + days * DAY_MS).toISOString();
const days = (at: number): number => (at - PLACED_AT) / DAY_MS;

const placed = { placedAt: dayAfter(0), paidAt: null };
const paid = { paidAt: dayAfter(1) };
const fulfilled = { fulfilledAt: dayAfter(2) };
const delivered = { deliveredAt: dayAfter(3) };

describe('when points of an order can be spent', () => {
  it.each([
    ['paid', 'the payment', { ...paid, ...fulfilled, ...delivered }, 1],
    ['paid', 'the order where no payment was reported', placed, 0],
    ['fulfilled', 'the sending', { ...paid, ...fulfilled, ...delivered }, 2],
    ['fulfilled', 'the delivery where no sending was reported', { ...paid, ...delivered }, 3],
    ['delivered', 'the delivery', { ...paid, ...fulfilled, ...delivered }, 3],
  ] as const)('counts from %s: %s', (from, _, state, day) => {
    expect(days(maturityOf(orderOf(state), { days: 0, from }))).toBe(day);
  });

  it.each([
    ['fulfilled', paid],
    ['delivered', { ...paid, ...fulfilled }],
  ] as const)('is never while it waits to be %s', (from, state) => {
    expect(maturityOf(orderOf(state), { days: 0, from })).toBe(NEVER_AT);
  });

  it.each([0, 1, 14])('is %i days of hold after that', (hold) => {
    expect(days(maturityOf(orderOf(paid), { days: hold, from: 'paid' }))).toBe(1 + hold);
  });

  it.each([
    ['unpaid', false],
    ['partiallyPaid', false],
    ['paid', true],
    ['voided', true],
  ] as const)('of an order that is %s has a date: %s', (paymentStatus, dated) => {
    const at = maturityOf(orderOf({ ...paid, paymentStatus }), { days: 0, from: 'paid' });
    expect(at).toBe(dated ? PLACED_AT + DAY_MS : NEVER_AT);
  });
});

describe('when an order came to its shopper', () => {
  it.each([
    ['is its delivery', { ...fulfilled, ...delivered }, PLACED_AT + 3 * DAY_MS],
    ['is its sending where no delivery is known', fulfilled, PLACED_AT + 2 * DAY_MS],
    ['is not known where it is only paid', paid, null],
    ['is never where it was cancelled', { ...delivered, cancelledAt: dayAfter(4) }, null],
    ['is never where it was voided', { ...delivered, paymentStatus: 'voided' }, null],
    [
      'is its delivery where it is not paid yet',
      { ...delivered, paymentStatus: 'unpaid' },
      PLACED_AT + 3 * DAY_MS,
    ],
  ] as const)('%s', (_, state, at) => {
    expect(arrivalOf(orderOf(state))).toBe(at);
  });
});
