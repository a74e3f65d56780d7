import { awardOf, debtOf, recount, withAward, type Book } from './book-rules.ts';
import type { LotMove } from './documents.ts';

/** What becomes of points that go to available lots. */
export interface Credit {
  readonly book: Book;
  /** Lot moves after debt was repaid. */
  readonly lots: readonly LotMove[];
  /** Points that reach the available account. */
  readonly available: number;
  /** Pending points of lots that matured early because spendable points came back to them. */
  readonly early: number;
  /** Points that went back to the programme, against what had been forgiven. */
  readonly reclaimed: number;
}

/** Debt is repaid before a lot gets anything: the account gains, the lot does not. */
export const repayDebt = (debt: number, moves: readonly LotMove[]): readonly LotMove[] => {
  let owed = debt;
  return moves.flatMap(([awardId, points]): LotMove[] => {
    const repaid = Math.min(owed, points);
    owed -= repaid;
    return points > repaid ? [[awardId, points - repaid]] : [];
  });
};

/**
 * Puts points back into the lots they came from. An award that still has
 * forgiven points takes them first, so that redeem, refund and release never
 * mint points (semantics, rule 8).
 *
 * A lot is pending or available as a whole. Where an order was changed after its
 * points were spent, its lot may be pending when they return; then it matures
 * early, because a shopper must not wait for points that were theirs already.
 */
export const returnToLots = (book: Book, moves: readonly LotMove[]): Credit => {
  const debt = debtOf(book.account);
  let current = book;
  let reclaimed = 0;
  let early = 0;
  const kept: LotMove[] = [];
  for (const [awardId, points] of moves) {
    const taken = Math.min(points, awardOf(current, awardId).forgiven);
    if (taken > 0) current = recount(current, awardId, { posted: -taken, forgiven: -taken });
    reclaimed += taken;
    if (points === taken) continue;
    kept.push([awardId, points - taken]);
    const award = awardOf(current, awardId);
    if (award.matured) continue;
    early += award.lotPoints;
    current = withAward(current, { ...award, matured: true });
  }
  const available = kept.reduce((sum, [, points]) => sum + points, 0);
  return { book: current, lots: repayDebt(debt, kept), available, early, reclaimed };
};
