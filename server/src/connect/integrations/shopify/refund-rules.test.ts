import { describe, expect, it } from 'vitest';
import { totalWarnings } from '../../../loyalty/orders/rules/total-rules.ts';
import { withRefunds } from '../contract/refund-rules.ts';
import { orderOf, refundOf, type LineWish } from '../../../testing/shopify-payloads.ts';
import { readMessage } from './message-rules.ts';
import { purseOf } from './money-rules.ts';
import { orderPayload } from './payload-rules.ts';
import { readRefund, readRefunds } from './refund-rules.ts';

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

const set = (amount: string) => ({ shop_money: { amount }, presentment_money: { amount } });
const read = (extra: Record<string, unknown>, line: Record<string, unknown> = {}) => {
  const lines = [{ id: 1, price: '50.00', quantity: 5, extra: line }];
  const order = orderPayload.parse(orderOf(lines, extra));
  const money = () => ({ netMinor: 5000, taxMinor: 500 });
  return readRefunds(order, purseOf(order, 'shop'), money);
};
const readOne = (refund: Record<string, unknown>) => {
  const order = orderPayload.parse(
    orderOf([], { refunds: [{ ...refundOf({ id: 9, paid: null }), ...refund }] }),
  );
  const [only] = order.refunds.map((one) => readRefund(one, purseOf(order, 'shop')));
  return only;
};

describe('a refund at Shopify, as it is read', () => {
  it('is of when it was processed, else of when it was made, else of no time', () => {
    const created = Date.parse('2026-11-02T10:00:00Z');
    expect(readOne({ processed_at: '2026-11-03T00:00:00Z' })?.at).toBe(Date.parse('2026-11-03'));
    expect(readOne({ processed_at: null })?.at).toBe(created);
    expect(readOne({ processed_at: null, created_at: null })?.at).toBe(0);
  });

  const adjusted = (amount: string, tax_amount: string) => ({
    kind: 'shipping_refund',
    amount,
    tax_amount,
  });
  const named = (amount: string, tax: string) => ({
    subtotal_amount_set: set(amount),
    tax_amount_set: set(tax),
  });
  it.each([
    ['by no adjustment, nothing', [], [], 0, 0],
    ['by one adjustment', [adjusted('-5.00', '-0.50')], [], 500, 50],
    ['by several', [adjusted('-5.00', '-0.50'), adjusted('1.00', '0.10')], [], 600, 60],
    ['by its shipping lines', [], [named('4.00', '0.40'), named('1.00', '0.10')], 500, 50],
    [
      'by adjustments before its lines',
      [adjusted('-5.00', '0.00')],
      [named('9.00', '1.00')],
      500,
      0,
    ],
  ])('takes of shipping %s', (...row) => {
    const [, order_adjustments, refund_shipping_lines, net, tax] = row;
    expect(readOne({ order_adjustments, refund_shipping_lines })).toMatchObject({
      shippingNetMinor: net,
      shippingTaxMinor: tax,
    });
  });

  it('has kept what its adjustments say together, with tax, but for what is still to be paid', () => {
    const kept = (amount: string, tax_amount: string, reason = 'Refund discrepancy') => ({
      kind: 'refund_discrepancy',
      amount,
      tax_amount,
      reason,
    });
    const keptOf = (...order_adjustments: readonly ReturnType<typeof kept>[]) =>
      readOne({ order_adjustments })?.keptBackMinor;
    expect(keptOf()).toBeUndefined();
    expect(keptOf(kept('-10.00', '-1.00'))).toBe(1100);
    expect(keptOf(kept('-10.00', '-1.00'), kept('2.00', '0.00'))).toBe(900);
    expect(keptOf(kept('-10.00', '-1.00'), kept('-3.00', '0.00', 'pending_refund'))).toBe(1100);
  });

  it('has paid back what left or will leave, and nothing known where no money is named', () => {
    const paid = (amount: string, status = 'success', kind = 'refund') => ({
      kind,
      status,
      amount,
      currency: 'USD',
    });
    const paidOf = (...transactions: readonly ReturnType<typeof paid>[]) =>
      readOne({ transactions })?.paidBackMinor;
    expect(paidOf()).toBeNull();
    expect(paidOf(paid('5.00', 'success', 'sale'))).toBeNull();
    expect(paidOf(paid('5.00', 'failure'))).toBe(0);
    expect(paidOf(paid('5.00'), paid('-2.00', 'pending'), paid('9.00', 'error'))).toBe(700);
  });
});

describe('what an edit took out of an order at Shopify', () => {
  const refunds = [
    refundOf({ id: 9, lines: [{ id: 1, subtotal: '20.00', quantity: 2 }], paid: null }),
  ];

  it('is nothing where all pieces are there, or were refunded, or nobody says what is left', () => {
    expect(read({})).toEqual({});
    expect(read({}, { current_quantity: null })).toEqual({});
    expect(Object.keys(read({ refunds }, { current_quantity: 3 }))).toEqual(['9']);
  });

  it('is the pieces that are gone beyond those refunded, with their share of the line', () => {
    const { edited } = read({ refunds }, { current_quantity: 1 });
    expect(edited).toEqual({
      at: Date.parse('2026-11-01T10:00:00Z'),
      lines: [{ lineId: '1', quantity: 2, netMinor: 2000, taxMinor: 200 }],
      shippingNetMinor: 0,
      shippingTaxMinor: 0,
      elsewhereMinor: 0,
      paidBackMinor: null,
    });
  });

  it('is the duties and fees that are less than they were beyond those refunded', () => {
    const duties = {
      original_total_duties_set: set('30.00'),
      current_total_duties_set: set('10.00'),
    };
    const fees = {
      original_total_additional_fees_set: set('5.00'),
      current_total_additional_fees_set: set('2.00'),
    };
    const named = [
      { ...refundOf({ id: 9, paid: null }), duties: [{ amount: '4.00' }] },
      { ...refundOf({ id: 10, paid: null }), additional_fees: [{ price: '1.00' }] },
    ];
    expect(read(duties)['edited']?.elsewhereMinor).toBe(2000);
    expect(read({ ...duties, ...fees })['edited']?.elsewhereMinor).toBe(2300);
    expect(read({ ...duties, ...fees, refunds: named })['edited']?.elsewhereMinor).toBe(1800);
    expect(read({ original_total_duties_set: set('30.00') })).toEqual({});
    const unchanged = { ...duties, current_total_duties_set: set('30.00') };
    expect(read(unchanged)).toEqual({});
    expect(Object.keys(read({ ...unchanged, refunds: named }))).toEqual(['9', '10']);
  });
});
