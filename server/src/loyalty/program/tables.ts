import type { Columns } from '../../platform/store/columns.ts';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { AccessTables } from '../../access/tables.ts';

/** Programmes: every version that was published, and the draft. */
export const programTables = (c: Columns, { shops }: AccessTables) => {
  const programVersions = c.table(
    'program_versions',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      version: c.count('version').notNull(),
      document: c.json<ProgramDocument>('document').notNull(),
      publishedAt: c.instant('published_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.version] })],
  );

  const programDrafts = c.table('program_drafts', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    document: c.json<ProgramDocument>('document').notNull(),
    revision: c.count('revision').notNull(),
    updatedAt: c.instant('updated_at').notNull(),
  });

  return { programVersions, programDrafts };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof programTables> {}
}
