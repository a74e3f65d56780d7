import { and, desc, lt, sql } from 'drizzle-orm';
import { arg, change, everyColumn, rows, inShop, byKey } from '../../platform/store/statement.ts';
import type { PrivacyRequestRow } from './tables.ts';

/** The same request again is the same row. */
export const insertRequest = change<PrivacyRequestRow>()('insertPrivacyRequest', (db, t) =>
  db.insert(t.privacyRequests).values(everyColumn(t.privacyRequests)).onConflictDoNothing(),
);

export const selectRequests = rows<{ shopId: string; limit: number }>()(
  'selectPrivacyRequests',
  (db, t) =>
    db
      .select({
        shopId: t.privacyRequests.shopId,
        id: t.privacyRequests.id,
        kind: t.privacyRequests.kind,
        subject: t.privacyRequests.subject,
        receivedAt: t.privacyRequests.receivedAt,
        // JSON null where there is no document: one engine keeps it as text, the other as nothing.
        hasDocument: sql<
          number | boolean
        >`coalesce(${t.privacyRequests.document}, 'null') <> 'null'`.as('has_document'),
      })
      .from(t.privacyRequests)
      .where(inShop(t.privacyRequests))
      .orderBy(desc(t.privacyRequests.id))
      .limit(arg('limit')),
);

export const selectRequest = rows<{ shopId: string; id: string }>()(
  'selectPrivacyRequest',
  (db, t) => db.select().from(t.privacyRequests).where(byKey(t.privacyRequests)),
);

/** Takes the documents about somebody, or about everybody where nobody is named. */
export const dropDocumentsOf = change<{ shopId: string; subject: string | null }>()(
  'dropPrivacyDocuments',
  (db, t) =>
    db
      .update(t.privacyRequests)
      .set({ subject: sql`null`, document: sql`'null'` })
      .where(
        and(
          inShop(t.privacyRequests),
          sql`(cast(${arg('subject')} as text) is null or ${t.privacyRequests.subject} = cast(${arg('subject')} as text))`,
        ),
      ),
);

/** Documents that are kept. */
export const selectDocuments = rows<{ shopId: string }>()('selectPrivacyDocuments', (db, t) =>
  db
    .select({ id: t.privacyRequests.id, document: t.privacyRequests.document })
    .from(t.privacyRequests)
    .where(
      and(
        inShop(t.privacyRequests),
        sql`coalesce(${t.privacyRequests.document}, 'null') <> 'null'`,
      ),
    ),
);

export const dropDocument = change<{ shopId: string; id: string }>()(
  'dropPrivacyDocument',
  (db, t) =>
    db
      .update(t.privacyRequests)
      .set({ subject: sql`null`, document: sql`'null'` })
      .where(byKey(t.privacyRequests)),
);

export const forgetRequests = change<{ before: number }>()('forgetPrivacyRequests', (db, t) =>
  db.delete(t.privacyRequests).where(lt(t.privacyRequests.receivedAt, arg('before'))),
);
