import { and, desc, eq, sql } from 'drizzle-orm';
import type { ReviewSettings } from '@okaeri/shared/review-settings';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  one,
  rows,
  textArg,
  given,
  inShop,
  byKey,
} from '../../platform/store/statement.ts';

export type ReviewKey = { shopId: string; id: string };

export const setReviewSettings = change<{
  shopId: string;
  reviewSettings: ReviewSettings;
  reviewSettingsVersion: number;
}>()('setReviewSettings', (db, t) =>
  db
    .update(t.shops)
    .set(given(t.shops, 'reviewSettings', 'reviewSettingsVersion'))
    .where(eq(t.shops.id, textArg('shopId'))),
);

export const selectReview = rows<ReviewKey>()('selectReview', (db, t) =>
  db.select().from(t.reviews).where(byKey(t.reviews)),
);

export const lockReview = rows<ReviewKey>()('lockReview', (db, t) =>
  forUpdate(db.select().from(t.reviews).where(byKey(t.reviews))),
);

/** The review of one shopper about one product; the caller holds the shopper's row. */
export const selectReviewBy = rows<{ shopId: string; shopperId: string; productId: string }>()(
  'selectReviewBy',
  (db, t) =>
    db
      .select()
      .from(t.reviews)
      .where(
        and(
          inShop(t.reviews),
          eq(t.reviews.shopperId, textArg('shopperId')),
          eq(t.reviews.productId, textArg('productId')),
        ),
      ),
);

/** Everything one shopper has written, the newest first. */
export const selectReviewsBy = rows<{ shopId: string; shopperId: string; limit: number }>()(
  'selectReviewsBy',
  (db, t) =>
    db
      .select()
      .from(t.reviews)
      .where(and(inShop(t.reviews), eq(t.reviews.shopperId, textArg('shopperId'))))
      .orderBy(desc(t.reviews.createdAt))
      .limit(arg('limit')),
);

/** A review with the same words by anybody, other than this one. */
export const selectSameText = rows<{ shopId: string; textDigest: string; id: string }>()(
  'selectSameText',
  (db, t) =>
    db
      .select({ id: t.reviews.id })
      .from(t.reviews)
      .where(
        and(
          inShop(t.reviews),
          eq(t.reviews.textDigest, textArg('textDigest')),
          sql`${t.reviews.id} <> ${textArg('id')}`,
        ),
      )
      .limit(one),
);

export const insertReview = change()('insertReview', (db, t) =>
  db.insert(t.reviews).values(everyColumn(t.reviews)),
);

/** Everything of a review that may change. What was offered for it is not among it. */
export const updateReview = change()('updateReview', (db, t) =>
  db
    .update(t.reviews)
    .set({
      ...given(
        t.reviews,
        'orderId',
        'rating',
        'title',
        'body',
        'language',
        'name',
        'attributes',
        'folded',
        'textDigest',
        'state',
        'waitingSince',
        'signals',
        'photos',
        'reply',
        'decisions',
        'reason',
        'history',
        'editedAt',
        'removedAt',
      ),
      version: sql`${t.reviews.version} + 1`,
    })
    .where(byKey(t.reviews)),
);

/** Blanks a review whose author was erased. */
export const eraseReview = change<ReviewKey & { removedAt: number }>()('eraseReview', (db, t) =>
  db
    .update(t.reviews)
    .set({
      ...given(t.reviews, 'removedAt'),
      shopperId: null,
      orderId: null,
      title: null,
      body: '',
      name: '',
      language: null,
      folded: '',
      textDigest: '',
      attributes: sql`'{}'`,
      reply: sql`'null'`,
      history: sql`'[]'`,
      decisions: sql`'[]'`,
      photos: sql`0`,
      state: sql`'removed'`,
      waitingSince: null,
      version: sql`${t.reviews.version} + 1`,
    })
    .where(byKey(t.reviews)),
);

/** When the shop first gave the author of a review points in a case of theirs. */
export const setPointsGiven = change<{ shopId: string; id: string; now: number }>()(
  'setReviewPointsGiven',
  (db, t) =>
    db
      .update(t.reviews)
      .set({ pointsGivenAt: sql`coalesce(${t.reviews.pointsGivenAt}, ${arg('now')})` })
      .where(byKey(t.reviews)),
);
