import { describe, expect, it } from 'vitest';
import { given, move, NOW } from '../../testing/award-moves.ts';
import { awardWith, bookWith, lotsOf, postingWith } from '../../testing/books.ts';
import { awardOf } from './book-rules.ts';

describe('points that come to an award which had borrowed from others', () => {
  const borrowed = [
    ['b', 3],
    ['c', 4],
  ] as const;
  const book = bookWith({
    awards: [given(0, { posted: -7, borrowed }), awardWith({ id: 'b' }), awardWith({ id: 'c' })],
  });

  it.each([
    ['one of them to the last', 1, { a: 0, b: 0, c: 1 }, [...borrowed.slice(0, 1), ['c', 3]]],
    ['as many as the last gave', 4, { a: 0, b: 0, c: 4 }, borrowed.slice(0, 1)],
    ['one more to the one before', 5, { a: 0, b: 1, c: 4 }, [['b', 2]]],
    ['as many as were borrowed', 7, { a: 0, b: 3, c: 4 }, []],
    ['and one more to its own lot', 8, { a: 1, b: 3, c: 4 }, []],
  ] as const)('return: %s', (_, points, lots, left) => {
    const after = move(book, { target: points - 7 });
    expect(lotsOf(after)).toEqual(lots);
    expect(awardOf(after, 'a')).toMatchObject({ posted: points - 7, borrowed: left });
    expect(after.account).toMatchObject({ available: points, lifetime: points });
  });

  it('repay a debt before the lots they return to, and then before their own', () => {
    const indebted = { ...book, account: { ...book.account, available: -8 } };
    expect(lotsOf(move(indebted, { target: 2 }))).toEqual({ a: 1, b: 0, c: 0 });
    const less = { ...book, account: { ...book.account, available: -6 } };
    expect(lotsOf(move(less, { target: 2 }))).toEqual({ a: 2, b: 1, c: 0 });
  });

  it('make a lot that waits mature early, while the own one waits', () => {
    const waiting = bookWith({
      pending: 5,
      awards: [
        given(0, { posted: -3, borrowed: [['b', 3]] }),
        awardWith({ id: 'b', matured: false, lotPoints: 5 }),
      ],
    });
    const after = move(waiting, { target: 2, matureAt: NOW + 1 });
    expect(after.postings[0]?.entries).toMatchObject({ pending: -3, available: 8, issued: -5 });
    expect(lotsOf(after)).toEqual({ a: 2, b: 8 });
    const all = move(waiting, { target: 0, matureAt: NOW + 1 });
    expect(all.postings[0]?.lots).toEqual([['b', 3]]);
  });

  it('are taken against what the others had forgiven', () => {
    const forgiving = bookWith({
      lifetime: 10,
      awards: [
        given(0, { posted: -3, borrowed: [['b', 3]] }),
        awardWith({ id: 'b', posted: 10, forgiven: 2 }),
      ],
    });
    const after = move(forgiving, { target: 0 });
    expect(after.postings[0]?.entries).toMatchObject({ available: 1, issued: -1 });
    expect(awardOf(after, 'b')).toMatchObject({ posted: 8, forgiven: 0, lotPoints: 1 });
  });
});

describe('the dates of a lot', () => {
  it.each([
    ['that has points waits again where the payment fell through', NOW + 1, given(10), ['mature']],
    ['that is empty waits again without a row', NOW + 1, given(0), []],
    ['that waits goes on until time is settled', 50, given(10, { matured: false }), []],
    ['that waits goes on where it is not due', NOW + 1, given(10, { matured: false }), []],
    ['that has matured and is due stays so', NOW, given(10), []],
  ])('follow their source: a lot %s', (_, matureAt, award, kinds) => {
    const { lotPoints, matured } = award;
    const account = matured ? { available: lotPoints } : { pending: lotPoints };
    const after = move(bookWith({ ...account, awards: [award] }), { target: lotPoints, matureAt });
    expect(after.postings.map(({ kind }) => kind)).toEqual(kinds);
    expect(awardOf(after, 'a')).toMatchObject({ matureAt, matured: matured && matureAt <= NOW });
  });

  it('that waits again moves its points back to pending', () => {
    const book = bookWith({ available: 10, awards: [given(10)] });
    const after = move(book, { target: 10, matureAt: NOW + 1 });
    expect(after.postings).toEqual([
      postingWith({
        kind: 'mature',
        awardId: 'a',
        entries: { pending: 10, available: -10 },
        effectiveAt: 7,
      }),
    ]);
  });

  it('make an empty lot that is due mature', () => {
    const after = move(bookWith({ awards: [given(0, { matured: false })] }), { matureAt: NOW });
    expect(awardOf(after, 'a').matured).toBe(true);
  });

  const source = { expireAt: 901, idleDays: 3, limited: true };
  it.each([
    ['a lot that is new', { isNew: true }, {}, true],
    ['a lot that has not matured', {}, { matured: false }, true],
    ['a lot whose source has another date', { matureAt: 51 }, {}, true],
    ['a lot whose end was changed while its source was not', {}, {}, false],
  ])('end as the source says, or as they did: %s', (_, change, award, bySource) => {
    const after = move(bookWith({ awards: [given(0, award)] }), { ...source, ...change });
    const kept = { expireAt: 900, idleDays: 0, limited: false };
    expect(awardOf(after, 'a')).toMatchObject(bySource ? source : kept);
  });

  it('come with the grant of the source', () => {
    const grant = { room: 5, asked: 9, at: 1, used: 0, until: null };
    expect(awardOf(move(bookWith({ awards: [given(0)] }), { grant }), 'a').grant).toEqual(grant);
  });
});
