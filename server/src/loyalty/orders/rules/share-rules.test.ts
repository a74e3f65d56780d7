import { describe, expect, it } from 'vitest';
import type { OrderRequest } from '@okaeri/shared/orders';
import { lineOf, orderOf, orderRuleOf } from '../../../testing/rule-inputs.ts';
import { readMoney } from './money-rules.ts';
import { closingReason, settleOn, type Measure } from './share-rules.ts';

const measureOf = (order: Partial<OrderRequest> = {}, change: Partial<Measure> = {}): Measure => {
  const state = orderOf(order);
  const rule = change.rule ?? orderRuleOf();
  return {
    state,
    rule,
    money: readMoney(state, rule),
    programVersion: 3,
    fixed: undefined,
    rate: { amountMinor: 100, points: 1 },
    factor: '1.5',
    refused: null,
    closed: closingReason(state),
    ...change,
  };
};
const settle = (measure: Measure, awarded: number, desired = awarded, campaignId = '') =>
  settleOn(measure, { desired, campaignId: campaignId || null })(awarded, null);
const ofLines = (...refunds: number[]): Partial<OrderRequest> => ({
  lines: refunds.map((refundedMinor, index) =>
    lineOf(String.fromCodePoint(97 + index), { refundedMinor }),
  ),
});

it.each([
  ['is none of a paid one', {}, null],
  ['is none of an unpaid one', { paymentStatus: 'unpaid' }, null],
  ['is its voiding', { paymentStatus: 'voided' }, 'orderVoided'],
  [
    'is its cancelling, before its voiding',
    { paymentStatus: 'voided', cancelledAt: '2026-03-11T00:00:00Z' },
    'orderCancelled',
  ],
] as const)('why an order keeps nothing %s', (_, order, reason) => {
  expect(closingReason(orderOf(order))).toBe(reason);
});

it('a receipt says everything its points were counted from', () => {
  const cap = { room: 20, until: null };
  const { target, receipt } = settleOn(measureOf(ofLines(0, 0)), { desired: 30, campaignId: null })(
    20,
    cap,
  );
  expect(target).toBe(20);
  expect(receipt).toEqual({
    ruleId: 'order',
    campaignId: null,
    programVersion: 3,
    basisMinor: 2000,
    currency: 'USD',
    rate: { amountMinor: 100, points: 1 },
    multiplier: '1.5',
    rounding: 'floor',
    desired: 30,
    awarded: 20,
    cap,
    reason: null,
    lines: [
      { lineId: 'a', basisMinor: 1000, share: 10, kept: 10 },
      { lineId: 'b', basisMinor: 1000, share: 10, kept: 10 },
    ],
  });
});

describe('what a line keeps of its share', () => {
  it.each([
    ['all of what was not sent back', 0, 10],
    ['all of what was sent back by a unit, rounded up', 1, 10],
    ['half of what was sent back by half', 500, 5],
    ['one of what was sent back but for a unit, rounded up', 999, 1],
    ['nothing of what was sent back', 1000, 0],
  ])('is %s', (_, refunded, kept) => {
    const { target, receipt } = settle(measureOf(ofLines(refunded)), 10);
    expect(receipt.lines).toEqual([{ lineId: 'a', basisMinor: 1000, share: 10, kept }]);
    expect(target).toBe(kept);
    expect(receipt.reason).toBe(kept > 0 ? null : 'fullyRefunded');
  });

  it('is nothing of a line that was free', () => {
    const lines = [lineOf('a'), lineOf('b', { priceMinor: 0 })];
    expect(settle(measureOf({ lines }), 10).receipt.lines[1]).toEqual({
      lineId: 'b',
      basisMinor: 0,
      share: 0,
      kept: 0,
    });
  });

  it('is nothing of a cancelled order, whose reason stands before any other', () => {
    const { target, receipt } = settle(measureOf({ cancelledAt: '2026-03-11T00:00:00Z' }), 0, 10);
    expect(target).toBe(0);
    expect(receipt.reason).toBe('orderCancelled');
    expect(settle(measureOf({ paymentStatus: 'voided' }), 10).receipt).toMatchObject({
      reason: 'orderVoided',
      lines: [{ share: 10, kept: 0 }],
    });
  });

  it('is by largest remainder, so that shares sum to the whole', () => {
    const { receipt } = settle(measureOf(ofLines(0, 0, 0)), 10);
    expect(receipt.lines.map(({ share }) => share)).toEqual([4, 3, 3]);
  });
});

describe('lines of a receipt', () => {
  const idsOf = (measure: Measure) => settle(measure, 10).receipt.lines.map(({ lineId }) => lineId);

  it('leave out shipping that does not count', () => {
    expect(idsOf(measureOf({ shippingMinor: 500 }))).toEqual(['a']);
  });

  it('have shipping that counts', () => {
    const rule = orderRuleOf({ includeShipping: true });
    expect(idsOf(measureOf({ shippingMinor: 500 }, { rule }))).toEqual(['a', null]);
  });

  it('leave out what is outside the rule’s scope', () => {
    const rule = orderRuleOf({ scope: { productIds: ['p-b'] } });
    const state = orderOf(ofLines(0, 0));
    const money = readMoney(state, { ...rule, lineCounts: ({ id }) => id === 'b' });
    expect(idsOf(measureOf(ofLines(0, 0), { rule, money }))).toEqual(['b']);
  });
});

describe('why nothing is kept', () => {
  const nothing = { lines: [lineOf('a', { priceMinor: 0 })] };
  it.each([
    [
      'the rule’s refusal',
      measureOf({}, { refused: 'belowMinimumBasket' }),
      0,
      '',
      'belowMinimumBasket',
    ],
    ['that nothing counts', measureOf(nothing), 0, '', 'nothingCounts'],
    ['that it is below one point', measureOf(), 0, '', 'belowOnePoint'],
    ['that the limit is reached', measureOf(), 1, '', 'limitReached'],
    ['that the budget of its campaign is spent', measureOf(), 1, 'spring', 'budgetSpent'],
    ['that it is below one point in a campaign too', measureOf(), 0, 'spring', 'belowOnePoint'],
  ] as const)('is %s', (...[, measure, desired, campaignId, reason]) => {
    expect(settle(measure, 0, desired, campaignId)).toMatchObject({
      target: 0,
      receipt: { reason, campaignId: campaignId || null },
    });
  });

  it('is that nothing counts where what counted was sent back and the rest was kept', () => {
    const order = { ...ofLines(1000), shippingMinor: 500 };
    expect(settle(measureOf(order), 10).receipt.reason).toBe('nothingCounts');
  });

  it('of a rule that refuses has no basis, no rate and no lines', () => {
    const { target, receipt } = settle(measureOf({}, { refused: 'currencyNotInProgramme' }), 10);
    expect(target).toBe(0);
    expect(receipt).toMatchObject({ basisMinor: 0, rate: null, lines: [], awarded: 10 });
  });
});
