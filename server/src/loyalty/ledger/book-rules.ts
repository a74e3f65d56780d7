import type { RedemptionState } from '@okaeri/shared/redemptions';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import type {
  CapUse,
  Grant,
  LotMove,
  MergeRecord,
  PostingKind,
  StoredReceipt,
} from './documents.ts';

/** The accounts of the ledger. The first three belong to the shopper, the rest to the programme. */
export interface Entries {
  readonly pending: number;
  readonly available: number;
  readonly held: number;
  readonly issued: number;
  readonly redeemed: number;
  readonly expired: number;
  readonly adjusted: number;
}

export const NO_ENTRIES: Entries = {
  pending: 0,
  available: 0,
  held: 0,
  issued: 0,
  redeemed: 0,
  expired: 0,
  adjusted: 0,
};

/** What a shopper has, as the ledger sums it. `available` below zero is debt. */
export interface Account {
  readonly pending: number;
  readonly available: number;
  readonly held: number;
  /** Everything ever earned, less what was taken back; spending does not lower it. */
  readonly lifetime: number;
  /** Money spent in the shop's currency, and orders that count. */
  readonly spendMinor: number;
  readonly orderCount: number;
}

/** What something counts for tiers: points earned, money spent, orders. */
export interface Counts {
  readonly points: number;
  readonly spendMinor: number;
  readonly orders: number;
}

export const NO_COUNTS: Counts = { points: 0, spendMinor: 0, orders: 0 };

/** An award and the lot it opened. */
export interface Award {
  readonly id: string;
  /** Net points of this award in the ledger. */
  readonly posted: number;
  /** Points a clawback should have taken and the policy did not. */
  readonly forgiven: number;
  readonly lotPoints: number;
  /** Whether the lot's points have reached the available account. */
  readonly matured: boolean;
  readonly matureAt: number;
  readonly expireAt: number;
  /** Days without activity after which the lot expires; 0 when it does not. */
  readonly idleDays: number;
  /** Limited-time points, which have an expiry of their own. */
  readonly limited: boolean;
  readonly counted: Counts;
  /** What a cap or a budget granted; null where nothing limits the award. */
  readonly grant: Grant | null;
  /** What clawbacks of this award took from other lots, in the order it was taken. */
  readonly borrowed: readonly LotMove[];
}

/** A code in hand: its points are held until it is used, given back or lapses. */
export interface Holding {
  readonly id: string;
  readonly state: RedemptionState;
  readonly points: number;
  readonly allocations: readonly LotMove[];
  readonly expireAt: number;
  /** Caps and stocks it counts against while it is not given back. */
  readonly caps: readonly CapUse[];
}

/** One transaction to be written: what moved between accounts, and in which lots. */
export interface Posting {
  readonly kind: PostingKind;
  readonly awardId: string | null;
  readonly redemptionId: string | null;
  readonly entries: Entries;
  readonly lots: readonly LotMove[];
  readonly effectiveAt: number;
  readonly receipt: StoredReceipt | null;
  /** What it counts for tiers, where it does. */
  readonly counts?: Counts;
  readonly merge?: MergeRecord;
}

/**
 * One shopper's affairs while a decision is made: what was loaded, as it stands
 * after the postings so far. Rules take a book and give a book.
 */
export interface Book {
  readonly account: Account;
  /** When the shopper last did what keeps points alive. */
  readonly activeAt: number;
  readonly awards: ReadonlyMap<string, Award>;
  readonly holdings: ReadonlyMap<string, Holding>;
  readonly postings: readonly Posting[];
}

/** The award of that id, which the verb must have loaded. */
export const awardOf = (book: Book, id: string): Award => {
  const award = book.awards.get(id);
  if (award === undefined) throw new Error(`Award ${id} was not loaded.`);
  return award;
};

export const withAward = (book: Book, award: Award): Book => ({
  ...book,
  awards: new Map(book.awards).set(award.id, award),
});

export const withHolding = (book: Book, holding: Holding): Book => ({
  ...book,
  holdings: new Map(book.holdings).set(holding.id, holding),
});

/** When the lot changes by itself, whatever the shopper does. */
export const dueAtOf = (award: Award): number => (award.matured ? award.expireAt : award.matureAt);

/** When the lot expires: at its own end, or after so many days without activity. */
export const expiresAt = (award: Award, activeAt: number): number =>
  award.idleDays === 0
    ? award.expireAt
    : Math.min(award.expireAt, activeAt + award.idleDays * DAY_MS, NEVER_AT);

/** What is owed after a clawback under the policy `unlimited`. */
export const debtOf = (account: Account): number => Math.max(0, -account.available);

/** A broken invariant of the ledger: a fault in our code, and the write is undone. */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault';
}

/** Applies one posting to the book. The only place where points move; it refuses what cannot be. */
export const post = (book: Book, posting: Posting): Book => {
  const { entries } = posting;
  assert(sumOf(entries) === 0, 'entries sum to zero');
  const account: Account = {
    pending: book.account.pending + entries.pending,
    available: book.account.available + entries.available,
    held: book.account.held + entries.held,
    lifetime: book.account.lifetime - entries.issued,
    spendMinor: book.account.spendMinor + (posting.counts?.spendMinor ?? 0),
    orderCount: book.account.orderCount + (posting.counts?.orders ?? 0),
  };
  assert(account.pending >= 0 && account.held >= 0, 'pending and held are never negative');
  assert(Object.values(account).every(Number.isSafeInteger), 'balances can be counted');
  let awards = book.awards;
  if (posting.lots.length > 0) {
    const moved = new Map(awards);
    for (const [awardId, points] of posting.lots) {
      const award = moved.get(awardId) ?? awardOf(book, awardId);
      const lotPoints = award.lotPoints + points;
      assert(lotPoints >= 0, 'a lot is never negative');
      moved.set(awardId, { ...award, lotPoints });
    }
    awards = moved;
  }
  return { ...book, account, awards, postings: [...book.postings, posting] };
};

/** Changes what an award counts as posted and forgiven. */
export const recount = (
  book: Book,
  awardId: string,
  change: { posted: number; forgiven: number },
): Book => {
  const award = awardOf(book, awardId);
  const forgiven = award.forgiven + change.forgiven;
  assert(forgiven >= 0, 'forgiven points are never negative');
  return withAward(book, { ...award, posted: award.posted + change.posted, forgiven });
};

function assert(holds: boolean, invariant: string): void {
  if (!holds) throw new LedgerFault(`The ledger would break: ${invariant}.`);
}

function sumOf(entries: Entries): number {
  return (
    entries.pending +
    entries.available +
    entries.held +
    entries.issued +
    entries.redeemed +
    entries.expired +
    entries.adjusted
  );
}
