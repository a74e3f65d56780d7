import type { Refusal } from '@okaeri/shared/errors';
import type { Platform } from '@okaeri/shared/integrations';
import type { Reward } from '@okaeri/shared/rewards';
import { whyNoDiscount } from './shopify/discount-rules.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { whyNoCoupon } from './woocommerce/coupon-rules.ts';
import { selectConnection } from './queries.ts';

const WHY_NOT: Readonly<Record<Platform, (reward: Reward) => string | undefined>> = {
  shopify: whyNoDiscount,
  woocommerce: whyNoCoupon,
};

/**
 * Refuses rewards whose codes the shop's platform is to make and cannot make as they are. Where no platform is
 * connected the shop's own backend makes them, and says itself what it can.
 */
export const refuseUnholdable = async (
  tx: Tx,
  shopId: string,
  rewards: readonly Reward[],
): Promise<Refusal | undefined> => {
  // There is no code for what is given to a cause.
  const theirs = rewards.filter(
    ({ enabled, codes, kind }) => enabled && codes === 'platform' && kind !== 'donation',
  );
  if (theirs.length === 0) return undefined;
  const connection = await first(tx, selectConnection, { shopId });
  if (connection?.state !== 'connected') return undefined;
  for (const reward of theirs) {
    const why = WHY_NOT[connection.platform](reward);
    if (why !== undefined)
      return {
        code: 'platformCannotHold',
        detail: `The reward "${reward.id}" cannot have its codes from the shop's platform: ${why}.`,
        extra: { rewardId: reward.id },
      };
  }
  return undefined;
};
