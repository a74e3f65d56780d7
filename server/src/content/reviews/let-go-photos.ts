import type { Tx } from '../../platform/store/store.ts';
import {
  letGoStagedPhotos,
  selectPhotosOfReviews,
  setPhotoReview,
  toPlaces,
} from './photo-queries.ts';
import { LET_GO } from './photo-rules.ts';

/** Takes a photo from its review: from now on nobody is shown it, and it is swept. */
export const letGoPhoto = (tx: Tx, photo: { shopId: string; id: string }): Promise<unknown> =>
  tx.run(setPhotoReview, { shopId: photo.shopId, id: photo.id, reviewId: null, position: LET_GO });

/** Takes all of its photos from a review. */
export const letGoPhotosOf = async (
  tx: Tx,
  review: { shopId: string; id: string },
): Promise<void> => {
  const { shopId, id } = review;
  for (const photo of await tx.run(selectPhotosOfReviews, { shopId, ...toPlaces([id]) }))
    await letGoPhoto(tx, photo);
};

/** Lets go of what a shopper has uploaded and saved no review with. */
export const letGoStaged = (tx: Tx, of: { shopId: string; shopperId: string }): Promise<unknown> =>
  tx.run(letGoStagedPhotos, { ...of, position: LET_GO });
