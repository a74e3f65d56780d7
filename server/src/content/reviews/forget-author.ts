import type { Tx } from '../../platform/store/store.ts';
import { letGoPhotosOf, letGoStaged } from './let-go-photos.ts';
import { moveVoices } from '../moderation/move-voices.ts';
import { REVIEW_VOICES } from './reader-voices.ts';
import { moveReviewsOf } from './merge-queries.ts';
import {
  copyOffersOf,
  deleteOffer,
  deleteOffersOf,
  insertOffer,
  selectOffersOfBoth,
} from './offer-queries.ts';
import { betterOffer } from './offer-rules.ts';
import { eraseReview, selectReviewsBy } from './queries.ts';
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
  await tx.run(moveReviewsOf, ids);
  await moveOffers(tx, ids);
  await moveVoices(tx, ids, REVIEW_VOICES.merging);
};

/**
 * Gives one's offers to whom they became: of two for one product the better, as both were promised to the same person.
 * An offer is never changed: it is made anew, and the former one goes.
 */
async function moveOffers(
  tx: Tx,
  ids: { shopId: string; from: string; to: string },
): Promise<void> {
  const { shopId, from, to } = ids;
  const known = await tx.run(selectOffersOfBoth, ids);
  for (const { productId, offer: own } of known.filter((one) => one.shopperId === to)) {
    const other = known.find((one) => one.shopperId === from && one.productId === productId);
    if (other === undefined || betterOffer(own, other.offer) === own) continue;
    const { offer } = other;
    await tx.run(deleteOffer, { shopId, shopperId: to, productId });
    const shownAt = Date.parse(offer.shownAt);
    await tx.run(insertOffer, { shopId, shopperId: to, productId, offer, shownAt });
  }
  await tx.run(copyOffersOf, ids);
  await tx.run(deleteOffersOf, { shopId, shopperId: from });
}
