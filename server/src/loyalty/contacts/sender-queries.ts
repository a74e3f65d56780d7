import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { arg, change, everyColumn, inShop, given, rows } from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';

type SenderRow = Tables['mailSenders']['$inferSelect'];

export const selectSender = rows<{ shopId: string }>()('selectMailSender', (db, t) =>
  db.select().from(t.mailSenders).where(inShop(t.mailSenders)),
);

/** Senders of every shop that has proved a domain: each is looked at again. */
export const selectProvedSenders = rows()('selectProvedSenders', (db, t) =>
  db
    .select({ shopId: t.mailSenders.shopId })
    .from(t.mailSenders)
    .where(isNotNull(t.mailSenders.provedAt)),
);

export const upsertSender = change<SenderRow>()('upsertMailSender', (db, t) =>
  db
    .insert(t.mailSenders)
    .values(everyColumn(t.mailSenders))
    .onConflictDoUpdate({
      target: [t.mailSenders.shopId],
      set: {
        document: sql`excluded.document`,
        version: sql`excluded.version`,
        found: sql`excluded.found`,
        checkedAt: sql`excluded.checked_at`,
        provedAt: sql`excluded.proved_at`,
      },
    }),
);

/** What was found of the records of one state of the sender. */
export const setFound = change<
  Pick<SenderRow, 'shopId' | 'version' | 'found' | 'checkedAt' | 'provedAt'>
>()('setMailSenderFound', (db, t) =>
  db
    .update(t.mailSenders)
    .set(given(t.mailSenders, 'found', 'checkedAt', 'provedAt'))
    .where(and(inShop(t.mailSenders), eq(t.mailSenders.version, arg('version')))),
);
