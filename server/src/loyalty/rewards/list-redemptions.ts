import type { ProgramDocument } from '@okaeri/shared/program';
import type { Redemption } from '@okaeri/shared/redemptions';
import type { Tx } from '../../platform/store/store.ts';
import { selectRedemptionsOf } from './queries.ts';
import { toRedemption } from './redemption-view.ts';

/** What a shopper has taken, the newest first. */
export const listRedemptionsOf = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number },
  document: ProgramDocument,
): Promise<Omit<Redemption, 'balance'>[]> => {
  const found = await tx.run(selectRedemptionsOf, of);
  return found.map((row) =>
    toRedemption(
      row,
      document.rewards.find(({ id }) => id === row.rewardId),
    ),
  );
};
