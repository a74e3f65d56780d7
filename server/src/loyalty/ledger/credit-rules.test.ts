import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardWith, bookWith } from '../../testing/books.ts';
import { awardOf } from './book-rules.ts';
import { repayDebt, returnToLots } from './credit-rules.ts';

describe('repaying debt', () => {
  it.each([
    ['without debt every lot gets its points', 0, [5, 7], [5, 7]],
    ['a debt of one point is taken from the first lot', 1, [5, 7], [4, 7]],
    ['a debt of as much as the first lot gets leaves it nothing', 5, [5, 7], [0, 7]],
    ['a debt of one point more reaches the second lot', 6, [5, 7], [0, 6]],
    ['a debt of all of it leaves nothing', 12, [5, 7], [0, 0]],
    ['a debt of more than all of it leaves nothing', 13, [5, 7], [0, 0]],
  ])('%s', (_, debt, points, left) => {
    const moves = points.map((part, index) => [`lot${index}`, part] as const);
    const kept = left.flatMap((part, index) => (part > 0 ? [[`lot${index}`, part]] : []));
    expect(repayDebt(debt, moves)).toEqual(kept);
  });

  it('no lots get nothing', () => {
    expect(repayDebt(3, [])).toEqual([]);
  });

  it('whatever the debt, it takes as much of the points as it is, and never more', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.array(fc.integer({ min: 1, max: 100 })), (debt, points) => {
        const sum = points.reduce((total, part) => total + part, 0);
        const left = repayDebt(
          debt,
          points.map((part, index) => [`lot${index}`, part] as const),
        ).reduce((total, [, part]) => total + part, 0);
        expect(left).toBe(Math.max(0, sum - debt));
      }),
    );
  });
});

describe('points that return to their lots', () => {
  it('all reach a lot that has matured and forgives nothing', () => {
    const book = bookWith({ awards: [awardWith({ posted: 10, lotPoints: 2 })] });
    const got = returnToLots(book, [['a', 8]]);
    expect(got).toEqual({ book, lots: [['a', 8]], available: 8, early: 0, reclaimed: 0 });
    expect(got.book).toBe(book);
  });

  it.each([
    ['one point', 1, { lots: [['a', 7]], available: 7, reclaimed: 1 }, 0],
    ['less than returns', 3, { lots: [['a', 5]], available: 5, reclaimed: 3 }, 0],
    ['as much as returns', 8, { lots: [], available: 0, reclaimed: 8 }, 0],
    ['more than returns', 9, { lots: [], available: 0, reclaimed: 8 }, 1],
  ])('go first against what was forgiven, where it is %s', (_, forgiven, credit, still) => {
    const book = bookWith({ awards: [awardWith({ posted: 10, forgiven })] });
    const got = returnToLots(book, [['a', 8]]);
    expect(got).toMatchObject(credit);
    expect(awardOf(got.book, 'a')).toMatchObject({
      forgiven: still,
      posted: 10 - (forgiven - still),
    });
  });

  it('repay debt before the lot gets anything, and are available all the same', () => {
    const book = bookWith({ available: -3, awards: [awardWith()] });
    expect(returnToLots(book, [['a', 8]])).toMatchObject({ lots: [['a', 5]], available: 8 });
  });

  it('make a lot that waits mature early, with what is in it', () => {
    const book = bookWith({ awards: [awardWith({ matured: false, lotPoints: 4 })] });
    const got = returnToLots(book, [['a', 8]]);
    expect(got).toMatchObject({ lots: [['a', 8]], available: 8, early: 4 });
    expect(awardOf(got.book, 'a').matured).toBe(true);
  });

  it('let a lot wait on where all of them go against what was forgiven', () => {
    const book = bookWith({
      awards: [awardWith({ matured: false, lotPoints: 4, posted: 8, forgiven: 8 })],
    });
    const got = returnToLots(book, [['a', 8]]);
    expect(got.early).toBe(0);
    expect(awardOf(got.book, 'a').matured).toBe(false);
  });

  it('count a lot that waits once, though two parts return to it', () => {
    const book = bookWith({ awards: [awardWith({ matured: false, lotPoints: 4 })] });
    expect(
      returnToLots(book, [
        ['a', 8],
        ['a', 1],
      ]),
    ).toMatchObject({ available: 9, early: 4 });
  });

  it('sum up over several lots', () => {
    const book = bookWith({
      awards: [
        awardWith({ forgiven: 1, posted: 5 }),
        awardWith({ id: 'b', forgiven: 2, posted: 5 }),
        awardWith({ id: 'c', matured: false, lotPoints: 3 }),
        awardWith({ id: 'd', matured: false, lotPoints: 4 }),
      ],
    });
    expect(
      returnToLots(book, [
        ['a', 10],
        ['b', 10],
        ['c', 10],
        ['d', 10],
      ]),
    ).toMatchObject({ available: 37, early: 7, reclaimed: 3 });
  });
});
