import type { Reward } from '@okaeri/shared/rewards';

/** Kinds of rewards that platforms have codes for; what the others give, no cart knows of. */
const KINDS: ReadonlySet<Reward['kind']> = new Set([
  'fixedDiscount',
  'variableDiscount',
  'percentage',
  'freeShipping',
  'freeProduct',
  'productDiscount',
  'collectionDiscount',
]);

/** Whether a platform can have a code for rewards of this kind at all. */
export function hasPlatformCodes(kind: Reward['kind']): boolean {
  return KINDS.has(kind);
}

/** Whether a percentage takes off so much at most, which no platform's code can say. */
export function isBoundedPercentage(reward: Reward): boolean {
  return reward.kind === 'percentage' && Object.keys(reward.value).length > 0;
}
