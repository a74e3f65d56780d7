import type { Rate, Rounding } from './earning.ts';
import type { NamedProduct } from './products.ts';

/** What can earn. */
export type SourceKind =
  | 'order'
  | 'signup'
  | 'act'
  | 'referral'
  | 'adjustment'
  | 'tier'
  | 'challenge'
  | 'streak'
  | 'gift';

/** Why a source earned what it earned, or nothing. */
export type ReceiptReason =
  | 'noRule'
  | 'currencyNotInProgramme'
  | 'orderCancelled'
  | 'orderVoided'
  | 'fullyRefunded'
  | 'belowOnePoint'
  | 'nothingCounts'
  | 'shopperChanged'
  | 'shopperUnknown'
  | 'limitReached'
  | 'budgetSpent'
  | 'belowMinimumBasket'
  | 'noLongerMatches'
  | 'removed'
  | 'notReached'
  | 'declined'
  | 'waitsForReview';

/** One line's part in a receipt. `lineId` null is the shipping. */
export interface ReceiptLine {
  readonly lineId: string | null;
  readonly basisMinor: number;
  /** Points of the whole that fell on this line. */
  readonly share: number;
  /** Points of the share that remain after refunds. */
  readonly kept: number;
}

/** How a number of points came about: everything needed to compute it again by hand. */
export interface Receipt {
  readonly ruleId: string | null;
  readonly programVersion: number;
  readonly basisMinor: number;
  readonly currency: string;
  readonly rate: Rate | null;
  /** Decimal text. */
  readonly multiplier: string;
  readonly rounding: Rounding | null;
  /** Points before any cap, and after it. */
  readonly desired: number;
  readonly awarded: number;
  /** The room a cap or a budget gave this award; null where nothing limits it. */
  readonly cap: { readonly room: number; readonly until: string | null } | null;
  /** The campaign whose extra points these are. */
  readonly campaignId: string | null;
  readonly reason: ReceiptReason | null;
  readonly lines: readonly ReceiptLine[];
}

type TransactionKind = 'earn' | 'clawback' | 'redeem' | 'release' | 'expire' | 'adjust' | 'merge';

/** One row of a points history. */
export interface Transaction {
  readonly id: string;
  /** When it was recorded, and when it took effect. */
  readonly at: string;
  readonly effectiveAt: string;
  readonly kind: TransactionKind;
  readonly source: { readonly kind: string; readonly id: string } | null;
  readonly points: number;
  readonly state: 'pending' | 'available' | 'held' | 'spent' | 'expired' | 'reversed' | 'none';
  readonly label: string;
  /** Why points were given or taken by hand, as the merchant wrote it for the shopper; null for all else. */
  readonly reason: string | null;
  readonly matureAt: string | null;
  readonly expireAt: string | null;
  readonly balanceAfter: { readonly pending: number; readonly available: number };
  readonly receipt: Receipt | null;
}

/** One line of an order as its buyer knows it. */
export interface BoughtLine {
  /** As the lines of the receipt name it. */
  readonly lineId: string;
  readonly productId: string;
  /** What it is called now, else what it was called when it was bought; null where nobody has said. */
  readonly product: NamedProduct | null;
  readonly quantity: number;
  readonly refundedQuantity: number;
  /** What was charged for the line, with tax, and what of it was refunded. */
  readonly grossMinor: number;
  readonly refundedMinor: number;
}

/** What a row of a history is about, besides. */
interface WithBought {
  /** What the order of the row has, where it has one and it is this shopper's; else nothing. */
  readonly bought: readonly BoughtLine[];
}

/** A row of a history as it is listed for its shopper, and for the merchant. */
export interface ListedTransaction extends Transaction, WithBought {}
export interface ListedMerchantTransaction extends MerchantTransaction, WithBought {}

/** The same as the merchant sees it. */
export interface MerchantTransaction extends Transaction {
  /** What the team noted beside an adjustment; no shopper is shown it. */
  readonly note: string | null;
  /** Who adjusted the points in the console; null where a backend or a file did, or after two years. */
  readonly by: string | null;
}

/**
 * A row of the ledger as the shop's team sees it: every movement is one, also that between a shopper's own accounts,
 * so that what moved always comes to what is there.
 */
export interface LedgerRow extends Omit<ListedMerchantTransaction, 'kind'> {
  readonly kind: TransactionKind | 'mature';
  readonly moved: { readonly pending: number; readonly available: number };
  /** Of an adjustment: whether it can still be undone. */
  readonly canUndo: boolean;
  /** The code a row is about, where it is about one. */
  readonly code: string | null;
}

/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A page of a shopper's own history. */
export interface HistoryPage extends Page<ListedTransaction> {
  /**
   * Older rows of the orders and rewards on this page, which later pages bring again: with them each of these is
   * whole as soon as its newest row is here.
   */
  readonly earlier: readonly ListedTransaction[];
}
