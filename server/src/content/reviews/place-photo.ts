import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Deps } from '../../deps.ts';
import { first } from '../../platform/store/store.ts';
import { savePhoto } from './add-photo.ts';
import { loadPhotos } from './claim-photos.ts';
import { deleteWaitingPhoto, setPhotoReview } from './photo-queries.ts';
import { lockReview } from './queries.ts';
import { saveReview } from './save-review.ts';

/** Puts a photo to a review nobody here has written. Where there is one already, it stays. */
export const placePhoto = async (
  deps: Deps,
  input: { shopId: string; reviewId: string; position: number; bytes: Uint8Array },
): Promise<Outcome<true>> => {
  const { shopId, reviewId, position, bytes } = input;
  const kept = await savePhoto(deps, { shopId, shopperId: null, bytes });
  if ('refused' in kept) return kept;
  const photo = { shopId, id: kept.ok.id };
  const isTaken = await deps.store.write(async (tx) => {
    const review = await first(tx, lockReview, { shopId, id: reviewId });
    const had = await loadPhotos(tx, shopId, [reviewId]);
    if (review === undefined || had.some((other) => other.position === position)) {
      await tx.run(deleteWaitingPhoto, photo);
      return false;
    }
    await tx.run(setPhotoReview, { ...photo, reviewId, position });
    await saveReview(tx, review, { ...review, photos: had.length + 1 });
    return true;
  });
  if (!isTaken) await deps.media.remove(photo.id);
  return { ok: true };
};
