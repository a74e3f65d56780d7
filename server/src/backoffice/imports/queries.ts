import { and, desc, eq, sql } from 'drizzle-orm';
import { arg, change, everyColumn, rows, textArg } from '../../platform/store/statement.ts';
import type { ReviewImportRow } from './tables.ts';

export const insertImport = change<ReviewImportRow>()('insertReviewImport', (db, t) =>
  db.insert(t.reviewImports).values(everyColumn(t.reviewImports)),
);

export const updateImport = change<ReviewImportRow>()('updateReviewImport', (db, t) =>
  db
    .update(t.reviewImports)
    .set({
      imported: sql`${arg('imported')}`,
      waiting: sql`${arg('waiting')}`,
      refused: sql`${arg('refused')}`,
      photos: sql`${arg('photos')}`,
      undoneAt: sql`${arg('undoneAt')}`,
    })
    .where(
      and(eq(t.reviewImports.shopId, textArg('shopId')), eq(t.reviewImports.id, textArg('id'))),
    ),
);

export const selectImport = rows<{ shopId: string; id: string }>()('selectReviewImport', (db, t) =>
  db
    .select()
    .from(t.reviewImports)
    .where(
      and(eq(t.reviewImports.shopId, textArg('shopId')), eq(t.reviewImports.id, textArg('id'))),
    ),
);

/** The latest imports of a shop. */
export const selectImports = rows<{ shopId: string; limit: number }>()(
  'selectReviewImports',
  (db, t) =>
    db
      .select()
      .from(t.reviewImports)
      .where(eq(t.reviewImports.shopId, textArg('shopId')))
      .orderBy(desc(t.reviewImports.id))
      .limit(arg('limit')),
);
