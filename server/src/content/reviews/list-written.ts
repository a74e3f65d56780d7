import type { ReviewLine } from '@okaeri/shared/affairs';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { selectReviewsBy } from './queries.ts';

/**
 * The reviews a shopper has written, the newest first. While one waits, its stars are told to its
 * author and to nobody else.
 */
export const listWrittenReviews = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number; forAuthor: boolean },
): Promise<ReviewLine[]> => {
  const found = await tx.run(selectReviewsBy, of);
  return found.map((row) => ({
    id: row.id,
    productId: row.productId,
    rating: of.forAuthor || row.waitingSince === null ? row.rating : null,
    title: row.title,
    body: row.body,
    state: row.state,
    isWaiting: row.waitingSince !== null,
    createdAt: isoOf(row.createdAt),
  }));
};
