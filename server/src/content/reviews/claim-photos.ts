import type { Outcome } from '../../platform/lib/outcome.ts';
import type { ReviewPhotoRow } from './photo-tables.ts';
import type { Tx } from '../../platform/store/store.ts';
import { letGoPhoto } from './let-go-photos.ts';
import { hashBandsOf, isSimilar } from './perceptual-hash-rules.ts';
import {
  selectSimilarPhotos,
  selectPhotosByIds,
  selectPhotosOfReviews,
  setPhotoReview,
  toPlaces,
} from './photo-queries.ts';

/** Photos with a part of their likeness in common that are compared; plain ones have many. */
const ALIKE_LOOKED_AT = 200;

/** Photos that belong to a review now. */
export interface ClaimedPhotos {
  readonly rows: readonly ReviewPhotoRow[];
  /** One of them looks like a photo of another review. */
  readonly known: boolean;
}

/** The photos of some reviews, each review's in their order. */
export const loadPhotos = (
  tx: Tx,
  shopId: string,
  reviewIds: readonly string[],
): Promise<ReviewPhotoRow[]> =>
  reviewIds.length === 0
    ? Promise.resolve([])
    : tx.run(selectPhotosOfReviews, { shopId, ...toPlaces(reviewIds) });

/**
 * Makes uploaded photos those of a review, in this order. Photos it had and that are not
 * named any more are shown to nobody; until they are swept their author can name them again.
 */
export const claimPhotos = async (
  tx: Tx,
  input: { shopId: string; shopperId: string; reviewId: string; photoIds: readonly string[] },
): Promise<Outcome<ClaimedPhotos>> => {
  const { shopId, shopperId, reviewId, photoIds } = input;
  const had = await loadPhotos(tx, shopId, [reviewId]);
  const found =
    photoIds.length === 0 ? [] : await tx.run(selectPhotosByIds, { shopId, ...toPlaces(photoIds) });
  const rows: ReviewPhotoRow[] = [];
  let known = false;
  for (const [position, id] of photoIds.entries()) {
    const photo = found.find((row) => row.id === id);
    // A photo that is the review's already is its author's, whoever they were before a merge.
    const isTheirs =
      photo?.reviewId === reviewId || (photo?.reviewId === null && photo.shopperId === shopperId);
    if (photo === undefined || !isTheirs)
      return { refused: { code: 'unknownPhoto', detail: `There is no photo "${id}" of yours.` } };
    const near = { shopId, reviewId, limit: ALIKE_LOOKED_AT, ...hashBandsOf(photo.likeness) };
    const alike = await tx.run(selectSimilarPhotos, near);
    known ||= alike.some(({ likeness }) => isSimilar(likeness, photo.likeness));
    await tx.run(setPhotoReview, { shopId, id, reviewId, position });
    rows.push({ ...photo, reviewId, position });
  }
  for (const photo of had.filter((row) => !photoIds.includes(row.id))) await letGoPhoto(tx, photo);
  return { ok: { rows, known } };
};
