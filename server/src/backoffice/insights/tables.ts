import type { Columns } from '../../platform/store/columns.ts';
import type { Insights } from '@okaeri/shared/insights';
import type { KeptFigure } from './figures/documents.ts';
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

  /** A figure of a day as it was last taken: made again at any time. */
  const keptFigures = c.table(
    'kept_figures',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      /** Its name, the day it is of, and what else was asked. */
      key: c.text('key').notNull(),
      document: c.json<KeptFigure>('document').notNull(),
      /** On the shop's clock, and on the server's: by the latter old ones are forgotten. */
      takenAt: c.instant('taken_at').notNull(),
      keptAt: c.instant('kept_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.key] }),
      c.index('kept_figures_by_age').on(t.keptAt),
    ],
  );

  return { insights, keptFigures };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof insightTables> {}
}
