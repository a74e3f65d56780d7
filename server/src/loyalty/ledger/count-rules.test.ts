import { describe, expect, it } from 'vitest';
import { awardWith, bookWith, postingWith } from '../../testing/books.ts';
import { awardOf, NO_COUNTS, NO_ENTRIES, post } from './book-rules.ts';
import { recountForTiers } from './count-rules.ts';

const counted = { points: 10, spendMinor: 500, orders: 1 };
const book = bookWith({ spendMinor: 1000, orderCount: 5, awards: [awardWith({ counted })] });

describe('what an award counts for tiers', () => {
  it('as before posts nothing', () => {
    expect(recountForTiers(book, 'a', { counts: { ...counted }, effectiveAt: 1 })).toBe(book);
  });

  it.each([
    ['one point more', { points: 11 }, { points: 1, spendMinor: 0, orders: 0 }],
    ['less money', { spendMinor: 499 }, { points: 0, spendMinor: -1, orders: 0 }],
    ['an order less', { orders: 0 }, { points: 0, spendMinor: 0, orders: -1 }],
    ['nothing more', NO_COUNTS, { points: -10, spendMinor: -500, orders: -1 }],
  ])('when it is %s posts the difference in a row of its own', (_, change, counts) => {
    const to = { ...counted, ...change };
    const after = recountForTiers(book, 'a', { counts: to, effectiveAt: 7 });
    expect(after.postings).toEqual([
      postingWith({ kind: 'count', awardId: 'a', effectiveAt: 7, counts, entries: NO_ENTRIES }),
    ]);
    expect(awardOf(after, 'a').counted).toEqual(to);
    expect(after.account).toMatchObject({
      spendMinor: 1000 + counts.spendMinor,
      orderCount: 5 + counts.orders,
    });
  });

  const to = { counts: { points: 12, spendMinor: 530, orders: 3 }, effectiveAt: 7 };
  const delta = { points: 2, spendMinor: 30, orders: 2 };

  it.each(['earn', 'clawback'] as const)(
    'rides on the %s of the same award that was just posted',
    (kind) => {
      const earlier = [postingWith({ kind: 'expire' }), postingWith({ kind: 'mature' })];
      const last = postingWith({ kind, awardId: 'a', effectiveAt: 3 });
      const after = recountForTiers([...earlier, last].reduce(post, book), 'a', to);
      expect(after.postings).toEqual([...earlier, { ...last, counts: delta }]);
      expect(after.account).toEqual({ ...book.account, spendMinor: 1030, orderCount: 7 });
      expect(awardOf(after, 'a').counted).toEqual(to.counts);
    },
  );

  it.each([
    ['an earning of another award', { kind: 'earn', awardId: 'b' }],
    ['a maturing of the same award', { kind: 'mature', awardId: 'a' }],
    ['an earning that counts already', { kind: 'earn', awardId: 'a', counts: NO_COUNTS }],
  ] as const)('does not ride on %s', (_, last) => {
    const after = recountForTiers(post(book, postingWith(last)), 'a', to);
    expect(after.postings.map(({ kind, counts }) => [kind, counts])).toEqual([
      [last.kind, 'counts' in last ? last.counts : undefined],
      ['count', delta],
    ]);
  });
});
