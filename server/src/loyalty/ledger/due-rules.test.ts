import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { awardWith, bookWith, holdingWith, lotsOf, postingWith } from '../../testing/books.ts';
import type { Book } from './book-rules.ts';
import { settle } from './due-rules.ts';

const kindsOf = (book: Book): string[] =>
  book.postings.map(
    ({ kind, awardId, redemptionId, effectiveAt }) =>
      `${kind} ${awardId ?? redemptionId} at ${effectiveAt}`,
  );

describe('points that wait', () => {
  const book = bookWith({
    pending: 5,
    awards: [awardWith({ matured: false, lotPoints: 5, matureAt: 10, expireAt: 20 })],
  });

  it('wait on an instant before their time', () => {
    expect(settle(book, 9)).toBe(book);
  });

  it('can be spent exactly at their time', () => {
    const after = settle(book, 10);
    expect(after.postings).toEqual([
      postingWith({
        kind: 'mature',
        awardId: 'a',
        entries: { pending: -5, available: 5 },
        effectiveAt: 10,
      }),
    ]);
    expect(after.awards.get('a')?.matured).toBe(true);
    expect(lotsOf(after)).toEqual({ a: 5 });
  });

  it('mature and end where both times have passed, each dated when it was due', () => {
    expect(kindsOf(settle(book, 99))).toEqual(['mature a at 10', 'expire a at 20']);
  });

  it.each([
    ['one point', -1, 4],
    ['all of them', -5, 0],
    ['more than they are', -6, 0],
  ])('repay a debt of %s as they mature', (_, available, left) => {
    const after = settle({ ...book, account: { ...book.account, available } }, 10);
    expect(lotsOf(after)).toEqual({ a: left });
    expect(after.account).toMatchObject({ pending: 0, available: available + 5 });
  });
});

describe('points that end', () => {
  const book = bookWith({ available: 5, awards: [awardWith({ lotPoints: 5, expireAt: 20 })] });

  it('are there an instant before their end', () => {
    expect(settle(book, 19)).toBe(book);
  });

  it('are gone exactly at their end', () => {
    expect(settle(book, 20).postings).toEqual([
      postingWith({
        kind: 'expire',
        awardId: 'a',
        entries: { available: -5, expired: 5 },
        lots: [['a', -5]],
        effectiveAt: 20,
      }),
    ]);
  });

  it('of a lot that is kept alive end so many days after the last act', () => {
    const idle = bookWith({
      available: 5,
      activeAt: 7,
      awards: [awardWith({ lotPoints: 5, idleDays: 1 })],
    });
    expect(settle(idle, DAY_MS + 6)).toBe(idle);
    expect(kindsOf(settle(idle, DAY_MS + 7))).toEqual([`expire a at ${DAY_MS + 7}`]);
  });

  it('of a single one are gone too', () => {
    const one = bookWith({ available: 1, awards: [awardWith({ lotPoints: 1, expireAt: 20 })] });
    expect(kindsOf(settle(one, 20))).toEqual(['expire a at 20']);
  });
});

describe('what has nothing to do', () => {
  it('is an empty lot, whether it waits or has ended', () => {
    const book = bookWith({
      awards: [awardWith({ expireAt: 1 }), awardWith({ id: 'b', matured: false, matureAt: 1 })],
    });
    expect(settle(book, 99)).toBe(book);
  });

  it.each(['held', 'used', 'released', 'releasing', 'expired'] as const)(
    'is a code that is %s, past its end',
    (state) => {
      const book = bookWith({ held: 10, holdings: [holdingWith({ state, expireAt: 1 })] });
      expect(settle(book, 99)).toBe(book);
    },
  );
});

describe('a code that was not used', () => {
  const book = bookWith({
    held: 10,
    awards: [awardWith({ expireAt: 30 })],
    holdings: [holdingWith({ expireAt: 25, allocations: [['a', 10]] })],
  });

  it('is good an instant before its end', () => {
    expect(settle(book, 24)).toBe(book);
  });

  it('lapses exactly at its end and gives its points back', () => {
    const after = settle(book, 25);
    expect(kindsOf(after)).toEqual(['release r at 25']);
    expect(after.holdings.get('r')?.state).toBe('expired');
    expect(after.account).toMatchObject({ held: 0, available: 10 });
  });

  it('gives points back to a lot that has ended, and there they end at once', () => {
    const ended = { ...book, awards: new Map([['a', awardWith({ expireAt: 20 })]]) };
    const after = settle(ended, 25);
    expect(after.postings.map(({ kind }) => kind)).toEqual(['release', 'expire']);
    expect(after.account).toMatchObject({ held: 0, available: 0 });
  });
});

describe('the order in which time is settled', () => {
  const lot = (id: string, expireAt: number) => awardWith({ id, lotPoints: 1, expireAt });

  it('is the earliest first, whatever stands first in the book', () => {
    const book = bookWith({ available: 3, awards: [lot('c', 3), lot('a', 1), lot('b', 2)] });
    expect(kindsOf(settle(book, 9))).toEqual(['expire a at 1', 'expire b at 2', 'expire c at 3']);
  });

  it('within one instant is that of the book, and lots come before codes', () => {
    const book = bookWith({
      available: 2,
      held: 10,
      awards: [lot('b', 5), lot('a', 5), awardWith({ id: 'c' })],
      holdings: [holdingWith({ expireAt: 5, allocations: [['c', 10]] })],
    });
    expect(kindsOf(settle(book, 9))).toEqual(['expire b at 5', 'expire a at 5', 'release r at 5']);
  });
});
