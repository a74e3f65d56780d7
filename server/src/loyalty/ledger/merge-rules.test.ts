import { describe, expect, it } from 'vitest';
import { awardWith, bookWith, lotsOf, postingWith } from '../../testing/books.ts';
import { NO_ENTRIES } from './book-rules.ts';
import { closeBook, takeMergedBalance, type MergedBalance } from './merge-rules.ts';

const merged: MergedBalance = {
  shopperId: 'old',
  head: 'old head',
  totals: {
    pending: 4,
    available: 6,
    held: 3,
    issued: -20,
    redeemed: 5,
    expired: 1,
    adjusted: 1,
  },
  counts: { points: 20, spendMinor: 700, orders: 2 },
  days: [[19_000, 20, 700, 2]],
  activeAt: 50,
  awards: [
    awardWith({ id: 'spent' }),
    awardWith({ id: 'one', lotPoints: 1, expireAt: 10 }),
    awardWith({ id: 'five', lotPoints: 5, expireAt: 20 }),
    awardWith({ id: 'waits', lotPoints: 4, matured: false }),
  ],
};

describe('closing a chain', () => {
  const book = bookWith({
    pending: 4,
    available: 6,
    held: 3,
    lifetime: 20,
    spendMinor: 700,
    orderCount: 2,
    awards: merged.awards,
  });
  const closed = closeBook(book, merged, { shopperId: 'new', head: 'new head', now: 9 });

  it('leaves nothing in any account and no lot', () => {
    expect(closed.account).toEqual(bookWith().account);
    expect(lotsOf(closed)).toEqual({ spent: 0, one: 0, five: 0, waits: 0 });
  });

  it('is one transaction with the opposite of everything there was', () => {
    expect(closed.postings).toEqual([
      postingWith({
        kind: 'merge',
        entries: {
          pending: -4,
          available: -6,
          held: -3,
          issued: 20,
          redeemed: -5,
          expired: -1,
          adjusted: -1,
        },
        lots: [
          ['one', -1],
          ['five', -5],
          ['waits', -4],
        ],
        effectiveAt: 9,
        counts: { points: -20, spendMinor: -700, orders: -2 },
        merge: { shopperId: 'new', head: 'new head', days: [] },
      }),
    ]);
  });

  it('with nothing in it writes nothing as 0, never as its negative', () => {
    const nothing = { ...merged, totals: NO_ENTRIES, awards: [] };
    const counts = { points: 0, spendMinor: 0, orders: 0 };
    const { postings } = closeBook(
      bookWith(),
      { ...nothing, counts },
      { shopperId: 'new', head: '', now: 9 },
    );
    expect(postings[0]).toStrictEqual({
      ...postingWith({ kind: 'merge', effectiveAt: 9 }),
      counts,
      merge: { shopperId: 'new', head: '', days: [] },
    });
  });
});

describe('taking the balance of a merged shopper', () => {
  const own = awardWith({ id: 'own', lotPoints: 8, expireAt: 15 });

  it('adds up balances and keeps every lot', () => {
    const book = bookWith({
      pending: 1,
      available: 8,
      held: 1,
      lifetime: 10,
      spendMinor: 100,
      orderCount: 1,
      awards: [own],
    });
    const after = takeMergedBalance(book, merged, 9);
    expect(after.account).toEqual({
      pending: 5,
      available: 14,
      held: 4,
      lifetime: 30,
      spendMinor: 800,
      orderCount: 3,
    });
    expect([...after.awards.values()]).toEqual([own, ...merged.awards]);
    expect(after.postings).toEqual([
      postingWith({
        kind: 'merge',
        entries: merged.totals,
        lots: merged.awards.map(({ id, lotPoints }) => [id, lotPoints] as const),
        effectiveAt: 9,
        counts: merged.counts,
        merge: { shopperId: 'old', head: 'old head', days: merged.days },
      }),
    ]);
  });

  it.each([
    ['the own', 51, 51],
    ['either', 50, 50],
    ['the other', 49, 50],
  ])('keeps alive by the later act, here %s', (_, activeAt, kept) => {
    expect(takeMergedBalance(bookWith({ activeAt }), merged, 9).activeAt).toBe(kept);
  });

  it.each([
    ['one point', -1, { one: 0, five: 5 }],
    ['a part', -2, { one: 0, five: 4 }],
    ['all of it', -6, { one: 0, five: 0 }],
    ['more than it', -7, { one: 0, five: 0 }],
  ])('repays a debt of the own book of %s from the lots that come', (_, available, left) => {
    const after = takeMergedBalance(bookWith({ available }), merged, 9);
    expect(lotsOf(after)).toEqual({ spent: 0, waits: 4, ...left });
    expect(after.account.available).toBe(available + 6);
  });

  it.each([
    ['one point', -1, 7],
    ['all there is', -8, 0],
    ['more than there is', -9, 0],
  ])('repays a debt that comes of %s from the own lots', (_, available, left) => {
    const indebted = {
      ...merged,
      totals: { ...NO_ENTRIES, available, issued: -available },
      awards: [],
    };
    const after = takeMergedBalance(bookWith({ available: 8, awards: [own] }), indebted, 9);
    expect(lotsOf(after)).toEqual({ own: left });
    expect(after.account.available).toBe(8 + available);
  });

  it('takes from no lot where both are in debt', () => {
    const indebted = { ...merged, totals: { ...NO_ENTRIES, available: -2, issued: 2 }, awards: [] };
    const after = takeMergedBalance(
      bookWith({ available: -3, awards: [awardWith()] }),
      indebted,
      9,
    );
    expect(after.account.available).toBe(-5);
    expect(after.postings[0]?.lots).toEqual([]);
  });
});
