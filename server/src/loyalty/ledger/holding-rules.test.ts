import { describe, expect, it } from 'vitest';
import { awardWith, bookWith, holdingWith, lotsOf, postingWith } from '../../testing/books.ts';
import { LedgerFault } from './book-rules.ts';
import {
  beginRelease,
  hold,
  issue,
  lapse,
  release,
  retake,
  takeFromLots,
  undoUse,
  use,
} from './holding-rules.ts';

const lots = [
  awardWith({ id: 'late', lotPoints: 6, expireAt: 20 }),
  awardWith({ id: 'b', lotPoints: 3, expireAt: 10 }),
  awardWith({ id: 'a', lotPoints: 1, expireAt: 10 }),
  awardWith({ id: 'waits', lotPoints: 8, expireAt: 1, matured: false }),
  awardWith({ id: 'empty', expireAt: 1 }),
];
const book = bookWith({ available: 10, pending: 8, awards: lots });

describe('taking from lots', () => {
  it.each([
    ['nothing moves no lot', 0, []],
    ['one point comes from the first of those that end together', 1, [['a', -1]]],
    [
      'a point more comes from the second',
      2,
      [
        ['a', -1],
        ['b', -1],
      ],
    ],
    [
      'more than those have comes from what ends later',
      5,
      [
        ['a', -1],
        ['b', -3],
        ['late', -1],
      ],
    ],
  ])('%s', (_, points, moves) => {
    expect(takeFromLots(book, points)).toEqual({ moves, taken: points });
  });

  it('takes what there is where more is asked for', () => {
    expect(takeFromLots(book, 11).taken).toBe(10);
  });

  it('takes nothing where there are no lots', () => {
    expect(takeFromLots(bookWith(), 5)).toEqual({ moves: [], taken: 0 });
  });

  it('leaves the lot alone that is named', () => {
    expect(takeFromLots(book, 2, 'b').moves).toEqual([
      ['a', -1],
      ['late', -1],
    ]);
  });
});

describe('holding points for a code', () => {
  const input = { id: 'r', state: 'held', points: 2, expireAt: 30, caps: [], now: 9 } as const;

  it('moves them from available to held and remembers their lots', () => {
    const after = hold(book, input);
    expect(after.postings).toEqual([
      postingWith({
        kind: 'redeem',
        redemptionId: 'r',
        entries: { available: -2, held: 2 },
        lots: [
          ['a', -1],
          ['b', -1],
        ],
        effectiveAt: 9,
      }),
    ]);
    const { now: _now, ...kept } = input;
    expect(after.holdings.get('r')).toEqual({
      ...kept,
      allocations: [
        ['a', 1],
        ['b', 1],
      ],
    });
  });

  it('may take all there are', () => {
    expect(hold(book, { ...input, points: 10 }).account).toMatchObject({ available: 0, held: 10 });
  });

  it('is a fault where one is missing', () => {
    expect(() => hold(book, { ...input, points: 11 })).toThrow(LedgerFault);
  });
});

describe('a code in hand', () => {
  const holding = holdingWith({
    points: 10,
    allocations: [
      ['late', 7],
      ['waits', 3],
    ],
  });
  const inHand = bookWith({ pending: 8, held: 10, awards: lots, holdings: [holding] });

  it('that is about to be deleted on its platform keeps its points held', () => {
    const after = beginRelease(inHand, 'r');
    expect(after.holdings.get('r')).toEqual({ ...holding, state: 'releasing' });
    expect(after.account).toBe(inHand.account);
  });

  it('that has waited is issued until then', () => {
    const after = issue(inHand, 'r', 77);
    expect(after.holdings.get('r')).toEqual({ ...holding, state: 'issued', expireAt: 77 });
  });

  it.each([
    ['given back', 'released', release],
    ['not used in time', 'expired', lapse],
  ])('that is %s returns its points, and a lot that waits matures early', (_, state, end) => {
    const after = end(inHand, 'r', 5);
    expect(after.postings).toEqual([
      postingWith({
        kind: 'release',
        redemptionId: 'r',
        entries: { pending: -8, held: -10, available: 18 },
        lots: [
          ['late', 7],
          ['waits', 3],
        ],
        effectiveAt: 5,
      }),
    ]);
    expect(after.holdings.get('r')).toEqual({ ...holding, state });
    expect(lotsOf(after)).toMatchObject({ late: 13, waits: 11 });
  });

  it('that is given back returns no points that had been forgiven', () => {
    const forgiving = awardWith({ id: 'late', posted: 10, forgiven: 4 });
    const after = release(
      bookWith({
        held: 10,
        lifetime: 10,
        awards: [forgiving],
        holdings: [{ ...holding, allocations: [['late', 10]] }],
      }),
      'r',
      5,
    );
    expect(after.account).toMatchObject({ available: 6, held: 0, lifetime: 6 });
    expect(lotsOf(after)).toEqual({ late: 6 });
  });

  it('that an order takes has its points spent', () => {
    const after = use(inHand, 'r', 5);
    expect(after.postings).toEqual([
      postingWith({
        kind: 'use',
        redemptionId: 'r',
        entries: { held: -10, redeemed: 10 },
        effectiveAt: 5,
      }),
    ]);
    expect(after.holdings.get('r')).toEqual({ ...holding, state: 'used' });
  });

  it('that an order gives back has its points held again', () => {
    const after = undoUse(bookWith({ holdings: [{ ...holding, state: 'used' }] }), 'r', 5);
    expect(after.postings[0]?.entries).toMatchObject({ held: 10, redeemed: -10 });
    expect(after.holdings.get('r')).toEqual(holding);
  });

  it.each([
    ['begin a release', () => beginRelease(book, 'gone')],
    ['issue', () => issue(book, 'gone', 1)],
    ['use', () => use(book, 'gone', 1)],
    ['release', () => release(book, 'gone', 1)],
    ['retake', () => retake(book, 'gone', 1)],
  ])('that was not loaded is a fault to %s', (_, act) => {
    expect(act).toThrow('Redemption gone was not loaded.');
  });
});

describe('a code that was used although it had been given back', () => {
  const released = holdingWith({ state: 'released', points: 10, allocations: [['gone', 10]] });

  it('takes its points again from the lots there are', () => {
    const after = retake({ ...book, holdings: new Map([['r', released]]) }, 'r', 5);
    const moves = [
      ['a', 1],
      ['b', 3],
      ['late', 6],
    ] as const;
    expect(after.postings).toEqual([
      postingWith({
        kind: 'redeem',
        redemptionId: 'r',
        entries: { available: -10, redeemed: 10 },
        lots: moves.map(([id, points]) => [id, -points] as const),
        effectiveAt: 5,
      }),
    ]);
    expect(after.holdings.get('r')).toEqual({ ...released, state: 'used', allocations: moves });
  });

  it('takes as debt what the lots lack', () => {
    const after = retake(
      bookWith({ available: 1, awards: [awardWith({ lotPoints: 1 })], holdings: [released] }),
      'r',
      5,
    );
    expect(after.account.available).toBe(-9);
    expect(after.holdings.get('r')?.allocations).toEqual([['a', 1]]);
  });
});
