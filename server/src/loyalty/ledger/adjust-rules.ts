import {
  awardOf,
  debtOf,
  LedgerFault,
  NO_ENTRIES,
  post,
  withAward,
  type Book,
  type Entries,
} from './book-rules.ts';
import { repayDebt } from './credit-rules.ts';
import { takeFromLots } from './holding-rules.ts';
import type { LotMove } from './documents.ts';

/** Points a merchant gives or takes by hand. */
export interface Adjustment {
  readonly awardId: string;
  readonly points: number;
  /** Whether it changes what was earned in a lifetime, and counts for tiers, or only what can be spent. */
  readonly countsForLifetime: boolean;
  /** A lot to take from first: the one whose giving is undone. */
  readonly first?: string;
  readonly now: number;
}

/**
 * Posts an adjustment. What is given opens a lot of its own; what is taken comes
 * from the lots in spending order, and the caller has checked that it is there.
 */
export const adjust = (book: Book, adjustment: Adjustment): Book => {
  const { awardId, points, countsForLifetime, now } = adjustment;
  const award = awardOf(book, awardId);
  const posted = countsForLifetime ? points : 0;
  const counted = { points: posted, spendMinor: 0, orders: 0 };
  const marked = withAward(book, { ...award, posted, counted, matured: true });
  const lots =
    points > 0
      ? repayDebt(debtOf(book.account), [[awardId, points]])
      : takeMoves(marked, -points, adjustment.first);
  return post(marked, {
    kind: 'adjust',
    awardId,
    redemptionId: null,
    entries: entriesOf(points, countsForLifetime),
    lots,
    effectiveAt: now,
    receipt: null,
    ...(countsForLifetime && { counts: counted }),
  });
};

function takeMoves(book: Book, points: number, first: string | undefined): LotMove[] {
  const own = first === undefined ? undefined : book.awards.get(first);
  const part = own?.matured === true ? Math.min(points, own.lotPoints) : 0;
  const others = takeFromLots(book, points - part, first);
  if (part + others.taken !== points)
    throw new LedgerFault('The lots do not cover the points taken.');
  return [...(part > 0 && first !== undefined ? [[first, -part] as const] : []), ...others.moves];
}

function entriesOf(points: number, countsForLifetime: boolean): Entries {
  return {
    ...NO_ENTRIES,
    available: points,
    ...(countsForLifetime ? { issued: 0 - points } : { adjusted: 0 - points }),
  };
}
