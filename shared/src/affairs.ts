import type { CaseDetail } from './cases.ts';
import type { Consent, Suppression } from './consents.ts';
import type { ContactChannel, ContactKind, TouchClass } from './contacts.ts';
import type { ActRule } from './earning.ts';
import type { SourceKind, Transaction } from './ledger.ts';
import type { OrderStanding } from './list-words.ts';
import type { OrderState, OrderWarning } from './orders.ts';
import type { QuotationLine } from './quotations.ts';
import type { Redemption } from './redemptions.ts';
import type { Referral } from './referrals.ts';
import type { ResponseState, SurveyAnswer, SurveyOffer } from './surveys.ts';
import type { ReportReason, ReviewState } from './reviews.ts';
import type { MerchantShopper } from './shoppers.ts';
import type { Stage } from './segments.ts';

/** Points of one origin with one end, as far as they are still there. */
export interface Lot {
  readonly points: number;
  readonly state: 'pending' | 'available';
  readonly source: { readonly kind: SourceKind; readonly id: string };
  /** When pending points can be spent. */
  readonly matureAt: string | null;
  readonly expireAt: string | null;
}

/** An order in one line. */
export interface OrderSummary {
  readonly id: string;
  readonly placedAt: string;
  readonly paymentStatus: OrderState['paymentStatus'];
  readonly isCancelled: boolean;
  readonly isRefunded: boolean;
  /** The same in one word, refunds in part among them. */
  readonly standing: OrderStanding;
  readonly currency: string;
  readonly itemCount: number;
  /** What its lines and their shipping cost, before refunds. */
  readonly totalMinor: number;
  /** What of its money does not add up. */
  readonly warnings: readonly OrderWarning[];
}

/** A review in one line. While it waits for a person its stars are not shown. */
export interface ReviewLine {
  readonly id: string;
  readonly productId: string;
  readonly rating: number | null;
  readonly title: string | null;
  readonly body: string;
  readonly state: ReviewState;
  /** A person has to look at it. */
  readonly isWaiting: boolean;
  readonly createdAt: string;
  /** The name below it. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its photos are served, in their order. */
  readonly photos: readonly string[];
  /** What it said before it was edited, the oldest first. */
  readonly history: readonly ReviewBefore[];
  /** What its author said to a decision. */
  readonly appeals: readonly { readonly text: string; readonly at: string }[];
}

/** What a review said until it was edited. */
interface ReviewBefore {
  readonly rating: number | null;
  readonly title: string | null;
  readonly body: string;
  readonly until: string;
}

/** Something the shopper said was wrong with the words of somebody else. */
export interface ReportLine {
  readonly about: 'review' | 'post';
  readonly id: string;
  readonly reason: ReportReason;
  readonly note: string | null;
  readonly at: string;
}

/** Something the shopper did besides buying, whether it earned or not. */
export interface ActivityLine {
  readonly id: string;
  readonly kind: ActRule['on'];
  readonly name: string | null;
  readonly at: string;
}

/** A recommendation, by the shopper or to them. */
export interface ReferralLine {
  readonly side: 'referrer' | 'friend';
  readonly state: Referral['state'];
  readonly createdAt: string;
}

/** A question or an answer. */
export interface PostLine {
  readonly id: string;
  readonly productId: string;
  readonly body: string;
  readonly createdAt: string;
}

/** Once that a shopper was spoken to without having come for it. */
export interface ContactLine {
  readonly kind: ContactKind;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly at: string;
  readonly dismissedAt: string | null;
}

/** Why nothing is sent to a shopper's address, and since when. */
export type SuppressionLine = Omit<Suppression, 'email'>;

/** Something that was to be said to a shopper, and what was decided about it. */
export interface TouchLine {
  readonly id: string;
  readonly kind: ContactKind;
  readonly class: TouchClass;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly plannedAt: string;
  readonly dueAt: string;
  /** Null while it is planned. */
  readonly decision: 'sent' | 'shown' | 'held' | 'dropped' | null;
  /** Why it was dropped. */
  readonly reason: string | null;
  readonly decidedAt: string | null;
  /** What it waits for, and when it is asked about again. */
  readonly waitsFor: {
    readonly reason: 'paused' | 'quiet' | 'budget' | 'reserved';
    readonly until: string;
  } | null;
  readonly arm: 'treated' | 'held';
  readonly failedAt: string | null;
  /** When the shop's mail provider said that the address does not exist, or that the shopper complained. */
  readonly bouncedAt: string | null;
  readonly complainedAt: string | null;
  readonly clickedAt: string | null;
  readonly dismissedAt: string | null;
  readonly unsubscribedAt: string | null;
}

/** A survey the shopper was asked, or was to be. */
export interface SurveyInvitationLine {
  readonly surveyId: string;
  readonly wave: string;
  readonly drawnAt: string;
  readonly firstShownAt: string | null;
  readonly shows: number;
  readonly channel: ContactChannel | null;
  readonly openedAt: string | null;
  readonly dismissedAt: string | null;
  readonly answeredAt: string | null;
  readonly offer: SurveyOffer | null;
}

/** What the shopper answered. */
export interface SurveyResponseLine {
  readonly id: string;
  readonly surveyId: string;
  readonly wave: string;
  readonly version: number;
  readonly state: ResponseState;
  readonly score: number | null;
  readonly orderId: string | null;
  readonly startedAt: string;
  readonly completedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly answers: Readonly<Record<string, SurveyAnswer>>;
}

/** The same in the log of the whole shop, with whose it is. */
export interface ShopTouch extends TouchLine {
  readonly shopperId: string | null;
  /** For whom has no id of the merchant's. */
  readonly guestId: string | null;
  readonly shopperName: string | null;
}

/**
 * What one shopper has and what was said: `GET /v1/shoppers/{shopperId}/affairs`. Of each the
 * newest; the export has all of it.
 */
export interface ShopperAffairs {
  readonly lots: readonly Lot[];
  readonly orders: readonly OrderSummary[];
  readonly redemptions: readonly Omit<Redemption, 'balance'>[];
  readonly reviews: readonly ReviewLine[];
  readonly posts: readonly PostLine[];
  readonly surveyInvitations: readonly SurveyInvitationLine[];
  readonly surveyResponses: readonly SurveyResponseLine[];
  /** What the shop asked to quote of them, and what they said to it. */
  readonly surveyQuotations: readonly QuotationLine[];
  readonly reports: readonly ReportLine[];
  readonly activities: readonly ActivityLine[];
  readonly referrals: readonly ReferralLine[];
  readonly contacts: readonly ContactLine[];
  /** Every touch, also what was not said, with the reason. */
  readonly touches: readonly TouchLine[];
  /** Why nothing is sent to their address, where nothing is. */
  readonly suppressions: readonly SuppressionLine[];
  /** What they have agreed to and refused. */
  readonly consents: readonly Consent[];
  /** What the shop had to put right with them, with messages and internal notes. */
  readonly cases: readonly CaseDetail[];
  /** How they went through the stages, by local day; from null where they were placed for the first time. */
  readonly stageChanges: readonly {
    readonly day: string;
    readonly from: Stage | null;
    readonly to: Stage;
  }[];
  /** What they do not want to be spoken to about. */
  readonly refuses: readonly ContactKind[];
}

/** Everything kept about one shopper. */
export interface ShopperExport extends Omit<ShopperAffairs, 'orders'> {
  readonly exportedAt: string;
  readonly shopper: MerchantShopper;
  /** Whoever was merged into them, as they were known. */
  readonly former: readonly MerchantShopper[];
  readonly transactions: readonly Transaction[];
  readonly orders: readonly { readonly id: string; readonly state: unknown }[];
}
