import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  inShop,
  rows,
  textArg,
} from '../../../platform/store/statement.ts';
import type { Tables } from '../../../platform/store/tables.ts';

type Day = { shopId: string; shopperId: string; day: number };
type Shopper = { shopId: string; shopperId: string };

/** Adds to a shopper's day; what is taken away is a negative number. */
export const addToDay = change()('addToDay', (db, t) => {
  const { orders, valueMinor, freeOrders, withoutRate } = t.purchaseDays;
  return db
    .insert(t.purchaseDays)
    .values(everyColumn(t.purchaseDays))
    .onConflictDoUpdate({
      target: [t.purchaseDays.shopId, t.purchaseDays.shopperId, t.purchaseDays.day],
      set: {
        orders: sql`${orders} + excluded.orders`,
        valueMinor: sql`${valueMinor} + excluded.value_minor`,
        freeOrders: sql`${freeOrders} + excluded.free_orders`,
        withoutRate: sql`${withoutRate} + excluded.without_rate`,
      },
    });
});

/** A day on which nothing is left is none. */
export const deleteEmptyDay = change<Day>()('deleteEmptyDay', (db, t) =>
  db
    .delete(t.purchaseDays)
    .where(
      and(
        inShop(t.purchaseDays),
        eq(t.purchaseDays.shopperId, textArg('shopperId')),
        eq(t.purchaseDays.day, arg('day')),
        sql`orders = 0`,
        sql`free_orders = 0`,
      ),
    ),
);

/** A shopper's days, the earliest first. */
export const selectDaysOf = rows<Shopper>()('selectDaysOf', (db, t) =>
  db
    .select()
    .from(t.purchaseDays)
    .where(and(inShop(t.purchaseDays), ofShopper(t)))
    .orderBy(asc(t.purchaseDays.day)),
);

export const deleteDaysOf = change<Shopper>()('deleteDaysOf', (db, t) =>
  db.delete(t.purchaseDays).where(and(inShop(t.purchaseDays), ofShopper(t))),
);

export const setDay = change()('setDay', (db, t) =>
  db
    .insert(t.purchaseDays)
    .values(everyColumn(t.purchaseDays))
    .onConflictDoUpdate({
      target: [t.purchaseDays.shopId, t.purchaseDays.shopperId, t.purchaseDays.day],
      set: {
        orders: sql`excluded.orders`,
        valueMinor: sql`excluded.value_minor`,
        freeOrders: sql`excluded.free_orders`,
        withoutRate: sql`excluded.without_rate`,
      },
    }),
);

export const deleteDay = change<Day>()('deleteDay', (db, t) =>
  db
    .delete(t.purchaseDays)
    .where(and(inShop(t.purchaseDays), ofShopper(t), eq(t.purchaseDays.day, arg('day')))),
);

/** Purchase days of a shop up to a day, in the order of shoppers, then of days. */
export const selectPurchaseDays = rows<{
  shopId: string;
  afterShopper: string;
  afterDay: number;
  until: number;
  limit: number;
}>()('selectPurchaseDays', (db, t) =>
  db
    .select({
      shopperId: t.purchaseDays.shopperId,
      day: t.purchaseDays.day,
      orders: t.purchaseDays.orders,
      valueMinor: t.purchaseDays.valueMinor,
      freeOrders: t.purchaseDays.freeOrders,
      withoutRate: t.purchaseDays.withoutRate,
    })
    .from(t.purchaseDays)
    .where(
      and(
        inShop(t.purchaseDays),
        sql`(${t.purchaseDays.shopperId}, ${t.purchaseDays.day}) > (${textArg('afterShopper')}, ${arg('afterDay')})`,
        sql`${t.purchaseDays.day} <= ${arg('until')}`,
      ),
    )
    .orderBy(asc(t.purchaseDays.shopperId), asc(t.purchaseDays.day))
    .limit(arg('limit')),
);

/** Shoppers who have tags, in the order of their ids: insiders are among them. */
export const selectTagged = rows<{ shopId: string; afterId: string; limit: number }>()(
  'selectTagged',
  (db, t) =>
    db
      .select({ id: t.shoppers.id, tags: t.shoppers.tags })
      .from(t.shoppers)
      .where(
        and(
          inShop(t.shoppers),
          gt(t.shoppers.id, textArg('afterId')),
          sql`${t.shoppers.tags} <> '[]'`,
        ),
      )
      .orderBy(asc(t.shoppers.id))
      .limit(arg('limit')),
);

function ofShopper(t: Tables): SQL {
  return eq(t.purchaseDays.shopperId, textArg('shopperId'));
}
