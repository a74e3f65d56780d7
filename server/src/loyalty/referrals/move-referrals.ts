import type { Tx } from '../../platform/store/store.ts';
import { moveFriends, moveReferrers } from './queries.ts';

/** Gives a merged shopper's referrals to the one they became, whichever side they were on. */
export const moveReferralsTo = async (
  tx: Tx,
  move: { shopId: string; from: string; to: string },
): Promise<void> => {
  await tx.run(moveReferrers, move);
  await tx.run(moveFriends, move);
};
