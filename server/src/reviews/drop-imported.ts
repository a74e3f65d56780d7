import type { Tx } from '../store/store.ts';
import { deleteReportsOf, deleteVotesOf } from './answer-queries.ts';
import { loadPhotos } from './claim-photos.ts';
import { setPhotoReview } from './photo-queries.ts';
import { deleteReview, selectImported } from './queries.ts';
import { addToStats } from './stats-queries.ts';
import { changeOf } from './stats-rules.ts';

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
    for (const photo of await loadPhotos(tx, shopId, [id]))
      await tx.run(setPhotoReview, { shopId, id: photo.id, reviewId: null, position: 0 });
    await tx.run(deleteVotesOf, { shopId, reviewId: id });
    await tx.run(deleteReportsOf, { shopId, reviewId: id });
    await tx.run(deleteReview, { shopId, id });
  }
  return found.length;
};
