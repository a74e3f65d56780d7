import type { ReferralLine } from '@okaeri/shared/affairs';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { selectReferralsOf } from './queries.ts';

/** By whom a shopper came, and who came by them, the newest first: nothing of the other person is shown. */
export const listReferralsOf = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number },
): Promise<ReferralLine[]> => {
  const found = await tx.run(selectReferralsOf, of);
  return found.map(({ referrerId, state, createdAt }) => ({
    side: referrerId === of.shopperId ? 'referrer' : 'friend',
    state,
    createdAt: isoOf(createdAt),
  }));
};
