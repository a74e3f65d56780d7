import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { LIMITS } from '@okaeri/shared/limits';
import {
  arg,
  change,
  everyColumn,
  rows,
  textArg,
  given,
  inShop,
  byKey,
  idPlaces,
  type Ids,
} from '../../platform/store/statement.ts';
import type { HashBands } from './perceptual-hash-rules.ts';

/** How many ids one statement asks for: a page of reviews, which is more than the photos of one. */
export const IDS_MAX = LIMITS.reviewPage;

const { isIn, toPlaces } = idPlaces(IDS_MAX);
export { toPlaces };

/** Photos of up to a page of reviews, each review's in their order. */
export const selectPhotosOfReviews = rows<{ shopId: string } & Ids>()(
  'selectPhotosOfReviews',
  (db, t) =>
    db
      .select()
      .from(t.reviewPhotos)
      .where(and(inShop(t.reviewPhotos), isIn(t.reviewPhotos.reviewId)))
      .orderBy(asc(t.reviewPhotos.reviewId), asc(t.reviewPhotos.position)),
);

export const selectPhotosByIds = rows<{ shopId: string } & Ids>()('selectPhotosByIds', (db, t) =>
  db
    .select()
    .from(t.reviewPhotos)
    .where(and(inShop(t.reviewPhotos), isIn(t.reviewPhotos.id))),
);

/** Photos of other reviews that have a part of their likeness in common with one. */
export const selectSimilarPhotos = rows<
  { shopId: string; reviewId: string; limit: number } & HashBands
>()('selectAlikePhotos', (db, { reviewPhotos: photos }) =>
  db
    .select({ likeness: photos.likeness })
    .from(photos)
    .where(
      and(
        inShop(photos),
        or(
          eq(photos.band0, textArg('band0')),
          eq(photos.band1, textArg('band1')),
          eq(photos.band2, textArg('band2')),
          eq(photos.band3, textArg('band3')),
        ),
        sql`${photos.reviewId} is not null`,
        sql`${photos.reviewId} <> ${textArg('reviewId')}`,
      ),
    )
    .limit(arg('limit')),
);

export const insertPhoto = change()('insertReviewPhoto', (db, t) =>
  db.insert(t.reviewPhotos).values(everyColumn(t.reviewPhotos)),
);

export const setPhotoReview = change<{
  shopId: string;
  id: string;
  reviewId: string | null;
  position: number;
}>()('setPhotoReview', (db, t) =>
  db
    .update(t.reviewPhotos)
    .set({ ...given(t.reviewPhotos, 'reviewId', 'position') })
    .where(byKey(t.reviewPhotos)),
);

/** Photos one shopper has uploaded and saved no review with. */
export const selectStagedPhotos = rows<{ shopId: string; shopperId: string; limit: number }>()(
  'selectStagedPhotos',
  (db, t) =>
    db
      .select({ id: t.reviewPhotos.id })
      .from(t.reviewPhotos)
      .where(
        and(
          inShop(t.reviewPhotos),
          eq(t.reviewPhotos.shopperId, textArg('shopperId')),
          isNull(t.reviewPhotos.reviewId),
        ),
      )
      .limit(arg('limit')),
);

/** Photos nobody saved a review with in time, and those that were let go, of any shop. */
export const selectForgottenPhotos = rows<{ before: number; letGo: number; limit: number }>()(
  'selectForgottenPhotos',
  (db, t) =>
    db
      .select({ shopId: t.reviewPhotos.shopId, id: t.reviewPhotos.id })
      .from(t.reviewPhotos)
      .where(
        and(
          isNull(t.reviewPhotos.reviewId),
          or(
            lt(t.reviewPhotos.createdAt, arg('before')),
            eq(t.reviewPhotos.position, arg('letGo')),
          ),
        ),
      )
      .limit(arg('limit')),
);

/** Gives the row when it was still waiting. */
export const deleteWaitingPhoto = rows<{ shopId: string; id: string }>()(
  'deleteWaitingPhoto',
  (db, t) =>
    db
      .delete(t.reviewPhotos)
      .where(
        and(
          inShop(t.reviewPhotos),
          eq(t.reviewPhotos.id, textArg('id')),
          isNull(t.reviewPhotos.reviewId),
        ),
      )
      .returning({ id: t.reviewPhotos.id }),
);

/**
 * The photos of a name, each with the state of its review or null where there is none; shops
 * that were copied from each other share names.
 */
export const selectPhotosOfName = rows<{ id: string }>()('selectPhotosOfName', (db, t) =>
  db
    .select({
      reviewId: t.reviewPhotos.reviewId,
      position: t.reviewPhotos.position,
      state: t.reviews.state,
    })
    .from(t.reviewPhotos)
    .leftJoin(
      t.reviews,
      and(eq(t.reviews.shopId, t.reviewPhotos.shopId), eq(t.reviews.id, t.reviewPhotos.reviewId)),
    )
    .where(eq(t.reviewPhotos.id, textArg('id'))),
);

/** Lets go of what an author has uploaded and saved no review with. */
export const letGoStagedPhotos = change<{ shopId: string; shopperId: string; position: number }>()(
  'letGoStagedPhotos',
  (db, t) =>
    db
      .update(t.reviewPhotos)
      .set({ ...given(t.reviewPhotos, 'position') })
      .where(
        and(
          inShop(t.reviewPhotos),
          eq(t.reviewPhotos.shopperId, textArg('shopperId')),
          isNull(t.reviewPhotos.reviewId),
        ),
      ),
);
