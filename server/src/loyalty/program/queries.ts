import { and, desc, eq, isNull, lt, lte, sql } from 'drizzle-orm';
import { arg, change, everyColumn, rows, textArg, inShop } from '../../platform/store/statement.ts';

export const selectVersion = rows<{ shopId: string; version: number }>()('selectVersion', (db, t) =>
  db
    .select()
    .from(t.programVersions)
    .where(and(inShop(t.programVersions), eq(t.programVersions.version, arg('version')))),
);

export const selectVersions = rows<{ shopId: string; before: number; limit: number }>()(
  'selectVersions',
  (db, t) =>
    db
      .select({
        version: t.programVersions.version,
        publishedAt: t.programVersions.publishedAt,
        author: t.programVersions.author,
        note: t.programNotes.note,
        scheduledAt: t.programVersions.scheduledAt,
      })
      .from(t.programVersions)
      .leftJoin(
        t.programNotes,
        and(
          eq(t.programNotes.shopId, t.programVersions.shopId),
          eq(t.programNotes.version, t.programVersions.version),
        ),
      )
      .where(and(inShop(t.programVersions), lt(t.programVersions.version, arg('before'))))
      .orderBy(desc(t.programVersions.version))
      .limit(arg('limit')),
);

export const insertVersion = change()('insertVersion', (db, t) =>
  db.insert(t.programVersions).values(everyColumn(t.programVersions)),
);

export const selectDraft = rows<{ shopId: string }>()('selectDraft', (db, t) =>
  db.select().from(t.programDrafts).where(inShop(t.programDrafts)),
);

export const upsertDraft = change()('upsertDraft', (db, t) =>
  db
    .insert(t.programDrafts)
    .values(everyColumn(t.programDrafts))
    .onConflictDoUpdate({
      target: t.programDrafts.shopId,
      set: {
        document: sql`excluded.document`,
        revision: sql`excluded.revision`,
        updatedAt: sql`excluded.updated_at`,
        author: sql`excluded.author`,
      },
    }),
);

export const deleteDraft = change()('deleteDraft', (db, t) =>
  db.delete(t.programDrafts).where(inShop(t.programDrafts)),
);

export const setShopProgram = change()('setShopProgram', (db, t) =>
  db
    .update(t.shops)
    .set({ programVersion: sql`${arg('version')}`, version: sql`${t.shops.version} + 1` })
    .where(eq(t.shops.id, textArg('shopId'))),
);

export const upsertNote = change()('upsertNote', (db, t) =>
  db
    .insert(t.programNotes)
    .values(everyColumn(t.programNotes))
    .onConflictDoUpdate({
      target: [t.programNotes.shopId, t.programNotes.version],
      set: { note: sql`excluded.note` },
    }),
);

export const deleteNote = change<{ shopId: string; version: number }>()('deleteNote', (db, t) =>
  db
    .delete(t.programNotes)
    .where(and(inShop(t.programNotes), eq(t.programNotes.version, arg('version')))),
);

export const selectSchedule = rows<{ shopId: string }>()('selectSchedule', (db, t) =>
  db.select().from(t.programSchedules).where(inShop(t.programSchedules)),
);

export const upsertSchedule = change()('upsertSchedule', (db, t) =>
  db
    .insert(t.programSchedules)
    .values(everyColumn(t.programSchedules))
    .onConflictDoUpdate({
      target: t.programSchedules.shopId,
      set: {
        document: sql`excluded.document`,
        publishAt: sql`excluded.publish_at`,
        author: sql`excluded.author`,
        note: sql`excluded.note`,
        scheduledAt: sql`excluded.scheduled_at`,
        draftRevision: sql`excluded.draft_revision`,
        refusedCode: sql`excluded.refused_code`,
      },
    }),
);

export const deleteSchedule = rows<{ shopId: string }>()('deleteSchedule', (db, t) =>
  db
    .delete(t.programSchedules)
    .where(inShop(t.programSchedules))
    .returning({ shopId: t.programSchedules.shopId }),
);

/** The shops whose time has come, by their own clocks. */
export const selectDueSchedules = rows<{ now: number; limit: number }>()(
  'selectDueSchedules',
  (db, t) =>
    db
      .select({ shopId: t.programSchedules.shopId })
      .from(t.programSchedules)
      .innerJoin(t.shops, eq(t.shops.id, t.programSchedules.shopId))
      .where(
        and(
          isNull(t.programSchedules.refusedCode),
          isNull(t.shops.closedAt),
          lte(t.programSchedules.publishAt, sql`${arg('now')} + ${t.shops.clockOffsetMs}`),
        ),
      )
      .limit(arg('limit')),
);
