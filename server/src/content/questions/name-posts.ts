import type { ModeratedPost } from '@okaeri/shared/questions';
import { loadNames } from '../../loyalty/products/read-product.ts';
import type { Tx } from '../../platform/store/store.ts';
import { toModerated } from './post-rules.ts';
import type { PostRow } from './tables.ts';

/** Questions and answers as merchants see them, with what their products are called. */
export const namedPosts = async (
  tx: Tx,
  shopId: string,
  posts: readonly PostRow[],
): Promise<ModeratedPost[]> => {
  const names = await loadNames(
    tx,
    shopId,
    posts.map(({ productId }) => productId),
  );
  return posts.map((row) => toModerated(row, names.get(row.productId) ?? null));
};

/** The same of one. */
export const namedPost = async (tx: Tx, row: PostRow): Promise<ModeratedPost> => {
  const names = await loadNames(tx, row.shopId, [row.productId]);
  return toModerated(row, names.get(row.productId) ?? null);
};
