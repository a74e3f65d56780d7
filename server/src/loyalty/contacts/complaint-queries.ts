import { and, desc, lte, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  given,
  inShop,
  one,
  rows,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';

type Shop = { shopId: string };

/** The sums as they were at the end of a day: those of the last day on which anything was counted. */
export const selectMailDay = rows<Shop & { day: number }>()('selectMailDay', (db, t) =>
  db
    .select()
    .from(t.mailDays)
    .where(and(inShop(t.mailDays), lte(t.mailDays.day, arg('day'))))
    .orderBy(desc(t.mailDays.day))
    .limit(one),
);

/** Counts on: `sent` and `complained` are the sums so far for a day that begins, and `more` what comes now. */
export const addToMailDay = change<
  Tables['mailDays']['$inferInsert'] & { moreSent: number; moreComplained: number }
>()('addToMailDay', (db, t) =>
  db
    .insert(t.mailDays)
    .values(everyColumn(t.mailDays))
    .onConflictDoUpdate({
      target: [t.mailDays.shopId, t.mailDays.day],
      set: {
        sent: sql`${t.mailDays.sent} + ${arg('moreSent')}`,
        complained: sql`${t.mailDays.complained} + ${arg('moreComplained')}`,
      },
    }),
);

export const selectPause = rows<Shop>()('selectMarketingPause', (db, t) =>
  db.select().from(t.marketingPauses).where(inShop(t.marketingPauses)),
);

/** Pauses marketing, unless it rests already. */
export const insertPause = change<Shop & { pausedAt: number }>()('insertMarketingPause', (db, t) =>
  db
    .insert(t.marketingPauses)
    .values({
      ...given(t.marketingPauses, 'shopId', 'pausedAt'),
      sentBefore: 0,
      complainedBefore: 0,
    })
    .onConflictDoUpdate({
      target: [t.marketingPauses.shopId],
      set: { pausedAt: sql`coalesce(${t.marketingPauses.pausedAt}, excluded.paused_at)` },
    }),
);

export const setResumed = change<
  Shop & { resumedAt: number; resumedBy: string; sentBefore: number; complainedBefore: number }
>()('setMarketingResumed', (db, t) =>
  db
    .update(t.marketingPauses)
    .set({
      ...given(t.marketingPauses, 'resumedAt', 'resumedBy', 'sentBefore', 'complainedBefore'),
      pausedAt: null,
    })
    .where(inShop(t.marketingPauses)),
);
