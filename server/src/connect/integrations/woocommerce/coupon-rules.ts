import type { Reward } from '@okaeri/shared/rewards';
import { hasPlatformCodes, isBoundedPercentage } from '../contract/platform-code-rules.ts';

/**
 * Why a coupon would not be what the reward says, or undefined where it would: what WooCommerce leaves out of
 * a coupon without a word, the shop would have to pay for
 * (https://woocommerce.github.io/woocommerce-rest-api-docs/#coupon-properties).
 */
export function whyNoCoupon(reward: Reward): string | undefined {
  if (!hasPlatformCodes(reward.kind))
    return `WooCommerce has no coupons for a reward of kind ${reward.kind}`;
  if (isBoundedPercentage(reward))
    return 'a coupon of WooCommerce has no bound to what a percentage takes off';
  if (reward.minimumItems > 0)
    return 'a coupon of WooCommerce knows no least number of pieces in the cart';
  if (goodsOf(reward).some((id) => couponIds([id]).length === 0))
    return 'it names goods by ids that are none of WooCommerce';
  return undefined;
}

/** The ids that can be ones of WooCommerce. A coupon that names no goods would be good for all. */
export function couponIds(ids: readonly string[]): number[] {
  return ids.map(Number).filter((id) => Number.isSafeInteger(id) && id > 0);
}

function goodsOf(reward: Reward): readonly string[] {
  switch (reward.kind) {
    case 'freeProduct':
      return [reward.productId];
    case 'productDiscount':
      return reward.productIds;
    case 'collectionDiscount':
      return reward.collectionIds;
    default:
      return [];
  }
}
