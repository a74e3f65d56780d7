import type { Reward } from '@okaeri/shared/rewards';
import { hasPlatformCodes, isBoundedPercentage } from '../contract/platform-code-rules.ts';

/**
 * Why a code of Shopify's would not be what the reward says, or undefined where it would. A discount has one
 * minimum, of money or of pieces, and a percentage has no bound (`DiscountCodeBasicInput` of the Admin API).
 */
export function whyNoDiscount(reward: Reward): string | undefined {
  if (!hasPlatformCodes(reward.kind))
    return `Shopify has no codes for a reward of kind ${reward.kind}`;
  if (isBoundedPercentage(reward))
    return 'a code of Shopify has no bound to what a percentage takes off';
  if (reward.minimumItems > 0 && Object.keys(reward.minimumBasket).length > 0)
    return 'a code of Shopify has one minimum, of money or of pieces';
  return undefined;
}
