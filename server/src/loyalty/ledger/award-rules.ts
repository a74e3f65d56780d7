import type { RefundPolicy } from '@okaeri/shared/program';
import {
  awardOf,
  debtOf,
  NO_ENTRIES,
  post,
  recount,
  withAward,
  type Award,
  type Book,
  type Counts,
} from './book-rules.ts';
import { repayDebt, returnToLots } from './credit-rules.ts';
import { recountForTiers } from './count-rules.ts';
import { takeFromLots } from './holding-rules.ts';
import type { Grant, LotMove, StoredReceipt } from './documents.ts';

/** Where an award should stand after its source has changed. */
export interface AwardTarget {
  readonly target: number;
  readonly matureAt: number;
  readonly expireAt: number;
  readonly idleDays: number;
  readonly limited: boolean;
  readonly grant: Grant | null;
  /** What the source counts for tiers by this award. */
  readonly counts: Counts;
  readonly policy: RefundPolicy;
  readonly receipt: StoredReceipt;
  readonly effectiveAt: number;
  /** Whether the award is recorded for the first time; then even nothing is a row. */
  readonly isNew: boolean;
}

/** What must still be posted: target − (posted − forgiven) (semantics, rule 8). */
export const deltaOf = (award: Award, target: number): number =>
  target - (award.posted - award.forgiven);

/**
 * Moves an award to its target by posting the difference and nothing else. There
 * is no other code for refunds, cancellations or their undoing.
 */
export const moveAward = (book: Book, awardId: string, to: AwardTarget, now: number): Book =>
  recountForTiers(movePoints(reschedule(book, awardId, to, now), awardId, to), awardId, to);

function movePoints(book: Book, awardId: string, to: AwardTarget): Book {
  const delta = deltaOf(awardOf(book, awardId), to.target);
  if (delta > 0) return deposit(book, awardId, delta, to);
  if (delta < 0) return clawBack(book, awardId, -delta, to);
  if (!to.isNew) return book;
  return post(book, {
    kind: 'earn',
    awardId,
    redemptionId: null,
    entries: NO_ENTRIES,
    lots: [],
    effectiveAt: to.effectiveAt,
    receipt: to.receipt,
  });
}

/**
 * A lot follows the dates of its source, so that every order of deliveries ends
 * alike: where the newest state says that the points wait (the payment fell
 * through, the parcel was not sent after all), what is left in the lot waits
 * again. An empty lot waits for nothing: what is put into it after its time is
 * available at once.
 */
function reschedule(book: Book, awardId: string, to: AwardTarget, now: number): Book {
  const award = awardOf(book, awardId);
  const { matureAt, grant } = to;
  const due = matureAt <= now;
  const matured = award.lotPoints === 0 ? due : award.matured && due;
  const dated = withAward(book, {
    ...award,
    ...endOf(award, to),
    matureAt,
    grant,
    matured,
  });
  if (!award.matured || matured || award.lotPoints === 0) return dated;
  return post(dated, {
    kind: 'mature',
    awardId,
    redemptionId: null,
    entries: { ...NO_ENTRIES, pending: award.lotPoints, available: -award.lotPoints },
    lots: [],
    effectiveAt: to.effectiveAt,
    receipt: null,
  });
}

/** Points come: forgiven ones are un-forgiven first, borrowed ones return, the rest fills the award's own lot. */
function deposit(book: Book, awardId: string, points: number, to: AwardTarget): Book {
  const unforgiven = Math.min(points, awardOf(book, awardId).forgiven);
  const coming = points - unforgiven;
  let current = recount(book, awardId, { posted: coming, forgiven: -unforgiven });
  if (coming === 0) return current;

  const [returned, borrowed] = takeBack(awardOf(current, awardId).borrowed, coming);
  current = withAward(current, { ...awardOf(current, awardId), borrowed });
  const credit = returnToLots(current, returned);
  current = credit.book;
  const own = coming - credit.available - credit.reclaimed;
  const { matured } = awardOf(current, awardId);
  const ownMoves: LotMove[] = own > 0 ? [[awardId, own]] : [];
  const debtLeft = Math.max(0, debtOf(current.account) - credit.available);
  return post(current, {
    kind: 'earn',
    awardId,
    redemptionId: null,
    entries: {
      ...NO_ENTRIES,
      pending: (matured ? 0 : own) - credit.early,
      available: credit.available + credit.early + (matured ? own : 0),
      issued: credit.reclaimed - coming,
    },
    lots: [...credit.lots, ...(matured ? repayDebt(debtLeft, ownMoves) : ownMoves)],
    effectiveAt: to.effectiveAt,
    receipt: to.receipt,
  });
}

/** Points go: from the award's own lot, then from the earliest expiry, as far as the policy allows. */
function clawBack(book: Book, awardId: string, points: number, to: AwardTarget): Book {
  const award = awardOf(book, awardId);
  const untouchable = to.policy === 'onlyPending' && award.matured;
  const own = untouchable ? 0 : Math.min(points, award.lotPoints);
  const others =
    to.policy === 'onlyPending'
      ? { moves: [], taken: 0 }
      : takeFromLots(book, points - own, awardId);
  const owed = to.policy === 'unlimited' ? points - own - others.taken : 0;
  const taken = own + others.taken + owed;
  let current = recount(book, awardId, { posted: -taken, forgiven: points - taken });
  const borrowed = others.moves.map(([id, part]): LotMove => [id, -part]);
  current = withAward(current, {
    ...awardOf(current, awardId),
    borrowed: [...award.borrowed, ...borrowed],
  });
  const ownMoves: LotMove[] = own > 0 ? [[awardId, -own]] : [];
  return post(current, {
    kind: 'clawback',
    awardId,
    redemptionId: null,
    entries: {
      ...NO_ENTRIES,
      pending: award.matured ? 0 : -own,
      available: -(others.taken + owed + (award.matured ? own : 0)),
      issued: taken,
    },
    lots: [...ownMoves, ...others.moves],
    effectiveAt: to.effectiveAt,
    receipt: to.receipt,
  });
}

/** When a lot ends: as its source says, unless that was changed while the source's own dates were not. */
function endOf(award: Award, to: AwardTarget): Pick<Award, 'expireAt' | 'idleDays' | 'limited'> {
  const { expireAt, idleDays, limited } =
    !to.isNew && award.matured && award.matureAt === to.matureAt ? award : to;
  return { expireAt, idleDays, limited };
}

function takeBack(lots: readonly LotMove[], points: number): readonly [LotMove[], LotMove[]] {
  const returned: LotMove[] = [];
  const remaining = [...lots];
  let missing = points;
  while (missing > 0) {
    const last = remaining.pop();
    if (last === undefined) break;
    const [awardId, taken] = last;
    const part = Math.min(taken, missing);
    returned.push([awardId, part]);
    if (taken > part) remaining.push([awardId, taken - part]);
    missing -= part;
  }
  return [returned, remaining];
}
