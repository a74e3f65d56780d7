import type { ReceiptReason } from '@okaeri/shared/ledger';

/** Points moved in one lot: the award that opened the lot, and by how much. */
export type LotMove = readonly [awardId: string, points: number];

/** A receipt's line: its number in the award's list of line ids (-1 is the shipping), basis, share, kept. */
type StoredReceiptLine = readonly [line: number, basisMinor: number, share: number, kept: number];

/**
 * A receipt as the ledger keeps it: only what cannot be read from the programme
 * version it names, and nothing that names a person or an outside id, because
 * ledger rows outlive both.
 */
export interface StoredReceipt {
  readonly rule: string | null;
  readonly program: number;
  readonly basis: number;
  readonly currency: string;
  readonly desired: number;
  readonly awarded: number;
  readonly reason: ReceiptReason | null;
  readonly lines: readonly StoredReceiptLine[];
  /** Only where they are not what the rule itself says. */
  readonly campaign?: string;
  readonly factor?: string;
  readonly rate?: readonly [amountMinor: number, points: number, wholeSteps?: 1];
  readonly room?: number;
  readonly until?: number;
}

/** What a transaction is. */
export type PostingKind =
  | 'earn'
  | 'clawback'
  | 'mature'
  | 'count'
  | 'redeem'
  | 'use'
  | 'release'
  | 'expire'
  | 'adjust'
  | 'merge';

/** What counted on one day: points, money and orders, so that any ladder can read it. */
export type CountedDay = readonly [day: number, points: number, spendMinor: number, orders: number];

/** The other chain of a merge: its head, and what it brings to the tiers by day. */
export interface MergeRecord {
  readonly shopperId: string;
  readonly head: string;
  readonly days: readonly CountedDay[];
}

/** What was found out about a shopper when a source first needed it, and is kept with the source (semantics, rule 9). */
export interface OwnerContext {
  readonly tierId: string | null;
  readonly segmentIds: readonly string[];
  /** Whether no order of theirs counted before. */
  readonly first: boolean;
  /** When the quote was given whose promises the order keeps. */
  readonly quotedAt?: number;
  /** What the source counts for each challenge so far. */
  readonly tallies?: Readonly<Record<string, number>>;
}

/** Room in a cap or a budget that an award was granted, and the time by which it counts. */
export interface Grant {
  readonly room: number;
  /** The points room was asked for: only what goes beyond is asked for again. */
  readonly asked: number;
  readonly at: number;
  /** What of the room the award fills now. */
  readonly used: number;
  /** When there will be room again; null for never, or where there is some. */
  readonly until: number | null;
}

/** What counted on one day of the programme's calendar: a day since 1970, and how much. */
export type StandingDay = readonly [day: number, value: number];

/** Where a shopper stands among the tiers, as far as it has been followed. Days count from 1970 in the programme's zone. */
export interface Standing {
  /** Which ladder it was followed on; another one begins anew from the rows. */
  readonly ladder: string;
  /** The tier held, the highest ever reached (both by place in the programme), and the day it was reached. */
  readonly tier: number;
  readonly reached: number;
  readonly since: number;
  /** The day up to which it was followed. */
  readonly day: number;
  /** Since when the shopper has fallen short of keeping the tier; null while they have not. */
  readonly shortSince: number | null;
  /** What counted, by day, or by the first day of a period. */
  readonly days: readonly StandingDay[];
}

/** Tags of what was bought and looked at, and how often. */
export interface Interests {
  readonly bought: Readonly<Record<string, number>>;
  readonly seen: Readonly<Record<string, number>>;
}

/** One use of a voucher by an order. */
export interface VoucherUse {
  readonly orderId: string;
  readonly amountMinor: number;
}

/** A period of a cap that one redemption counts in. */
export interface CapUse {
  readonly subject: string;
  readonly shared: boolean;
  readonly periodAt: number;
}
