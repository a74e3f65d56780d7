import type { Columns } from '../../platform/store/columns.ts';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { AccessTables } from '../../access/tables.ts';

/** Programmes: every version that was published, the draft, and what is to be published later. */
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
      /** Who published it, by the name they had then; null of what a release before did not note. */
      author: c.text('author'),
      /** When it was said that it be published later. */
      scheduledAt: c.instant('scheduled_at'),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.version] })],
  );

  // A version never changes; what is said of it may.
  const programNotes = c.table(
    'program_notes',
    {
      shopId: c.text('shop_id').notNull(),
      version: c.count('version').notNull(),
      note: c.text('note').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.version] }),
      c.foreignKey({
        columns: [t.shopId, t.version],
        foreignColumns: [programVersions.shopId, programVersions.version],
      }),
    ],
  );

  const programDrafts = c.table('program_drafts', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    document: c.json<ProgramDocument>('document').notNull(),
    revision: c.count('revision').notNull(),
    updatedAt: c.instant('updated_at').notNull(),
    author: c.text('author'),
  });

  // A document of its own: what is typed into the draft meanwhile is not published with it.
  const programSchedules = c.table('program_schedules', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    document: c.json<ProgramDocument>('document').notNull(),
    /** By the shop's clock. */
    publishAt: c.instant('publish_at').notNull(),
    author: c.text('author'),
    note: c.text('note'),
    scheduledAt: c.instant('scheduled_at').notNull(),
    /** The draft it was made of: where that is still the draft, it goes with being published. */
    draftRevision: c.count('draft_revision').notNull(),
    /** Why it could not be published when its time came. */
    refusedCode: c.text('refused_code'),
  });

  return { programVersions, programNotes, programDrafts, programSchedules };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof programTables> {}
}
