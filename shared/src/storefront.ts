import { z } from 'zod';
import type { Refusal } from './errors.ts';
import type { Receipt } from './ledger.ts';
import { LIMITS } from './limits.ts';
import type { PublicAppearance } from './public-appearance.ts';
import type { CapState } from './caps.ts';
import type { EarningRule } from './earning.ts';
import type { Campaign } from './campaigns.ts';
import type { Badge, Challenge, Streak } from './play.ts';
import type { WithPicture } from './pictures.ts';
import type { ProgramDocument } from './program.ts';
import type { Eligibility, Reward, RewardBecause } from './rewards.ts';
import type { HeldRedemption } from './redemptions.ts';
import type { Stage } from './segments.ts';
import type { Balance } from './shoppers.ts';
import type { Tier, TierPolicy, TierView } from './tiers.ts';
import { currency, id, moneyMinor, tags, textIfAny } from './values.ts';

/** The public programme: what a guest may know. */
export interface PublicProgram {
  /** Which programme and appearance this is: whoever names it is told only what is new. */
  readonly tag: string;
  readonly version: number;
  readonly name: ProgramDocument['name'];
  readonly pointsName: ProgramDocument['pointsName'];
  /** The shop's: its days are this zone's, and ends at midnight are shown as the day before. */
  readonly timeZone: string;
  readonly currency: string;
  readonly pointValueMinor: number;
  readonly enrolment: ProgramDocument['enrolment'];
  readonly earning: readonly EarningRule[];
  readonly expiry: ProgramDocument['expiry'];
  readonly tiers: readonly WithPicture<Omit<Tier, 'entryPoints'>>[];
  /** What the thresholds of tiers count; null where there is no ladder. */
  readonly tierMetric: TierPolicy['metric'] | null;
  /** Campaigns that run now or are to come. */
  readonly campaigns: readonly Pick<Campaign, 'id' | 'name' | 'from' | 'until' | 'effect'>[];
  readonly badges: readonly WithPicture<Badge>[];
  readonly challenges: readonly WithPicture<Challenge>[];
  readonly streaks: readonly WithPicture<Streak>[];
  readonly rewards: readonly WithPicture<Reward>[];
  readonly appearance: PublicAppearance;
}

/** Something a shopper should hear of without asking. */
export type Nudge =
  | {
      readonly kind: 'pointsExpire';
      readonly points: number;
      readonly at: string;
      readonly limited: boolean;
    }
  | { readonly kind: 'pointsTakenBack'; readonly points: number; readonly at: string }
  | { readonly kind: 'codeExpires'; readonly redemptionId: string; readonly at: string }
  | {
      readonly kind: 'tierAtRisk';
      readonly tierId: string;
      readonly missing: number;
      readonly at: string;
    };

/** Everything the widget needs about the shopper, in one answer. */
export interface Me {
  readonly shopper: {
    readonly id: string;
    readonly name: string | null;
    readonly status: 'guest' | 'member' | 'blocked';
    readonly locale: string | null;
    /** Null where it is not known: the programme's counts. */
    readonly timeZone: string | null;
    /** Whether rewards are ordered for this shopper; they can turn it off. */
    readonly personalised: boolean;
    /** Month and day, such as `02-29`. */
    readonly birthday: string | null;
    readonly newsletter: boolean;
  };
  /**
   * Optional claims of the token that could not be used, by name; there only when there are any. It is for
   * whoever signs the tokens: the header `Okaeri-Ignored-Claims` has the same on every answer.
   */
  readonly ignoredClaims?: readonly string[];
  readonly balance: Balance & {
    readonly worthMinor: number;
    readonly currency: string;
    readonly nextExpiry: {
      readonly points: number;
      readonly at: string;
      /** Limited-time points (期間限定ポイント), which have an expiry of their own. */
      readonly limited: boolean;
    } | null;
    /** The points on the way that become the shopper's next; null while no day is known for any. */
    readonly nextPending: { readonly points: number; readonly at: string } | null;
  };
  readonly tier: TierView | null;
  readonly stage: Stage;
  readonly rewards: readonly {
    readonly id: string;
    readonly eligibility: Eligibility;
    readonly because: RewardBecause | null;
    /** What the shopper has often bought or looked at, where that is the reason. */
    readonly becauseOf: string | null;
    /** The least it costs this shopper, and what that is worth in the programme's currency. */
    readonly points: number;
    readonly worthMinor: number | null;
  }[];
  readonly earning: readonly { readonly ruleId: string; readonly limit: CapState }[];
  /** How far each running challenge is: `completed` of `repeats` times in this period. */
  readonly challenges: readonly {
    readonly id: string;
    readonly progress: number;
    readonly target: number;
    readonly completed: number;
    readonly repeats: number;
  }[];
  readonly streaks: readonly {
    readonly id: string;
    readonly current: number;
    readonly length: number;
  }[];
  readonly badges: readonly { readonly id: string; readonly wonAt: string }[];
  readonly vouchers: readonly HeldRedemption[];
  readonly nudges: readonly Nudge[];
  readonly asOf: string;
}

/** `?program=`: the tag of the programme that is known already, or nothing. */
export const meQuery = z.object({ program: z.string().max(LIMITS.idLengthMax).optional() });

/** What `GET /me` answers: with the programme, where it is asked for and is not the one that is known. */
export interface MeAndProgram extends Me {
  readonly program?: PublicProgram;
}

/** A cart or a product, before it is an order. */
export const quoteInput = z.strictObject({
  currency,
  /** Whether the prices contain their tax; when not said, they contain what the programme counts. */
  taxesIncluded: z.boolean().optional(),
  channel: textIfAny,
  market: textIfAny,
  lines: z
    .array(
      z.strictObject({
        productId: id,
        quantity: z.int().min(1).max(LIMITS.quantityMax),
        priceMinor: moneyMinor,
        discountMinor: moneyMinor.default(0),
        taxMinor: moneyMinor.default(0),
        tags: tags.default([]),
        collectionIds: z.array(id).max(LIMITS.tagsMax).default([]),
      }),
    )
    .min(1)
    .max(LIMITS.quoteLinesMax),
});
export type QuoteInput = z.infer<typeof quoteInput>;
/** A cart as it is sent; what is not said has its default. */
export type QuoteRequest = z.input<typeof quoteInput>;

/** What the products of one page would earn, each as a cart of its own. */
export const quotesInput = z.strictObject({
  carts: z.array(quoteInput).min(1).max(LIMITS.quotesMax),
});
/** The same, of which each cart is looked at by itself: one that is not valid takes no other's answer away. */
export const looseQuotes = quotesInput.extend({
  carts: z.array(z.unknown()).min(1).max(LIMITS.quotesMax),
});

/** What a cart would earn, and until when that holds. */
export interface Quote {
  readonly quoteId: string;
  readonly expiresAt: string;
  readonly points: number;
  readonly receipt: Receipt;
  readonly receipts: readonly Receipt[];
  /** What cannot be promised. */
  readonly mayChange: readonly ('cap' | 'budget' | 'tier')[];
}

/** The quote of one cart among several, or why there is none: no cart takes another's answer away. */
type QuoteOrRefusal = { readonly quote: Quote } | { readonly refused: Refusal };

/** Quotes in the order of their carts. */
export interface Quotes {
  readonly items: readonly QuoteOrRefusal[];
}
