import type { Columns } from '../../platform/store/columns.ts';
import type { CostKind } from '@okaeri/shared/costs';
import type { InsightSettings } from '@okaeri/shared/insight-settings';
import type { Insights } from '@okaeri/shared/insights';
import type { KeptFigure } from './figures/documents.ts';
import type { AccessTables } from '../../access/tables.ts';
import type { Row } from '../../platform/store/tables.ts';

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

  /** What figures need to know that orders do not tell. Where a shop has said nothing there is no row. */
  const insightSettings = c.table('insight_settings', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    document: c.json<InsightSettings>('document').notNull(),
    version: c.count('version').notNull(),
  });

  /** What was paid, as it was entered or imported. */
  const costs = c.table(
    'costs',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      id: c.text('id').notNull(),
      /** Counted from 1970-01-01, in the zone of the programme. */
      day: c.count('day').notNull(),
      kind: c.text('kind').$type<CostKind>().notNull(),
      channel: c.text('channel'),
      amountMinor: c.count('amount_minor').notNull(),
      currency: c.text('currency').notNull(),
      /** In the shop's currency, by the rate the programme had when it was entered. */
      shopMinor: c.count('shop_minor').notNull(),
      note: c.text('note'),
      enteredAt: c.instant('entered_at').notNull(),
      /** The shop's currency of then; null of what was entered before it was kept: it is that of today. */
      shopCurrency: c.text('shop_currency'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('costs_by_day').on(t.shopId, t.day, t.id),
    ],
  );

  return { insights, keptFigures, insightSettings, costs };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof insightTables> {}
}

export type CostRow = Row<'costs'>;
