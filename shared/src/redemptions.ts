import { z } from 'zod';
import { LIMITS } from './limits.ts';
import type { RewardKind } from './rewards.ts';
import type { Balance } from './shoppers.ts';
import { currency, id, lineIfAny, moneyMinor, textIfAny } from './values.ts';

/** The body of a redemption. `points` is for rewards of variable cost. */
export const redemptionInput = z.strictObject({
  rewardId: id,
  points: z.int().min(1).max(LIMITS.pointsMax).nullish(),
  /** The currency the voucher is wanted in; the programme's own when not given. */
  currency: currency.nullish(),
  market: textIfAny,
  /** The cart it is for, where the reward asks something of the cart. */
  cart: z
    .strictObject({
      currency,
      basketMinor: moneyMinor,
      items: z.int().min(0).max(LIMITS.quantityMax).default(0),
    })
    .nullish(),
});
export type RedemptionInput = z.infer<typeof redemptionInput>;

/** The merchant takes a reward for a shopper: at a till, on the telephone. */
export const merchantRedemptionInput = redemptionInput.extend({ shopperId: id });

/** What waited is there: its code from a platform, or the word of whoever fulfilled it. */
export const redemptionFulfilment = z.strictObject({
  code: id.nullish(),
  note: lineIfAny,
});
export type RedemptionFulfilment = z.infer<typeof redemptionFulfilment>;

/** Codes for a reward whose codes come from a pool. */
export const poolInput = z.strictObject({ codes: z.array(id).min(1).max(LIMITS.poolCodesMax) });

/** A code in hand. */
export interface Voucher {
  readonly code: string;
  readonly kind: RewardKind;
  readonly valueMinor: number;
  /** What orders have not used yet: all of it, but for gift cards. */
  readonly remainingMinor: number;
  readonly currency: string;
  readonly expiresAt: string;
}

/** A reward waits as `held` until its code was issued or it was fulfilled by hand (semantics, rule 15). */
export type RedemptionState = 'held' | 'issued' | 'used' | 'releasing' | 'released' | 'expired';

/** One shopper taking one reward. */
export interface Redemption {
  readonly id: string;
  readonly rewardId: string;
  readonly state: RedemptionState;
  readonly points: number;
  readonly takenAt: string;
  readonly note: string | null;
  readonly voucher: Voucher | null;
  /** Whether the points can still be given back. */
  readonly releasable: boolean;
  readonly balance: Balance;
}

/** A redemption the shopper still has in hand. */
export interface HeldRedemption extends Omit<Redemption, 'balance'> {
  /** How many of its points would expire at once, were it given back now (semantics, rule 12). */
  readonly latePoints: number;
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
  | 'notIssued'
  | 'otherCurrency'
  | 'basketTooSmall'
  | 'otherShopper';

/** A checkout's answer. */
export interface VoucherAnswer {
  readonly valid: boolean;
  readonly kind: RewardKind | null;
  readonly valueMinor: number;
  /** For percentages; what the code is for, where it is for something. */
  readonly percent: number | null;
  readonly productIds: readonly string[];
  readonly collectionIds: readonly string[];
  readonly combinable: boolean;
  readonly reason: VoucherReason | null;
}

/** An order took the code. */
export const voucherUse = z.strictObject({ orderId: id, amountMinor: moneyMinor.nullish() });
export type VoucherUse = z.infer<typeof voucherUse>;

/** The order gave the code back: the code can be used again. */
export const voucherUnuse = z.strictObject({ orderId: id });
