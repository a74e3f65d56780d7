import { and, desc, eq, lt, sql } from 'drizzle-orm';
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
      .select({ version: t.programVersions.version, publishedAt: t.programVersions.publishedAt })
      .from(t.programVersions)
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
