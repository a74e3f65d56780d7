import type { Tx } from '../../platform/store/store.ts';
import { deleteBadge, insertBadge, selectBadges } from './queries.ts';

/** Gives a shopper's badges to another, who may have some of them already. */
export const moveBadgesTo = async (
  tx: Tx,
  move: { shopId: string; from: string; to: string },
): Promise<void> => {
  const { shopId, from, to } = move;
  for (const { badgeId, wonAt } of await tx.run(selectBadges, { shopId, shopperId: from })) {
    await tx.run(insertBadge, { shopId, shopperId: to, badgeId, wonAt });
    await tx.run(deleteBadge, { shopId, shopperId: from, badgeId });
  }
};
