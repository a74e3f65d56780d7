import type { Columns } from '../../platform/store/columns.ts';
import type { Insights } from '@okaeri/shared/insights';
import type { AccessTables } from '../../access/tables.ts';

/** What was last measured. */
export const insightTables = (c: Columns, { shops }: AccessTables) => {
  /** What was last measured about a shop: made again at any time. */
  const insights = c.table('insights', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    document: c.json<Insights>('document').notNull(),
    takenAt: c.instant('taken_at').notNull(),
  });

  return { insights };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof insightTables> {}
}
