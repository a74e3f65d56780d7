import { z } from 'zod';
import type { Receipt } from './ledger.ts';
import { LIMITS } from './limits.ts';
import type { EarningRule, ProgramDocument, Reward } from './program.ts';
import type { Eligibility, Redemption } from './rewards.ts';
import type { Balance } from './shoppers.ts';
import { currency, id, moneyMinor, text } from './values.ts';

/** The public programme: what a guest may know. */
export interface PublicProgram {
  readonly version: number;
  readonly name: ProgramDocument['name'];
  readonly pointsName: ProgramDocument['pointsName'];
  readonly currency: string;
  readonly pointValueMinor: number;
  readonly enrolment: ProgramDocument['enrolment'];
  readonly earning: readonly EarningRule[];
  readonly expiry: ProgramDocument['expiry'];
  readonly rewards: readonly Reward[];
}

/** How far a rule's limit is used up. The names are LoyaltyLion's, in camel case. */
export type LimitState =
  | { readonly kind: 'noLimit' }
  | { readonly kind: 'limitNotReached' }
  | { readonly kind: 'limitReachedUntil'; readonly at: string }
  | { readonly kind: 'limitReachedForever' };

/** Everything the widget needs about the shopper, in one answer. */
export interface Me {
  readonly shopper: {
    readonly id: string;
    readonly name: string | null;
    readonly status: 'guest' | 'member' | 'blocked';
    readonly locale: string | null;
  };
  readonly balance: Balance & {
    readonly worthMinor: number;
    readonly currency: string;
    readonly nextExpiry: { readonly points: number; readonly at: string } | null;
  };
  readonly tier: null;
  readonly rewards: readonly {
    readonly id: string;
    readonly eligibility: Eligibility;
    readonly because: 'affordable' | 'closeToReach' | null;
  }[];
  readonly earning: readonly { readonly ruleId: string; readonly limit: LimitState }[];
  readonly vouchers: readonly Omit<Redemption, 'balance'>[];
  readonly nudges: readonly never[];
  readonly asOf: string;
}

/** A cart or a product, before it is an order. */
export const quoteInput = z.strictObject({
  currency,
  /** Whether the prices contain their tax; when not said, they contain what the programme counts. */
  taxesIncluded: z.boolean().optional(),
  lines: z
    .array(
      z.strictObject({
        productId: id,
        quantity: z.int().min(1).max(LIMITS.quantityMax),
        priceMinor: moneyMinor,
        discountMinor: moneyMinor.default(0),
        taxMinor: moneyMinor.default(0),
        tags: z.array(text).max(LIMITS.tagsMax).default([]),
      }),
    )
    .min(1)
    .max(LIMITS.quoteLinesMax),
});
export type QuoteInput = z.infer<typeof quoteInput>;

/** What a cart would earn, and until when that holds. */
export interface Quote {
  readonly quoteId: string;
  readonly expiresAt: string;
  readonly points: number;
  readonly receipt: Receipt;
  /** What cannot be promised. */
  readonly mayChange: readonly ('cap' | 'budget' | 'tier')[];
}
