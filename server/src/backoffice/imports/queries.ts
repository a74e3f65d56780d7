import { desc } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  rows,
  given,
  inShop,
  byKey,
} from '../../platform/store/statement.ts';
import type { ReviewImportRow } from './tables.ts';

export const insertImport = change<ReviewImportRow>()('insertReviewImport', (db, t) =>
  db.insert(t.reviewImports).values(everyColumn(t.reviewImports)),
);

export const updateImport = change<ReviewImportRow>()('updateReviewImport', (db, t) =>
  db
    .update(t.reviewImports)
    .set({ ...given(t.reviewImports, 'imported', 'waiting', 'refused', 'photos', 'undoneAt') })
    .where(byKey(t.reviewImports)),
);

export const selectImport = rows<{ shopId: string; id: string }>()('selectReviewImport', (db, t) =>
  db.select().from(t.reviewImports).where(byKey(t.reviewImports)),
);

/** The latest imports of a shop. */
export const selectImports = rows<{ shopId: string; limit: number }>()(
  'selectReviewImports',
  (db, t) =>
    db
      .select()
      .from(t.reviewImports)
      .where(inShop(t.reviewImports))
      .orderBy(desc(t.reviewImports.id))
      .limit(arg('limit')),
);
