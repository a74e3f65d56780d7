import type { Tx } from '../../platform/store/store.ts';
import { selectImported } from './removal-queries.ts';
import { addToStats } from './stats-queries.ts';
import { changeOf } from './stats-rules.ts';
import { dropReview } from './sweep-removed.ts';

/** Removes some of the reviews that came with a file, and says how many. Their photos are swept. */
export const dropImported = async (
  tx: Tx,
  asked: { shopId: string; importId: string; limit: number },
): Promise<number> => {
  const { shopId } = asked;
  const found = await tx.run(selectImported, asked);
  for (const row of found) {
    const { id, productId } = row;
    await tx.run(addToStats, { shopId, productId, ...changeOf(row, null) });
    await dropReview(tx, { shopId, id });
  }
  return found.length;
};
