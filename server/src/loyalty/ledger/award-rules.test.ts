import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { given, move, NOW, receipt, to } from '../../testing/award-moves.ts';
import { awardWith, bookWith, lotsOf, postingWith } from '../../testing/books.ts';
import { deltaOf, moveAward } from './award-rules.ts';
import { awardOf, type Award, type Book } from './book-rules.ts';

it.each([
  ['nothing of nothing', 0, {}, 0],
  ['what is missing', 10, { posted: 4 }, 6],
  ['what is too much', 4, { posted: 10 }, -6],
  ['nothing where what is too much was forgiven', 4, { posted: 10, forgiven: 6 }, 0],
  ['counted from what was not forgiven', 7, { posted: 10, forgiven: 6 }, 3],
])('the difference to post is %s', (_, target, award, delta) => {
  expect(deltaOf(awardWith(award), target)).toBe(delta);
});

describe('an award that is at its target', () => {
  it('is a row of nothing where it is new', () => {
    expect(move(bookWith({ awards: [given(0)] }), { isNew: true }).postings).toEqual([
      postingWith({ awardId: 'a', effectiveAt: 7, receipt }),
    ]);
  });

  it('is no row where it is known', () => {
    const book = bookWith({ available: 10, awards: [given(10)] });
    expect(move(book, { target: 10 }).postings).toEqual([]);
  });
});

describe('points that come', () => {
  it('can be spent at once where their time has come', () => {
    const after = move(bookWith({ awards: [given(2)] }), { target: 10 });
    expect(after.postings).toEqual([
      postingWith({
        awardId: 'a',
        entries: { available: 8, issued: -8 },
        lots: [['a', 8]],
        effectiveAt: 7,
        receipt,
      }),
    ]);
    expect(awardOf(after, 'a')).toMatchObject({ posted: 10, lotPoints: 10, forgiven: 0 });
  });

  it.each([
    ['an instant from now', NOW + 1, { pending: 10, available: 0 }],
    ['exactly now', NOW, { pending: 0, available: 10 }],
  ])('whose time is %s wait or not', (_, matureAt, account) => {
    const after = move(bookWith({ awards: [given(0)] }), { target: 10, matureAt });
    expect(after.account).toMatchObject(account);
    expect(awardOf(after, 'a').matured).toBe(matureAt <= NOW);
  });

  it.each([
    ['one of which was forgiven', 1, 9, 0],
    ['that were forgiven but for one', 9, 1, 0],
    ['that were all forgiven', 10, 0, 0],
    ['of fewer than were forgiven', 11, 0, 1],
  ])('%s un-forgive first and post the rest', (_, forgiven, coming, left) => {
    const book = bookWith({ awards: [awardWith({ posted: forgiven, forgiven })] });
    const after = move(book, { target: 10 });
    expect(after.account.available).toBe(coming);
    expect(after.postings).toHaveLength(coming > 0 ? 1 : 0);
    expect(awardOf(after, 'a')).toMatchObject({ posted: forgiven + coming, forgiven: left });
  });

  it.each([
    ['a part of them', -4, 6],
    ['all but one', -9, 1],
    ['more than they are', -11, 0],
  ])('repay a debt of %s before the lot gets anything', (_, available, left) => {
    const after = move(bookWith({ available, awards: [given(0)] }), { target: 10 });
    expect(lotsOf(after)).toEqual({ a: left });
    expect(after.account.available).toBe(available + 10);
  });

  it('that wait repay no debt', () => {
    const after = move(bookWith({ available: -4, awards: [given(0)] }), {
      target: 10,
      matureAt: NOW + 1,
    });
    expect(lotsOf(after)).toEqual({ a: 10 });
    expect(after.account).toMatchObject({ available: -4, pending: 10 });
  });
});

describe('points that go', () => {
  const others = [
    awardWith({ id: 'b', lotPoints: 3, expireAt: 10 }),
    awardWith({ id: 'c', lotPoints: 4, expireAt: 20 }),
  ];
  /** Ten points were given, and six of them spent. */
  const spent = (change: Partial<Award> = {}): Book =>
    bookWith({
      available: change.matured === false ? 7 : 11,
      pending: change.matured === false ? 4 : 0,
      lifetime: 17,
      awards: [given(10, { lotPoints: 4, ...change }), ...others],
    });

  it('come from their own lot first', () => {
    const after = move(spent(), { target: 6 });
    expect(after.postings).toEqual([
      postingWith({
        kind: 'clawback',
        awardId: 'a',
        entries: { available: -4, issued: 4 },
        lots: [['a', -4]],
        effectiveAt: 7,
        receipt,
      }),
    ]);
    expect(awardOf(after, 'a')).toMatchObject({ posted: 6, forgiven: 0, borrowed: [] });
  });

  it('come from a single point of their own lot', () => {
    expect(lotsOf(move(spent(), { target: 9 }))).toEqual({ a: 3, b: 3, c: 4 });
  });

  it('come from the earliest end where their own lot lacks some, and that is remembered', () => {
    const after = move(spent(), { target: 2 });
    expect(lotsOf(after)).toEqual({ a: 0, b: 0, c: 3 });
    const borrowed = [
      ['b', 3],
      ['c', 1],
    ];
    expect(awardOf(after, 'a')).toMatchObject({ posted: 2, borrowed });
    expect(after.postings[0]?.lots).toEqual([
      ['a', -4],
      ['b', -3],
      ['c', -1],
    ]);
  });

  it('add to what was borrowed before', () => {
    const after = move(spent({ lotPoints: 0, borrowed: [['z', 1]] }), { target: 9 });
    expect(awardOf(after, 'a').borrowed).toEqual([
      ['z', 1],
      ['b', 1],
    ]);
    expect(after.postings[0]?.lots).toEqual([['b', -1]]);
  });

  it.each([
    ['withinBalance', 0, 2, 0],
    ['unlimited', 0, 0, -2],
    ['onlyPending', 4, 13, 11],
  ] as const)(
    'beyond what there is are by the policy %s forgiven, owed or left',
    (policy, lot, forgiven, available) => {
      const book = spent();
      const more = { ...book, awards: new Map(book.awards).set('a', given(13, { lotPoints: 4 })) };
      const after = move(more, { policy });
      expect(awardOf(after, 'a')).toMatchObject({ lotPoints: lot, forgiven });
      expect(awardOf(after, 'a').posted).toBe(13 - (11 - available));
      expect(after.account.available).toBe(available);
    },
  );

  it.each([
    ['onlyPending', { pending: 0, available: 7 }, 6],
    ['withinBalance', { pending: 0, available: 1 }, 0],
    ['unlimited', { pending: 0, available: 1 }, 0],
  ] as const)('while they wait come from the pending ones, by %s', (policy, account, forgiven) => {
    const after = moveAward(
      spent({ matured: false, matureAt: NOW + 1 }),
      'a',
      to({ policy, matureAt: NOW + 1 }),
      NOW,
    );
    expect(after.account).toMatchObject(account);
    expect(awardOf(after, 'a').forgiven).toBe(forgiven);
  });
});

it('what the source counts for tiers rides on the row that moves its points', () => {
  const counts = { points: 10, spendMinor: 1000, orders: 1 };
  const after = move(bookWith({ awards: [given(0)] }), { target: 10, counts });
  expect(after.postings.map((posting) => [posting.kind, posting.counts])).toEqual([
    ['earn', counts],
  ]);
});

it('after any targets under any policy posted less forgiven is the last target, and no balance is made up', () => {
  const policy = fc.constantFrom(
    'onlyPending' as const,
    'withinBalance' as const,
    'unlimited' as const,
  );
  const steps = fc.array(fc.record({ target: fc.nat(50), policy }), { minLength: 1 });
  fc.assert(
    fc.property(steps, (moves) => {
      let book = bookWith({
        available: 20,
        lifetime: 20,
        awards: [given(0), awardWith({ id: 'b', posted: 20, lotPoints: 20 })],
      });
      for (const step of moves) {
        book = move(book, step);
        const { posted, forgiven } = awardOf(book, 'a');
        expect(posted - forgiven).toBe(step.target);
        expect(book.account.lifetime).toBe(20 + posted);
        const inLots = Object.values(lotsOf(book)).reduce((sum, points) => sum + points, 0);
        expect(inLots).toBe(Math.max(0, book.account.available));
      }
    }),
  );
});
