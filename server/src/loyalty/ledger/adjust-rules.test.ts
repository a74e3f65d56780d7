import { describe, expect, it } from 'vitest';
import { awardWith, bookWith, lotsOf, postingWith } from '../../testing/books.ts';
import { adjust } from './adjust-rules.ts';
import { awardOf, LedgerFault } from './book-rules.ts';

const input = { awardId: 'new', countsForLifetime: true, now: 9 };
const fresh = awardWith({ id: 'new', matured: false });

describe('points given by hand', () => {
  it('that count for a lifetime are issued, posted and counted', () => {
    const after = adjust(bookWith({ awards: [fresh] }), { ...input, points: 5 });
    const counts = { points: 5, spendMinor: 0, orders: 0 };
    expect(after.postings).toEqual([
      postingWith({
        kind: 'adjust',
        awardId: 'new',
        entries: { available: 5, issued: -5 },
        lots: [['new', 5]],
        effectiveAt: 9,
        counts,
      }),
    ]);
    expect(awardOf(after, 'new')).toMatchObject({ posted: 5, matured: true, counted: counts });
    expect(after.account).toMatchObject({ available: 5, lifetime: 5, spendMinor: 0 });
  });

  it('that do not count for a lifetime are neither issued, posted nor counted', () => {
    const after = adjust(bookWith({ awards: [fresh] }), {
      ...input,
      points: 5,
      countsForLifetime: false,
    });
    expect(after.postings).toEqual([
      postingWith({
        kind: 'adjust',
        awardId: 'new',
        entries: { available: 5, adjusted: -5 },
        lots: [['new', 5]],
        effectiveAt: 9,
      }),
    ]);
    expect(awardOf(after, 'new')).toMatchObject({
      posted: 0,
      counted: { points: 0, spendMinor: 0, orders: 0 },
    });
    expect(after.account).toMatchObject({ available: 5, lifetime: 0 });
  });

  it('may be a single one', () => {
    const after = adjust(bookWith({ awards: [fresh] }), { ...input, points: 1 });
    expect(after.postings[0]?.lots).toEqual([['new', 1]]);
  });

  it.each([
    ['a part of them', -2, [['new', 3]]],
    ['all of them', -5, []],
  ] as const)('repay a debt of %s before they open a lot', (_, available, lots) => {
    const after = adjust(bookWith({ available, awards: [fresh] }), { ...input, points: 5 });
    expect(after.postings[0]?.lots).toEqual(lots);
    expect(after.account.available).toBe(available + 5);
  });
});

describe('points taken by hand', () => {
  const lots = [
    awardWith({ id: 'early', lotPoints: 4, expireAt: 10 }),
    awardWith({ id: 'late', lotPoints: 6, expireAt: 20 }),
    awardWith({ id: 'waits', lotPoints: 8, expireAt: 1, matured: false }),
  ];
  const book = bookWith({ available: 10, pending: 8, awards: [fresh, ...lots] });

  it('come from the lots in spending order', () => {
    const after = adjust(book, { ...input, points: -5 });
    expect(lotsOf(after)).toEqual({ new: 0, early: 0, late: 5, waits: 8 });
    expect(after.postings[0]?.entries).toMatchObject({ available: -5, issued: 5, adjusted: 0 });
    expect(awardOf(after, 'new').posted).toBe(-5);
  });

  it.each([
    ['down to a single point', 1, { early: 4, late: 5, waits: 8 }],
    ['as far as it goes', 5, { early: 4, late: 1, waits: 8 }],
    ['and from the others what it lacks', 7, { early: 3, late: 0, waits: 8 }],
    ['and none from the others where it is enough', 6, { early: 4, late: 0, waits: 8 }],
  ])('come first from the lot whose giving is undone, %s', (_, points, left) => {
    const after = adjust(book, { ...input, points: -points, first: 'late' });
    expect(lotsOf(after)).toEqual({ new: 0, ...left });
  });

  it.each([
    ['has not matured', 'waits'],
    ['was not loaded', 'gone'],
  ])('come from the others where the lot whose giving is undone %s', (_, first) => {
    expect(lotsOf(adjust(book, { ...input, points: -4, first }))).toEqual({
      new: 0,
      early: 0,
      late: 6,
      waits: 8,
    });
  });

  it('come from the others, and no lot moves by nothing, where the lot to undo is empty', () => {
    const empty = awardWith({ id: 'empty' });
    const after = adjust(bookWith({ available: 10, awards: [fresh, empty, ...lots] }), {
      ...input,
      points: -4,
      first: 'empty',
    });
    expect(after.postings[0]?.lots).toEqual([['early', -4]]);
  });

  it('may be all there are', () => {
    expect(adjust(book, { ...input, points: -10 }).account.available).toBe(0);
  });

  it('of which the lots lack one are a fault', () => {
    expect(() => adjust(book, { ...input, points: -11 })).toThrow(LedgerFault);
  });
});
