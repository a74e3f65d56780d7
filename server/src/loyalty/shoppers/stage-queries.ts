import { and, desc, eq, sql } from 'drizzle-orm';
import { arg, change, everyColumn, inShop, rows, textArg } from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';

type Shopper = { shopId: string; shopperId: string };
type OfDay = Shopper & { day: number };

export const selectStageChange = rows<OfDay>()('selectStageChange', (db, t) =>
  db.select().from(t.stageChanges).where(ofDay(t)),
);

export const upsertStageChange = change()('upsertStageChange', (db, t) =>
  db
    .insert(t.stageChanges)
    .values(everyColumn(t.stageChanges))
    .onConflictDoUpdate({
      target: [t.stageChanges.shopId, t.stageChanges.shopperId, t.stageChanges.day],
      set: { fromStage: sql`excluded.from_stage`, toStage: sql`excluded.to_stage` },
    }),
);

export const deleteStageChange = change<OfDay>()('deleteStageChange', (db, t) =>
  db.delete(t.stageChanges).where(ofDay(t)),
);

export const deleteStageChangesOf = change<Shopper>()('deleteStageChangesOf', (db, t) =>
  db
    .delete(t.stageChanges)
    .where(and(inShop(t.stageChanges), eq(t.stageChanges.shopperId, textArg('shopperId')))),
);

/** A shopper's changes, the latest first. */
export const selectStageChangesOf = rows<Shopper & { limit: number }>()(
  'selectStageChangesOf',
  (db, t) =>
    db
      .select()
      .from(t.stageChanges)
      .where(and(inShop(t.stageChanges), eq(t.stageChanges.shopperId, textArg('shopperId'))))
      .orderBy(desc(t.stageChanges.day))
      .limit(arg('limit')),
);

function ofDay({ stageChanges }: Tables) {
  return and(
    inShop(stageChanges),
    eq(stageChanges.shopperId, textArg('shopperId')),
    eq(stageChanges.day, arg('day')),
  );
}
