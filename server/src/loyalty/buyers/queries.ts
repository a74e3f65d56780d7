import { and, eq, sql, type SQL } from 'drizzle-orm';
import { change, everyColumn, inShop, one, rows, textArg } from '../../platform/store/statement.ts';

type Key = { shopId: string; shopperId: string };

export const selectBuyerScale = rows<{ shopId: string }>()('selectBuyerScale', (db, t) =>
  db.select().from(t.buyerScales).where(inShop(t.buyerScales)),
);

export const upsertBuyerScale = change()('upsertBuyerScale', (db, t) =>
  db
    .insert(t.buyerScales)
    .values(everyColumn(t.buyerScales))
    .onConflictDoUpdate({
      target: t.buyerScales.shopId,
      set: { document: sql`excluded.document`, takenAt: sql`excluded.taken_at` },
    }),
);

export const deleteBuyerScale = change<{ shopId: string }>()('deleteBuyerScale', (db, t) =>
  db.delete(t.buyerScales).where(inShop(t.buyerScales)),
);

/** Some purchase day of anybody. */
export const selectAnyDay = rows<{ shopId: string }>()('selectAnyDay', (db, t) =>
  db
    .select({ day: t.purchaseDays.day })
    .from(t.purchaseDays)
    .where(inShop(t.purchaseDays))
    .limit(one),
);

/** What one shopper's purchase days come to: a stretch of the key, added up by the database. */
export const selectBuyer = rows<Key>()('selectBuyer', (db, t) => {
  const { day, orders, valueMinor, withoutRate } = t.purchaseDays;
  const first = sql`(
    select min(own.day) from purchase_days own
    where own.shop_id = ${textArg('shopId')} and own.shopper_id = ${textArg('shopperId')} and own.orders > 0
  )`;
  const valued = sql`${orders} > 0 and ${withoutRate} = 0 and ${day} > ${first}`;
  return db
    .select({
      days: added(sql`${orders} > 0`, sql`1`),
      firstDay: sql<number | null>`${first}`.mapWith(Number),
      lastDay: sql<number | null>`max(case when ${orders} > 0 then ${day} end)`.mapWith(Number),
      valuedDays: added(valued, sql`1`),
      valuedMinor: added(valued, sql`${valueMinor}`),
      knownFrom: sql<number | null>`min(${day})`.mapWith(Number),
    })
    .from(t.purchaseDays)
    .where(and(inShop(t.purchaseDays), eq(t.purchaseDays.shopperId, textArg('shopperId'))));
});

function added(when: SQL, what: SQL): SQL<number> {
  return sql<number>`coalesce(sum(case when ${when} then ${what} else 0 end), 0)`.mapWith(Number);
}
