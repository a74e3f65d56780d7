import { z } from 'zod';
import type { Balance } from './shoppers.ts';
import { currency, id, moneyMinor } from './values.ts';
import { LIMITS } from './limits.ts';

/** Whether a shopper can have a reward, and if not, what stands in the way. */
export type Eligibility =
  | { readonly kind: 'redeemable' }
  | { readonly kind: 'insufficientPoints'; readonly missing: number }
  | { readonly kind: 'limitReached' }
  | { readonly kind: 'cartRequirementsNotMet' }
  | { readonly kind: 'outOfStock' }
  | { readonly kind: 'notInSegment' }
  | { readonly kind: 'tierTooLow' };

/** The body of a redemption. `points` is for rewards of variable cost. */
export const redemptionInput = z.strictObject({
  rewardId: id,
  points: z.int().min(1).max(LIMITS.pointsMax).nullish(),
  /** The currency the voucher is wanted in; the programme's own when not given. */
  currency: currency.nullish(),
});
export type RedemptionInput = z.infer<typeof redemptionInput>;

/** A code in hand. */
export interface Voucher {
  readonly code: string;
  readonly valueMinor: number;
  readonly currency: string;
  readonly expiresAt: string;
}

export type RedemptionState = 'held' | 'issued' | 'used' | 'releasing' | 'released' | 'expired';

/** One shopper taking one reward. */
export interface Redemption {
  readonly id: string;
  readonly rewardId: string;
  readonly state: RedemptionState;
  readonly points: number;
  readonly voucher: Voucher | null;
  /** Whether the points can still be given back. */
  readonly releasable: boolean;
  readonly balance: Balance;
}

/** What a checkout asks before it takes a code. */
export const voucherValidation = z.strictObject({
  currency,
  basketMinor: moneyMinor,
  shopperId: id.nullish(),
});
export type VoucherValidation = z.infer<typeof voucherValidation>;

export type VoucherReason =
  | 'unknown'
  | 'used'
  | 'expired'
  | 'released'
  | 'otherCurrency'
  | 'basketTooSmall'
  | 'otherShopper';

/** A checkout's answer. */
export interface VoucherAnswer {
  readonly valid: boolean;
  readonly kind: 'fixedDiscount' | null;
  readonly valueMinor: number;
  readonly reason: VoucherReason | null;
}

/** An order took the code. */
export const voucherUse = z.strictObject({ orderId: id, amountMinor: moneyMinor.nullish() });
export type VoucherUse = z.infer<typeof voucherUse>;

/** The order gave the code back: the code can be used again. */
export const voucherUnuse = z.strictObject({ orderId: id });
