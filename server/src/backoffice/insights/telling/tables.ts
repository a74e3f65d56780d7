import { sql } from 'drizzle-orm';
import type { Change, ReportFigures } from '@okaeri/shared/changes';
import type { AccessTables } from '../../../access/tables.ts';
import type { Columns } from '../../../platform/store/columns.ts';
import type { Row } from '../../../platform/store/tables.ts';

/** What the figures say by themselves, and to whom. */
export const tellingTables = (c: Columns, { shops }: AccessTables) => {
  const shopId = () =>
    c
      .text('shop_id')
      .notNull()
      .references(() => shops.id);

  /** Changes that were worth saying (E83). */
  const alerts = c.table(
    'alerts',
    {
      shopId: shopId(),
      id: c.text('id').notNull(),
      /** What changed: one is open of each. */
      figure: c.text('figure').notNull(),
      /** As it was last said. */
      document: c.json<Change>('document').notNull(),
      /** Counted from 1970-01-01, in the zone of the programme: when it was said first, and last. */
      openedDay: c.count('opened_day').notNull(),
      saidDay: c.count('said_day').notNull(),
      /** Null while it is open. */
      closedDay: c.count('closed_day'),
      seenAt: c.instant('seen_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c
        .uniqueIndex('alerts_open')
        .on(t.shopId, t.figure)
        .where(sql`closed_day is null`),
      c.index('alerts_by_day').on(t.shopId, t.openedDay, t.id),
    ],
  );

  /** On which local day a shop was looked at last. */
  const alertLooks = c.table('alert_looks', {
    shopId: shopId().primaryKey(),
    day: c.count('day').notNull(),
  });

  /** Reports as they were sent, each once (E84). */
  const reports = c.table(
    'reports',
    {
      shopId: shopId(),
      /** `report:2026-10` */
      key: c.text('key').notNull(),
      document: c.json<ReportFigures>('document').notNull(),
      dueAt: c.instant('due_at').notNull(),
      madeAt: c.instant('made_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.key] })],
  );

  /** People of the team who asked to be told: since when, and in which language of the console. */
  const insightReaders = c.table(
    'insight_readers',
    {
      shopId: shopId(),
      userId: c.text('user_id').notNull(),
      language: c.text('language').$type<'en' | 'ja'>().notNull(),
      /** A report that was due before is not for them. */
      reportSince: c.instant('report_since').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.userId] })],
  );

  return { alerts, alertLooks, reports, insightReaders };
};

declare module '../../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof tellingTables> {}
}

export type AlertRow = Row<'alerts'>;
export type ReaderRow = Row<'insightReaders'>;
