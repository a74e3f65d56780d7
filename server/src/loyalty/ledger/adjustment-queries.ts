import { and, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { ofShopper } from './queries.ts';
import {
  change,
  everyColumn,
  rows,
  textArg,
  given,
  inShop,
  byKey,
} from '../../platform/store/statement.ts';
import { IMPORT_PREFIX, UNDONE_SUFFIX } from './adjustment-rules.ts';

// Statements are prepared once: what never changes stands in their text.
const UNDONE = sql.raw(`'${UNDONE_SUFFIX}'`);
const OF_IMPORT = sql.raw(`'${IMPORT_PREFIX}%'`);

/** Those a file of members gave. */
const ofImport = (table: { batchId: SQLiteColumn }): SQL => sql`${table.batchId} like ${OF_IMPORT}`;

export const insertAdjustment = change()('insertAdjustment', (db, t) =>
  db.insert(t.adjustments).values(everyColumn(t.adjustments)),
);

/** Adjustments of a batch: as much of each as says in which order they are undone. There may be a hundred thousand. */
export const selectBatch = rows<{ shopId: string; batchId: string }>()('selectBatch', (db, t) =>
  db
    .select({
      id: t.adjustments.id,
      shopperId: t.adjustments.shopperId,
      points: t.adjustments.points,
    })
    .from(t.adjustments)
    .where(and(inShop(t.adjustments), eq(t.adjustments.batchId, textArg('batchId')))),
);

export const selectAdjustment = rows<{ shopId: string; id: string }>()(
  'selectAdjustment',
  (db, t) => db.select().from(t.adjustments).where(byKey(t.adjustments)),
);

/** What files of members gave somebody, and what of it was not undone. */
export const selectImported = rows<{ shopId: string; shopperId: string }>()(
  'selectImportedPoints',
  (db, t) =>
    db
      .select({
        points: t.adjustments.points,
        countsForLifetime: t.adjustments.countsForLifetime,
      })
      .from(t.adjustments)
      .where(
        and(
          inShop(t.adjustments),
          eq(t.adjustments.shopperId, textArg('shopperId')),
          ofImport(t.adjustments),
          isNull(t.adjustments.undoneAt),
        ),
      ),
);

/** Awards of what files gave and was taken back, and of the taking back: together they never were. */
export const selectUndoneAwards = rows<{ shopId: string; shopperId: string }>()(
  'selectUndoneAwards',
  (db, t) =>
    db
      .select({ id: t.awards.id })
      .from(t.awards)
      .innerJoin(
        t.adjustments,
        and(
          eq(t.adjustments.shopId, t.awards.shopId),
          sql`${t.awards.sourceId} in (${t.adjustments.id}, ${t.adjustments.id} || ${UNDONE})`,
        ),
      )
      .where(
        and(
          ofShopper(t.awards),
          eq(t.awards.sourceKind, sql`'adjustment'`),
          eq(t.adjustments.shopperId, textArg('shopperId')),
          ofImport(t.adjustments),
          isNotNull(t.adjustments.undoneAt),
        ),
      ),
);

export const setAdjustmentUndone = change()('setAdjustmentUndone', (db, t) =>
  db
    .update(t.adjustments)
    .set({ ...given(t.adjustments, 'undoneAt') })
    .where(byKey(t.adjustments)),
);

/** Reasons of a person's adjustments and notes on them are words about them. */
export const eraseAdjustmentWords = change()('eraseAdjustmentWords', (db, t) =>
  db
    .update(t.adjustments)
    .set({ reason: '', note: null })
    .where(and(inShop(t.adjustments), eq(t.adjustments.shopperId, textArg('shopperId')))),
);
