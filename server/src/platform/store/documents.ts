import type { ReceiptReason } from '@okaeri/shared/ledger';
import type { WithholdReason } from '@okaeri/shared/reviews';
import type { WebhookType } from '@okaeri/shared/webhooks';

/** Points moved in one lot: the award that opened the lot, and by how much. */
export type LotMove = readonly [awardId: string, points: number];

/** A receipt's line: its number in the award's list of line ids (-1 is the shipping), basis, share, kept. */
export type StoredReceiptLine = readonly [
  line: number,
  basisMinor: number,
  share: number,
  kept: number,
];

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
export interface Tastes {
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

/** What a review said before it was edited. */
export interface ReviewText {
  readonly rating: number;
  readonly title: string | null;
  readonly body: string;
  readonly until: number;
}

/** What was decided about a review, or what its author said to that. */
export type ReviewDecisionRecord =
  | { readonly kind: 'published'; readonly at: number }
  | {
      readonly kind: 'withheld';
      readonly at: number;
      readonly reason: WithholdReason;
      readonly note: string | null;
    }
  | { readonly kind: 'appealed'; readonly at: number; readonly text: string };

/** One refund of a platform's order, as the platform names it. */
export interface PlatformRefund {
  readonly at: number;
  /** Money as the line's price has it, and the tax of it, which the price contains or not. */
  readonly lines: readonly {
    readonly lineId: string;
    readonly quantity: number;
    readonly netMinor: number;
    readonly taxMinor: number;
  }[];
  readonly shippingNetMinor: number;
  readonly shippingTaxMinor: number;
  /** What is named that is not bought here, with its tax: fees, duties. */
  readonly elsewhereMinor?: number;
  /** What of the named money the merchant kept (a fee for restocking); absent where the platform does not tell. */
  readonly keptBackMinor?: number;
  /** The currency of `paidBackMinor`, where the platform tells it; in another than the order's, all that is left is gone. */
  readonly currency?: string;
  /** Money that went back; null where none did: what is named was taken out of the order, not refunded. */
  readonly paidBackMinor: number | null;
}

/** Refunds by the id the platform has given them. */
export type PlatformRefunds = Readonly<Record<string, PlatformRefund>>;

/** Something that happened within a write, for whoever wants to be told. */
export interface Told {
  readonly shopId: string;
  readonly type: WebhookType;
  /** Whom it is about; their id of the merchant's is looked up only where somebody wants to know. */
  readonly shopperId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What waits to leave. People are named by their row and secrets are sealed: words are made when it leaves. */
export type OutboxPayload =
  | {
      readonly kind: 'reviewRequest';
      readonly orderId: string;
      /** 0 for the first, then the reminders. */
      readonly step: number;
    }
  | {
      readonly kind: 'importedPhoto';
      readonly reviewId: string;
      readonly url: string;
      readonly position: number;
    }
  | { readonly kind: 'answerToQuestion'; readonly answerId: string }
  | { readonly kind: 'addressCode'; readonly shopperId: string; readonly sealedCode: string }
  /** What a platform sent, to be worked off. */
  | { readonly kind: 'platformMessage'; readonly messageId: string }
  /** A code to be made, deleted, or made good for another use, at the shop's platform. */
  | {
      readonly kind: 'platformVoucher';
      readonly redemptionId: string;
      readonly act: 'make' | 'delete' | 'renew';
    }
  /** A message to an address that wants to be told. */
  | { readonly kind: 'webhook'; readonly endpointId: string; readonly messageId: string };

/**
 * Somebody waits for it; it is for their letter box; it is fetched from elsewhere; it came from, or
 * goes to, the shop's platform; it goes to whoever wants to be told.
 */
export type OutboxLane = 'awaited' | 'mail' | 'fetch' | 'platform' | 'webhook';
