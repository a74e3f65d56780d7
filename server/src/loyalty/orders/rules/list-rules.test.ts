import { expect, it } from 'vitest';
import { aLine, anOrder } from '../../../testing/order-states.ts';
import { isNumbered, listedAs, moneyOf, numberKeyOf, standingOf } from './list-rules.ts';

const two = aLine('a', 1000, { quantity: 2 });

it.each<[string, Parameters<typeof anOrder>[0]]>([
  ['paid', {}],
  ['unpaid', { paymentStatus: 'unpaid' }],
  ['cancelled', { cancelledAt: '2026-11-02T00:00:00Z', paymentStatus: 'voided' }],
  ['voided', { paymentStatus: 'voided' }],
  ['partlyRefunded', { lines: [{ ...two, refundedQuantity: 1, refundedMinor: 1000 }] }],
  ['refunded', { lines: [{ ...two, refundedQuantity: 2, refundedMinor: 2000 }] }],
])('an order is listed as %s', (standing, change) => {
  expect(standingOf(anOrder({ lines: [two], ...change }))).toBe(standing);
});

it('what was charged and refunded of an order is told with all of its lines', () => {
  const lines = [{ ...two, refundedQuantity: 1, refundedMinor: 1000 }, aLine('b', 500)];
  expect(moneyOf(anOrder({ lines }))).toEqual({ totalMinor: 2500, refundedMinor: 1000 });
});

it.each([
  ['K-1311', '1311'],
  ['#1311', '1311'],
  ['１３１１', '1311'],
  ['ABCDEFG-1', 'abcdefg-1'],
])('%s is found as %s', (id, typed) => {
  expect(numberKeyOf(id)).toBe(numberKeyOf(typed));
  expect(listedAs(id, anOrder({})).numberKey).toBe(numberKeyOf(typed));
});

it.each([
  ['K-1311', '13', true],
  ['K-1311', 'k-13', true],
  ['K-1311', '31', false],
  ['#1311', '#13', true],
])('%s begins with what was typed, %s: %s', (id, typed, begins) => {
  expect(isNumbered(id, typed)).toBe(begins);
});
