import { describe, expect, it } from 'vitest';
import { totalWarnings } from '../../../loyalty/orders/rules/total-rules.ts';
import { withRefunds } from '../contract/refund-rules.ts';
import { orderOf, refundOf, type LineWish } from '../../../testing/shopify-payloads.ts';
import { readMessage } from './message-rules.ts';

const SHOP = {
  address: 'okaeri-test.myshopify.com',
  choice: 'shop',
  currency: 'USD',
  isSandbox: false,
} as const;

const stateOf = (lines: readonly LineWish[], extra: Record<string, unknown> = {}) => {
  const meaning = readMessage('orders/updated', orderOf(lines, extra), SHOP);
  if (meaning.kind !== 'order') throw new Error('It is no order.');
  return withRefunds(meaning.snapshot.state, meaning.snapshot.refunds);
};
/** What was taken: line by line, of shipping, and of no part. */
const taken = (lines: readonly LineWish[], extra: Record<string, unknown>): number[] => {
  const state = stateOf(lines, extra);
  const { refundedShippingMinor, refundedOtherMinor } = state;
  const parts = [refundedShippingMinor, refundedOtherMinor];
  return [...state.lines.map(({ refundedMinor }) => refundedMinor), ...parts];
};
const discrepancy = (amount: string, reason = 'Refund discrepancy') => ({
  order_adjustments: [{ kind: 'refund_discrepancy', amount, tax_amount: '0.00', reason }],
});

describe('an exchange at Shopify, 50.00 sent back and 30.00 added', () => {
  const lines = [
    { id: 1, price: '50.00', current: 0 },
    { id: 2, price: '30.00' },
  ];
  const back = refundOf({ id: 9, lines: [{ id: 1, subtotal: '50.00' }], paid: '20.00' });

  it('leaves the 30.00 that were kept, where the present total is given', () => {
    const payload = { total_price: '80.00', current_total_price: '30.00', refunds: [back] };
    expect(taken(lines, payload)).toEqual([5000, 0, 0, 0]);
    expect(totalWarnings(stateOf(lines, payload))).toEqual([]);
  });

  it('leaves the same, where the total is given as it was before', () => {
    expect(taken(lines, { total_price: '50.00', refunds: [back] })).toEqual([5000, 0, 0, 0]);
  });

  it('leaves the same, where an adjustment says that nothing was kept of the refund', () => {
    const settled = { ...back, ...discrepancy('0.00') };
    expect(taken(lines, { refunds: [settled] })).toEqual([5000, 0, 0, 0]);
  });

  it('leaves the same, where the difference is paid back later', () => {
    const first = refundOf({ id: 9, lines: [{ id: 1, subtotal: '50.00' }], paid: null });
    const later = refundOf({ id: 10, paid: '20.00' });
    expect(taken(lines, { refunds: [first, later] })).toEqual([5000, 0, 0, 0]);
  });

  it('takes nothing for a difference the shopper paid', () => {
    const dearer = [
      { id: 1, price: '50.00', current: 0 },
      { id: 2, price: '80.00' },
    ];
    const first = refundOf({ id: 9, lines: [{ id: 1, subtotal: '50.00' }], paid: null });
    const payload = { total_price: '130.00', current_total_price: '80.00', refunds: [first] };
    expect(taken(dearer, payload)).toEqual([5000, 0, 0, 0]);
  });
});

it('a single piece that an edit took out of an order at Shopify is gone without a refund', () => {
  const lines = [
    { id: 1, price: '50.00', current: 0 },
    { id: 2, price: '30.00' },
  ];
  expect(taken(lines, {})).toEqual([5000, 0, 0, 0]);
});

describe('a refund at Shopify of less than it names', () => {
  const lines = [{ id: 1, price: '100.00' }];
  const less = refundOf({ id: 9, lines: [{ id: 1, subtotal: '100.00' }], paid: '90.00' });

  it('leaves what an adjustment says the merchant kept, however its sign is written', () => {
    for (const amount of ['10.00', '-10.00'])
      expect(taken(lines, { refunds: [{ ...less, ...discrepancy(amount) }] })).toEqual([
        9000, 0, 0,
      ]);
  });

  it('leaves what was kept, where the present total says so or nothing does', () => {
    const total = { total_price: '100.00', refunds: [less] };
    expect(taken(lines, { ...total, current_total_price: '10.00' })).toEqual([9000, 0, 0]);
    expect(taken(lines, total)).toEqual([9000, 0, 0]);
  });

  it('takes once what is still to be paid back, and once when it is', () => {
    const part = {
      ...refundOf({ id: 9, lines: [{ id: 1, subtotal: '100.00' }], paid: '60.00' }),
      ...discrepancy('40.00', 'Pending refund discrepancy'),
    };
    const rest = { ...refundOf({ id: 10, paid: '40.00' }), ...discrepancy('-40.00') };
    const two = [...lines, { id: 2, price: '70.00' }];
    expect(taken(two, { refunds: [part] })).toEqual([10_000, 0, 0, 0]);
    expect(taken(two, { refunds: [part, rest] })).toEqual([10_000, 0, 0, 0]);
  });
});

describe('duties and additional fees of an order at Shopify', () => {
  const set = (amount: string) => ({ shop_money: { amount }, presentment_money: { amount } });
  const charged = {
    original_total_duties_set: set('30.00'),
    original_total_additional_fees_set: set('5.00'),
    total_price: '135.00',
  };
  const lines = [{ id: 1, price: '100.00' }];
  const duty = { ...refundOf({ id: 9, paid: '35.00' }), duties: [{ amount: '30.00' }] };

  it('are in the total and in no line', () => {
    const state = stateOf(lines, charged);
    expect(state.platformTotal).toMatchObject({ totalMinor: 13_500, elsewhereMinor: 3500 });
    expect(totalWarnings(state)).toEqual([]);
    expect(totalWarnings(stateOf(lines, { ...charged, total_price: '150.00' }))).toHaveLength(1);
  });

  it('take nothing of the goods when they are paid back', () => {
    const refunds = [{ ...duty, additional_fees: [{ price: '5.00' }] }];
    expect(taken(lines, { ...charged, refunds })).toEqual([0, 0, 0]);
    expect(taken(lines, { ...charged, refunds: [duty] })).toEqual([0, 0, 500]);
  });
});

describe('gift cards and tips in the total of an order at Shopify', () => {
  it('are no difference, also when they are refunded', () => {
    const lines = [
      { id: 1, price: '10.00' },
      { id: 2, price: '50.00', extra: { gift_card: true } },
      { id: 3, price: '5.00', extra: { tip: {} } },
    ];
    const refunds = [refundOf({ id: 9, lines: [{ id: 2, subtotal: '50.00' }], paid: '50.00' })];
    const payload = { total_price: '65.00', current_total_price: '15.00', refunds };
    expect(totalWarnings(stateOf(lines, payload))).toEqual([]);
    expect(stateOf(lines, payload).platformTotal?.refundedElsewhereMinor).toBe(5000);
    const tip = { total_price: '15.00', total_tip_received: '5.00' };
    expect(totalWarnings(stateOf([{ id: 1, price: '10.00' }], tip))).toEqual([]);
  });
});
