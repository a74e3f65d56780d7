import type { Reward } from '@okaeri/shared/rewards';
import type { RedemptionState, VoucherAnswer, VoucherReason } from '@okaeri/shared/redemptions';
import type { VoucherUse } from '../ledger/documents.ts';

/** A voucher as a checkout sees it. */
export interface VoucherFacts {
  readonly state: RedemptionState;
  readonly expireAt: number;
  readonly currency: string;
  readonly remainingMinor: number;
  readonly externalShopperId: string | null;
  readonly minimumBasketMinor: number;
  readonly reward: Reward | undefined;
}

/** What of a voucher's value orders have not used. */
export const remainingOf = (valueMinor: number, uses: readonly VoucherUse[]): number =>
  Math.max(0, valueMinor - uses.reduce((sum, { amountMinor }) => sum + amountMinor, 0));

/** The answer to a code nobody knows. */
export const INVALID: VoucherAnswer = {
  valid: false,
  kind: null,
  valueMinor: 0,
  percent: null,
  productIds: [],
  collectionIds: [],
  combinable: true,
  reason: 'unknown',
};

/** Why a checkout must not take a voucher, or null when it may. */
export const voucherProblem = (
  voucher: VoucherFacts,
  basket: { currency: string; basketMinor: number; shopperId: string | null },
  now: number,
): VoucherReason | null => {
  const state = stateProblem(voucher);
  if (state !== null) return state;
  if (voucher.expireAt <= now) return 'expired';
  if (voucher.currency !== basket.currency) return 'otherCurrency';
  if (basket.shopperId !== null && basket.shopperId !== voucher.externalShopperId)
    return 'otherShopper';
  return basket.basketMinor < voucher.minimumBasketMinor ? 'basketTooSmall' : null;
};

/** What a checkout gets about a voucher it may take. */
export const answerOf = (reward: Reward | undefined, valueMinor: number): VoucherAnswer => ({
  valid: true,
  kind: reward?.kind ?? 'fixedDiscount',
  valueMinor,
  percent: reward?.kind === 'percentage' ? reward.percent : null,
  productIds:
    reward?.kind === 'freeProduct'
      ? [reward.productId]
      : reward?.kind === 'productDiscount'
        ? reward.productIds
        : [],
  collectionIds: reward?.kind === 'collectionDiscount' ? reward.collectionIds : [],
  combinable: reward?.combinable ?? true,
  reason: null,
});

/** The uses of a voucher once an order takes so much of it; undefined when it cannot. */
export const withUse = (
  voucher: { kind: Reward['kind']; valueMinor: number; uses: readonly VoucherUse[] },
  use: { orderId: string; amountMinor: number | null },
): readonly VoucherUse[] | undefined => {
  const others = voucher.uses.filter(({ orderId }) => orderId !== use.orderId);
  const left = remainingOf(voucher.valueMinor, others);
  if (voucher.kind !== 'giftCard')
    return others.length > 0
      ? undefined
      : [{ orderId: use.orderId, amountMinor: voucher.valueMinor }];
  const amountMinor = use.amountMinor ?? left;
  return amountMinor > left || (others.length > 0 && left === 0)
    ? undefined
    : [...others, { orderId: use.orderId, amountMinor }];
};

function stateProblem(voucher: VoucherFacts): VoucherReason | null {
  switch (voucher.state) {
    case 'issued':
      return null;
    case 'used':
      // A gift card goes on until nothing is left of it.
      return voucher.reward?.kind === 'giftCard' && voucher.remainingMinor > 0 ? null : 'used';
    case 'held':
      return 'notIssued';
    case 'expired':
      return 'expired';
    default:
      return 'released';
  }
}
