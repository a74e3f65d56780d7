import { sql } from 'drizzle-orm';
import { change, everyColumn, inShop, rows } from '../../platform/store/statement.ts';

export const selectInsightSettings = rows<{ shopId: string }>()('selectInsightSettings', (db, t) =>
  db.select().from(t.insightSettings).where(inShop(t.insightSettings)),
);

export const upsertInsightSettings = change()('upsertInsightSettings', (db, t) =>
  db
    .insert(t.insightSettings)
    .values(everyColumn(t.insightSettings))
    .onConflictDoUpdate({
      target: t.insightSettings.shopId,
      set: { document: sql`excluded.document`, version: sql`excluded.version` },
    }),
);
