import type { Tx } from '../../platform/store/store.ts';
import { letGoPhotosOf, letGoStaged } from './let-go-photos.ts';
import { moveVoices } from '../moderation/move-voices.ts';
import { REVIEW_VOICES } from './reader-voices.ts';
import { copyOffersOf, moveReviewsOf } from './merge-queries.ts';
import { deleteOffersOf, eraseReview, selectReviewsBy } from './queries.ts';
import { addToStats } from './stats-queries.ts';
import { changeOf } from './stats-rules.ts';
import type { ReviewRow } from './tables.ts';

const PAGE = 100;

/**
 * Blanks what an erased person wrote: their words and photos go, with
 * the shop's to them, and nothing of it is counted any more.
 */
export const forgetAuthor = async (
  tx: Tx,
  author: { shopId: string; shopperId: string; now: number },
): Promise<void> => {
  const { shopId, shopperId, now } = author;
  for (;;) {
    const found: ReviewRow[] = await tx.run(selectReviewsBy, { shopId, shopperId, limit: PAGE });
    for (const row of found) {
      const { productId, id } = row;
      await tx.run(addToStats, { shopId, productId, ...changeOf(row, null) });
      await letGoPhotosOf(tx, { shopId, id });
      await tx.run(eraseReview, { shopId, id, removedAt: now });
    }
    if (found.length < PAGE) break;
  }
  await letGoStaged(tx, { shopId, shopperId });
  await tx.run(deleteOffersOf, { shopId, shopperId });
  await tx.run(REVIEW_VOICES.eraseReportNotes, { shopId, shopperId });
};

/**
 * Reviews of one shopper become another's, but for products both have written about; what was offered for one, and
 * what they said about those of others.
 */
export const moveAuthor = async (
  tx: Tx,
  ids: { shopId: string; from: string; to: string },
): Promise<void> => {
  const { shopId, from } = ids;
  await tx.run(moveReviewsOf, ids);
  // An offer is never changed: it is made anew, and the former one goes.
  await tx.run(copyOffersOf, ids);
  await tx.run(deleteOffersOf, { shopId, shopperId: from });
  await moveVoices(tx, ids, REVIEW_VOICES.merging);
};
