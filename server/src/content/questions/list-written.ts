import type { PostLine } from '@okaeri/shared/affairs';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { selectPostsBy } from './queries.ts';

/** What a shopper has asked and answered, the newest first. */
export const listWrittenPosts = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number },
): Promise<PostLine[]> => {
  const found = await tx.run(selectPostsBy, of);
  return found.map(({ id, productId, body, createdAt }) => ({
    id,
    productId,
    body,
    createdAt: isoOf(createdAt),
  }));
};
