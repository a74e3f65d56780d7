import { forgetReasonsOn } from '../../access/audit-log.ts';
import type { Tx } from '../../platform/store/store.ts';
import { eraseRedemptionNotes, selectRedemptionIds } from './queries.ts';

/** Takes what the shop wrote about an erased person's codes out of them, and out of the log. */
export const eraseCodeWords = async (
  tx: Tx,
  { shopId, shopperId }: { shopId: string; shopperId: string },
): Promise<void> => {
  await tx.run(eraseRedemptionNotes, { shopId, shopperId });
  for (const { id } of await tx.run(selectRedemptionIds, { shopId, shopperId }))
    await forgetReasonsOn(tx, { shopId, subject: id });
};
