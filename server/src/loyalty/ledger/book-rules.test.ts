import { describe, expect, it } from 'vitest';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import { awardWith, bookWith, holdingWith, lotsOf, postingWith } from '../../testing/books.ts';
import {
  awardOf,
  debtOf,
  dueAtOf,
  expiresAt,
  NO_COUNTS,
  NO_ENTRIES,
  post,
  recount,
  withAward,
  withHolding,
} from './book-rules.ts';

it('no entries are nothing in all seven accounts', () => {
  expect(NO_ENTRIES).toEqual({
    pending: 0,
    available: 0,
    held: 0,
    issued: 0,
    redeemed: 0,
    expired: 0,
    adjusted: 0,
  });
});

it('no counts are no points, no money and no orders', () => {
  expect(NO_COUNTS).toEqual({ points: 0, spendMinor: 0, orders: 0 });
});

describe('what a book holds', () => {
  it('an award that was loaded is found by its id', () => {
    const award = awardWith({ id: 'b' });
    expect(awardOf(bookWith({ awards: [awardWith(), award] }), 'b')).toBe(award);
  });

  it('an award that was not loaded is a fault', () => {
    expect(() => awardOf(bookWith(), 'b')).toThrow('Award b was not loaded.');
  });

  it('an award that is put in takes the place of the one with its id, in a new book alone', () => {
    const before = bookWith({ awards: [awardWith({ lotPoints: 1 }), awardWith({ id: 'b' })] });
    expect(lotsOf(withAward(before, awardWith({ lotPoints: 2 })))).toEqual({ a: 2, b: 0 });
    expect(lotsOf(before)).toEqual({ a: 1, b: 0 });
  });

  it('a code that is put in takes the place of the one with its id, in a new book alone', () => {
    const before = bookWith({ holdings: [holdingWith()] });
    const after = withHolding(before, holdingWith({ state: 'used' }));
    expect(after.holdings.get('r')?.state).toBe('used');
    expect(before.holdings.get('r')?.state).toBe('issued');
  });
});

it.each([
  ['a lot that waits changes when it matures', false, 3],
  ['a lot that has matured changes when it ends', true, 7],
])('%s', (_, matured, at) => {
  expect(dueAtOf(awardWith({ matured, matureAt: 3, expireAt: 7 }))).toBe(at);
});

it.each([
  ['a lot without days of idleness ends at its end', 0, 5 * DAY_MS, 5 * DAY_MS],
  ['a lot of one day of idleness ends a day after the last act', 1, 100 * DAY_MS, 11 * DAY_MS],
  ['a lot that is kept alive past its end still ends at it', 5, 14 * DAY_MS, 14 * DAY_MS],
  ['idleness that ends at the instant of the end ends there', 4, 14 * DAY_MS, 14 * DAY_MS],
  ['an idleness of more days than there are is never', 1_000_000_000, NEVER_AT, NEVER_AT],
])('%s', (_, idleDays, expireAt, at) => {
  expect(expiresAt(awardWith({ idleDays, expireAt }), 10 * DAY_MS)).toBe(at);
});

it.each([
  ['one point below nothing', -1, 1],
  ['nothing', 0, 0],
  ['one point', 1, 0],
])('of an account with %s available the debt is %3$i', (_, available, debt) => {
  expect(debtOf(bookWith({ available }).account)).toBe(debt);
});

describe('posting', () => {
  const before = bookWith({
    pending: 10,
    available: 20,
    held: 30,
    lifetime: 40,
    spendMinor: 50,
    orderCount: 60,
  });

  it.each([
    ['pending points', { pending: 1, issued: -1 }, { pending: 11, lifetime: 41 }],
    ['available points', { available: 2, issued: -2 }, { available: 22, lifetime: 42 }],
    ['held points', { held: 3, available: -3 }, { held: 33, available: 17 }],
    ['points taken back', { issued: 4, pending: -4 }, { lifetime: 36, pending: 6 }],
    ['points redeemed', { redeemed: 5, held: -5 }, { held: 25 }],
    ['points expired', { expired: 6, available: -6 }, { available: 14 }],
    ['points given by hand', { adjusted: -7, available: 7 }, { available: 27 }],
  ])('moves %s in the accounts that its entries name and no others', (_, entries, account) => {
    expect(post(before, postingWith({ entries })).account).toEqual({
      ...before.account,
      ...account,
    });
  });

  it('adds what it counts to the money spent and the orders', () => {
    const counts = { points: 9, spendMinor: 7, orders: 2 };
    const { account } = post(before, postingWith({ counts }));
    expect(account).toEqual({ ...before.account, spendMinor: 57, orderCount: 62 });
  });

  it('stands last among the postings', () => {
    const [first, second] = [postingWith(), postingWith({ kind: 'use' })];
    expect(post(post(before, first), second).postings).toEqual([first, second]);
  });

  it('that moves no lot keeps the awards as they are', () => {
    expect(post(before, postingWith()).awards).toBe(before.awards);
  });

  it('adds to the lots it names, one after the other, and leaves the others', () => {
    const book = bookWith({
      awards: [awardWith({ lotPoints: 5 }), awardWith({ id: 'b', lotPoints: 7 })],
    });
    const lots = [
      ['a', -5],
      ['a', 2],
    ] as const;
    expect(lotsOf(post(book, postingWith({ lots })))).toEqual({ a: 2, b: 7 });
  });

  it.each(['pending', 'available', 'held', 'issued', 'redeemed', 'expired', 'adjusted'])(
    'refuses %s points that come from nowhere',
    (name) => {
      expect(() => post(before, postingWith({ entries: { [name]: 1 } }))).toThrow(
        'The ledger would break: entries sum to zero.',
      );
    },
  );

  it.each([
    ['the last pending point', { pending: -10, available: 10 }],
    ['the last held point', { held: -30, redeemed: 30 }],
    ['more than is available, as debt', { available: -21, issued: 21 }],
  ])('takes %s', (_, entries) => {
    expect(post(before, postingWith({ entries })).postings).toHaveLength(1);
  });

  it.each([
    ['one pending point more than there are', { pending: -11, available: 11 }, 'never negative'],
    ['one held point more than there are', { held: -31, redeemed: 31 }, 'never negative'],
    [
      'a balance that cannot be counted',
      { available: Number.MAX_SAFE_INTEGER, issued: -Number.MAX_SAFE_INTEGER },
      'balances can be counted',
    ],
    ['half a point', { available: 0.5, issued: -0.5 }, 'balances can be counted'],
  ])('refuses %s', (_, entries, why) => {
    expect(() => post(before, postingWith({ entries }))).toThrow(why);
  });

  it('refuses to take one point more from a lot than is in it', () => {
    const book = bookWith({ awards: [awardWith({ lotPoints: 5 })] });
    expect(() => post(book, postingWith({ lots: [['a', -6]] }))).toThrow('a lot is never negative');
  });

  it('refuses a lot that was not loaded', () => {
    expect(() => post(before, postingWith({ lots: [['a', 1]] }))).toThrow('a was not loaded');
  });
});

describe('recounting an award', () => {
  const book = bookWith({ awards: [awardWith({ posted: 10, forgiven: 3 })] });

  it.each([
    ['adds to what is posted', { posted: 1, forgiven: 0 }, { posted: 11, forgiven: 3 }],
    ['adds to what is forgiven', { posted: 0, forgiven: 1 }, { posted: 10, forgiven: 4 }],
    ['takes from both', { posted: -4, forgiven: -3 }, { posted: 6, forgiven: 0 }],
  ])('%s', (_, change, after) => {
    expect(awardOf(recount(book, 'a', change), 'a')).toMatchObject(after);
  });

  it('refuses to forgive less than nothing', () => {
    expect(() => recount(book, 'a', { posted: 0, forgiven: -4 })).toThrow(
      'forgiven points are never negative',
    );
  });
});
