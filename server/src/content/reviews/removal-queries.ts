import { and, eq, sql } from 'drizzle-orm';
import { arg, change, rows, textArg, inShop, byKey } from '../../platform/store/statement.ts';
import type { ReviewKey } from './queries.ts';

/** Reviews that came with a file. */
export const selectImported = rows<{ shopId: string; importId: string; limit: number }>()(
  'selectImportedReviews',
  (db, t) =>
    db
      .select()
      .from(t.reviews)
      .where(and(inShop(t.reviews), eq(t.reviews.importId, textArg('importId'))))
      .limit(arg('limit')),
);

/** Reviews that were removed long ago, of any shop. */
export const selectLongRemoved = rows<{ before: number; limit: number }>()(
  'selectLongRemovedReviews',
  (db, t) =>
    db
      .select({ shopId: t.reviews.shopId, id: t.reviews.id })
      .from(t.reviews)
      .where(
        and(
          sql`state <> 'published'`,
          eq(t.reviews.state, sql`'removed'`),
          sql`${t.reviews.removedAt} < ${arg('before')}`,
        ),
      )
      .limit(arg('limit')),
);

export const deleteReview = change<ReviewKey>()('deleteReview', (db, t) =>
  db.delete(t.reviews).where(byKey(t.reviews)),
);
