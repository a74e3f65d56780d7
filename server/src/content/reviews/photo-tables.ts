import { sql } from 'drizzle-orm';
import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** Photos of reviews. */
export const photoTables = (c: Columns) => {
  /** Photos of reviews. Without a review they wait for one, and are swept when none comes. */
  const reviewPhotos = c.table(
    'review_photos',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id'),
      reviewId: c.text('review_id'),
      position: c.count('position').notNull(),
      width: c.count('width').notNull(),
      height: c.count('height').notNull(),
      bytes: c.count('bytes').notNull(),
      /** What it looks like, in 64 bits. */
      likeness: c.text('likeness').notNull(),
      /** The same in four parts: what looks nearly the same has one of them in common. */
      band0: c.text('band0').notNull(),
      band1: c.text('band1').notNull(),
      band2: c.text('band2').notNull(),
      band3: c.text('band3').notNull(),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('review_photos_by_review').on(t.shopId, t.reviewId, t.position),
      // A photo is asked for by its name alone.
      c.index('review_photos_by_id').on(t.id),
      c.index('review_photos_band0').on(t.shopId, t.band0),
      c.index('review_photos_band1').on(t.shopId, t.band1),
      c.index('review_photos_band2').on(t.shopId, t.band2),
      c.index('review_photos_band3').on(t.shopId, t.band3),
      c
        .index('review_photos_waiting')
        .on(t.createdAt)
        .where(sql`review_id is null`),
    ],
  );

  return { reviewPhotos };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof photoTables> {}
}

export type ReviewPhotoRow = Row<'reviewPhotos'>;
