import {
  awardOf,
  debtOf,
  expiresAt,
  NO_ENTRIES,
  post,
  withAward,
  type Book,
} from './book-rules.ts';
import { lapse } from './holding-rules.ts';

type Due = { readonly at: number; readonly apply: (book: Book) => Book };

/**
 * Posts what has fallen due: points mature, lots expire, unused codes lapse
 * and give their points back. The same function decides what a read shows
 * before anything was posted (semantics, rules 11 and 12).
 */
export const settle = (book: Book, now: number): Book => {
  let current = book;
  for (let due = nextDue(current, now); due; due = nextDue(current, now))
    current = due.apply(current);
  return current;
};

/** What happens next by itself, if it is due: the earliest first, and in a fixed order within one instant. */
function nextDue(book: Book, now: number): Due | undefined {
  let next: Due | undefined;
  const consider = (at: number, apply: Due['apply']): void => {
    if (at <= now && (next === undefined || at < next.at)) next = { at, apply };
  };
  for (const award of book.awards.values()) {
    if (award.lotPoints === 0) continue;
    if (award.matured)
      consider(expiresAt(award, book.activeAt), (state) => expire(state, award.id));
    else consider(award.matureAt, (state) => mature(state, award.id));
  }
  for (const holding of book.holdings.values()) {
    if (holding.state === 'issued')
      consider(holding.expireAt, (state) => lapse(state, holding.id, holding.expireAt));
  }
  return next;
}

function expire(book: Book, awardId: string): Book {
  const award = awardOf(book, awardId);
  const { lotPoints: points } = award;
  return post(book, {
    kind: 'expire',
    awardId,
    redemptionId: null,
    entries: { ...NO_ENTRIES, available: -points, expired: points },
    lots: [[awardId, -points]],
    effectiveAt: expiresAt(award, book.activeAt),
    receipt: null,
  });
}

function mature(book: Book, awardId: string): Book {
  const { lotPoints: points, matureAt } = awardOf(book, awardId);
  const repaid = Math.min(points, debtOf(book.account));
  const matured = withAward(book, { ...awardOf(book, awardId), matured: true });
  return post(matured, {
    kind: 'mature',
    awardId,
    redemptionId: null,
    entries: { ...NO_ENTRIES, pending: -points, available: points },
    lots: repaid > 0 ? [[awardId, -repaid]] : [],
    effectiveAt: matureAt,
    receipt: null,
  });
}
