import type { CaseSettings } from '@okaeri/shared/case-settings';
import type {
  CaseEntry,
  CaseEntryKind,
  CaseReason,
  CaseSeverity,
  CaseState,
} from '@okaeri/shared/cases';
import { sql } from 'drizzle-orm';
import type { AccessTables } from '../../access/tables.ts';
import type { AccountTables } from '../../loyalty/ledger/account-tables.ts';
import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** What a person of the shop must put right with one shopper, and everything that happened to it. */
export const caseTables = (c: Columns, { shops, shoppers }: AccountTables & AccessTables) => {
  const cases = c.table(
    'cases',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      /** The order it is about; empty for none, so that a key can hold it. */
      orderKey: c.text('order_key').notNull(),
      state: c.text('state').$type<CaseState>().notNull(),
      severity: c.text('severity').$type<CaseSeverity>().notNull(),
      reason: c.text('reason').$type<CaseReason>().notNull(),
      title: c.text('title'),
      /** Null while the shop has nobody who can `serve`. */
      ownerId: c.text('owner_id'),
      openedAt: c.instant('opened_at').notNull(),
      dueAt: c.instant('due_at').notNull(),
      /** Since when the shopper is waited for. */
      waitingSince: c.instant('waiting_since'),
      /** When it was noticed that it is late; null again once it is not. */
      overdueAt: c.instant('overdue_at'),
      firstReplyAt: c.instant('first_reply_at'),
      /** The same in working time from when it was opened, by the opening hours of then. */
      firstReplyMs: c.count('first_reply_ms'),
      resolvedAt: c.instant('resolved_at'),
      resolvedMs: c.count('resolved_ms'),
      followUpAt: c.instant('follow_up_at'),
      /** What the shopper said: whether it was put right. */
      solved: c.text('solved').$type<'yes' | 'no'>(),
      closedAt: c.instant('closed_at'),
      outcome: c.text('outcome'),
      reopened: c.count('reopened').notNull(),
      pointsGiven: c.count('points_given').notNull(),
      entries: c.count('entries').notNull(),
      /** When the clock has something to do with it: late, to be followed up, to be closed. */
      nextAt: c.instant('next_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      // E43: one that is open for each shopper and order, or none.
      c
        .uniqueIndex('cases_open')
        .on(t.shopId, t.shopperId, t.orderKey)
        .where(sql`state in ('open', 'waiting')`),
      c.index('cases_by_shopper').on(t.shopId, t.shopperId, t.openedAt),
      c.index('cases_by_due').on(t.shopId, t.state, t.dueAt, t.id),
      c.index('cases_by_time').on(t.shopId, t.openedAt, t.id),
      c
        .index('cases_by_owner')
        .on(t.shopId, t.ownerId)
        .where(sql`state in ('open', 'waiting')`),
      c
        .index('cases_next')
        .on(t.shopId, t.nextAt)
        .where(sql`next_at is not null`),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  /** What happened to a case. Rows only come; of those that are there only words and names go. */
  const caseEntries = c.table(
    'case_entries',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      caseId: c.text('case_id').notNull(),
      at: c.instant('at').notNull(),
      by: c.json<CaseEntry['by']>('by').notNull(),
      kind: c.text('kind').$type<CaseEntryKind>().notNull(),
      note: c.text('note'),
      data: c.json<CaseEntry['data']>('data').notNull(),
      /** What it came from, such as `review:…` or a message by e-mail: that comes once. */
      source: c.text('source'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('case_entries_by_case').on(t.shopId, t.caseId, t.id),
      c
        .index('case_entries_by_source')
        .on(t.shopId, t.source)
        .where(sql`source is not null`),
      c.foreignKey({
        columns: [t.shopId, t.caseId],
        foreignColumns: [cases.shopId, cases.id],
      }),
    ],
  );

  /** How a shop looks after its cases; no row where it has changed nothing. */
  const caseSettings = c.table('case_settings', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    document: c.json<CaseSettings>('document').notNull(),
    version: c.count('version').notNull(),
  });

  return { cases, caseEntries, caseSettings };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof caseTables> {}
}

export type CaseRow = Row<'cases'>;
export type CaseEntryRow = Row<'caseEntries'>;
