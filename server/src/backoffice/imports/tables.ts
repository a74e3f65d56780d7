import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** Files that were imported. */
export const importTables = (c: Columns) => {
  /** Files of members of other tools; their points are adjustments under this id. */
  const balanceImports = c.table(
    'balance_imports',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      source: c.text('source').notNull(),
      rows: c.count('rows').notNull(),
      imported: c.count('imported').notNull(),
      refused: c.count('refused').notNull(),
      points: c.count('points').notNull(),
      createdAt: c.instant('created_at').notNull(),
      undoneAt: c.instant('undone_at'),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.id] })],
  );

  /** Files of reviews that were imported from elsewhere. */
  const reviewImports = c.table(
    'review_imports',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      source: c.text('source').notNull(),
      rows: c.count('rows').notNull(),
      imported: c.count('imported').notNull(),
      waiting: c.count('waiting').notNull(),
      refused: c.count('refused').notNull(),
      photos: c.count('photos').notNull(),
      createdAt: c.instant('created_at').notNull(),
      undoneAt: c.instant('undone_at'),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.id] })],
  );

  return { balanceImports, reviewImports };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof importTables> {}
}

export type BalanceImportRow = Row<'balanceImports'>;
export type ReviewImportRow = Row<'reviewImports'>;
