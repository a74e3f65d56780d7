import { post, withAward, type Award, type Book, type Counts, type Entries } from './book-rules.ts';
import { takeFromLots } from './holding-rules.ts';
import type { CountedDay, LotMove } from './documents.ts';

/** Everything a shopper brings to the one they are merged into. */
export interface MergedBalance {
  readonly shopperId: string;
  /** The head of their chain once it is closed. */
  readonly head: string;
  /** The sums of all accounts over their whole chain; together they are nothing. */
  readonly totals: Entries;
  readonly counts: Counts;
  readonly days: readonly CountedDay[];
  /** When they last did what keeps points alive. */
  readonly activeAt: number;
  /** Every award, with points in its lot or without. */
  readonly awards: readonly Award[];
}

/** The last transaction of a chain: everything goes to the other shopper (semantics, rule 21). */
export const closeBook = (
  book: Book,
  balance: Omit<MergedBalance, 'head'>,
  into: { shopperId: string; head: string; now: number },
): Book => {
  const { counts } = balance;
  const lots = balance.awards
    .filter(({ lotPoints }) => lotPoints > 0)
    .map(({ id, lotPoints }): LotMove => [id, -lotPoints]);
  return post(book, {
    kind: 'merge',
    awardId: null,
    redemptionId: null,
    entries: negative(balance.totals),
    lots,
    effectiveAt: into.now,
    receipt: null,
    counts: {
      points: 0 - counts.points,
      spendMinor: 0 - counts.spendMinor,
      orders: 0 - counts.orders,
    },
    merge: { shopperId: into.shopperId, head: into.head, days: [] },
  });
};

/**
 * Takes another shopper's balance into a book: balances add up, lots keep their
 * dates, and a debt of one is repaid from the lots of the other.
 */
export const takeMergedBalance = (book: Book, balance: MergedBalance, now: number): Book => {
  // Both are one person: what either did last keeps alive what either has.
  let current: Book = { ...book, activeAt: Math.max(book.activeAt, balance.activeAt) };
  for (const award of balance.awards) current = withAward(current, { ...award, lotPoints: 0 });
  const filled = balance.awards.reduce(withAward, current);
  const taken = balance.awards.map(({ id, lotPoints }): LotMove => [id, lotPoints]);
  const inLots = Math.max(0, book.account.available) + Math.max(0, balance.totals.available);
  const owed = inLots - Math.max(0, book.account.available + balance.totals.available);
  const { moves } = takeFromLots(filled, owed);
  return post(current, {
    kind: 'merge',
    awardId: null,
    redemptionId: null,
    entries: balance.totals,
    lots: [...taken, ...moves],
    effectiveAt: now,
    receipt: null,
    counts: balance.counts,
    merge: { shopperId: balance.shopperId, head: balance.head, days: balance.days },
  });
};

function negative(entries: Entries): Entries {
  return {
    pending: 0 - entries.pending,
    available: 0 - entries.available,
    held: 0 - entries.held,
    issued: 0 - entries.issued,
    redeemed: 0 - entries.redeemed,
    expired: 0 - entries.expired,
    adjusted: 0 - entries.adjusted,
  };
}
