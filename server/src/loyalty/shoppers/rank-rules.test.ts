import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder, placeOf, placeText, rankOf, sortedBy } from './rank-rules.ts';

const row = (id: string, change: { available?: number; name?: string } = {}) => ({
  shopId: 's',
  id,
  externalId: id,
  email: null,
  name: null,
  available: 0,
  pending: 0,
  orderCount: 0,
  spendMinor: 0,
  lastOrderAt: null,
  ...change,
});

it('who never ordered is ordered as if it were longest ago', () => {
  expect(rankOf(row('a')).lastOrderAt).toBe(0);
});

it('a place is the same after it was text, and a foreign one is none', () => {
  expect(placeOf(placeText({ value: -12, id: 'a' }), 'available')).toEqual({ value: -12, id: 'a' });
  expect(placeOf(placeText({ value: 'ab', id: 'a' }), 'name')).toEqual({ value: 'ab', id: 'a' });
  for (const text of ['', '12', 'x_a', '12_', "1_a'b", 'ab_a'])
    expect(placeOf(text, 'available')).toBeUndefined();
});

it('pages from place to place hold everybody once, in order', () => {
  const balances = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 20 });
  fc.assert(
    fc.property(balances, fc.constantFrom('asc' as const, 'desc' as const), (all, order) => {
      const ranks = all.map((available, i) => rankOf(row(`s${i}`, { available })));
      const whole = inOrder(ranks, { sort: 'available', order, after: undefined });
      const walked = [];
      let after: { value: string | number; id: string } | undefined;
      for (;;) {
        const [next] = inOrder(ranks, { sort: 'available', order, after });
        if (next === undefined) break;
        walked.push(next);
        after = { value: sortedBy(next, 'available'), id: next.shopperId };
      }
      expect(walked).toEqual(whole);
      expect(whole).toHaveLength(ranks.length);
    }),
  );
});
