import type { Reward } from '@okaeri/shared/rewards';

/** Kinds of which Shopify has codes. */
const MADE_AT_SHOPIFY: ReadonlySet<Reward['kind']> = new Set([
  'fixedDiscount',
  'variableDiscount',
  'percentage',
  'freeShipping',
  'freeProduct',
  'productDiscount',
  'collectionDiscount',
]);

/**
 * Why a code of Shopify's would not be what the reward says, or undefined where it would. A discount has one
 * minimum, of money or of pieces, and a percentage has no bound (`DiscountCodeBasicInput` of the Admin API).
 */
export function whyNoDiscount(reward: Reward): string | undefined {
  if (!MADE_AT_SHOPIFY.has(reward.kind))
    return `Shopify has no codes for a reward of kind ${reward.kind}`;
  if (reward.kind === 'percentage' && Object.keys(reward.value).length > 0)
    return 'a code of Shopify has no bound to what a percentage takes off';
  if (reward.minimumItems > 0 && Object.keys(reward.minimumBasket).length > 0)
    return 'a code of Shopify has one minimum, of money or of pieces';
  return undefined;
}
