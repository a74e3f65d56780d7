import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import {
  arg,
  byKey,
  change,
  everyColumn,
  given,
  inShop,
  rows,
  textArg,
} from '../../../platform/store/statement.ts';

type Key = { shopId: string; id: string };

export const insertAlert = change()('insertAlert', (db, t) =>
  db.insert(t.alerts).values(everyColumn(t.alerts)),
);

export const selectAlert = rows<Key>()('selectAlert', (db, t) =>
  db.select().from(t.alerts).where(byKey(t.alerts)),
);

/** Open alerts, the newest first. */
export const selectOpenAlerts = rows<{ shopId: string; limit: number }>()(
  'selectOpenAlerts',
  (db, t) =>
    db
      .select()
      .from(t.alerts)
      .where(and(inShop(t.alerts), isNull(t.alerts.closedDay)))
      .orderBy(desc(t.alerts.openedDay), asc(t.alerts.id))
      .limit(arg('limit')),
);

/** Those that are over, the latest first. */
export const selectClosedAlerts = rows<{ shopId: string; limit: number }>()(
  'selectClosedAlerts',
  (db, t) =>
    db
      .select()
      .from(t.alerts)
      .where(and(inShop(t.alerts), isNotNull(t.alerts.closedDay)))
      .orderBy(desc(t.alerts.openedDay), asc(t.alerts.id))
      .limit(arg('limit')),
);

export const sayAlert = change<Key & { document: unknown; saidDay: number }>()(
  'sayAlert',
  (db, t) =>
    db
      .update(t.alerts)
      .set({ ...given(t.alerts, 'document', 'saidDay') })
      .where(byKey(t.alerts)),
);

export const closeAlert = change<Key & { closedDay: number }>()('closeAlert', (db, t) =>
  db
    .update(t.alerts)
    .set({ ...given(t.alerts, 'closedDay') })
    .where(byKey(t.alerts)),
);

/** Once: whoever says it again changes nothing. */
export const setAlertSeen = change<Key & { seenAt: number }>()('setAlertSeen', (db, t) =>
  db
    .update(t.alerts)
    .set({ ...given(t.alerts, 'seenAt') })
    .where(and(byKey(t.alerts), isNull(t.alerts.seenAt))),
);

export const selectAlertLook = rows<{ shopId: string }>()('selectAlertLook', (db, t) =>
  db.select().from(t.alertLooks).where(inShop(t.alertLooks)),
);

export const upsertAlertLook = change<{ shopId: string; day: number }>()(
  'upsertAlertLook',
  (db, t) =>
    db
      .insert(t.alertLooks)
      .values(everyColumn(t.alertLooks))
      .onConflictDoUpdate({ target: t.alertLooks.shopId, set: { day: sql`excluded.day` } }),
);

export const selectReport = rows<{ shopId: string; key: string }>()('selectReport', (db, t) =>
  db
    .select()
    .from(t.reports)
    .where(and(inShop(t.reports), eq(t.reports.key, textArg('key')))),
);

/** Gives a row to the one who makes it first. */
export const insertReport = rows()('insertReport', (db, t) =>
  db
    .insert(t.reports)
    .values(everyColumn(t.reports))
    .onConflictDoNothing()
    .returning({ key: t.reports.key }),
);

export const selectReaders = rows<{ shopId: string }>()('selectReaders', (db, t) =>
  db
    .select()
    .from(t.insightReaders)
    .where(inShop(t.insightReaders))
    .orderBy(asc(t.insightReaders.userId)),
);

export const upsertReader = change()('upsertReader', (db, t) =>
  db
    .insert(t.insightReaders)
    .values(everyColumn(t.insightReaders))
    .onConflictDoUpdate({
      target: [t.insightReaders.shopId, t.insightReaders.userId],
      set: { language: sql`excluded.language`, reportSince: sql`excluded.report_since` },
    }),
);
