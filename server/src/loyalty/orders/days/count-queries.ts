import { asc, and, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
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
import type { Tables } from '../../../platform/store/tables.ts';

type Shopper = { shopId: string; shopperId: string };

/** What of orders is counted, in the order of their shoppers. */
export const selectCountedOrders = rows<{
  shopId: string;
  afterShopper: string;
  afterId: string;
  limit: number;
}>()('selectCountedOrders', (db, t) =>
  db
    .select(countedColumns(t))
    .from(t.orders)
    .where(
      and(
        inShop(t.orders),
        sql`(${t.orders.shopperId}, ${t.orders.id}) > (${textArg('afterShopper')}, ${textArg('afterId')})`,
      ),
    )
    .orderBy(asc(t.orders.shopperId), asc(t.orders.id))
    .limit(arg('limit')),
);

/** The same of one shopper's orders. */
export const selectCountedOrdersOf = rows<Shopper & { afterId: string; limit: number }>()(
  'selectCountedOrdersOf',
  (db, t) =>
    db
      .select(countedColumns(t))
      .from(t.orders)
      .where(
        and(
          inShop(t.orders),
          eq(t.orders.shopperId, textArg('shopperId')),
          sql`${t.orders.id} > ${textArg('afterId')}`,
        ),
      )
      .orderBy(asc(t.orders.id))
      .limit(arg('limit')),
);

export const setPurchase = change()('setPurchase', (db, t) =>
  db
    .update(t.orders)
    .set(given(t.orders, 'boughtAs', 'boughtOn', 'boughtMinor'))
    .where(byKey(t.orders)),
);

export const selectDayTerms = rows<{ shopId: string }>()('selectDayTerms', (db, t) =>
  db.select().from(t.purchaseDayTerms).where(inShop(t.purchaseDayTerms)),
);

export const setDayTerms = change()('setDayTerms', (db, t) =>
  db
    .insert(t.purchaseDayTerms)
    .values(everyColumn(t.purchaseDayTerms))
    .onConflictDoUpdate({
      target: t.purchaseDayTerms.shopId,
      set: {
        timeZone: sql`excluded.time_zone`,
        currency: sql`excluded.currency`,
        countedTo: sql`excluded.counted_to`,
      },
    }),
);

/** Takes back that a shop's days are counted, where that was by another zone or currency than these. */
export const takeBackCounted = change<{ shopId: string; timeZone: string; currency: string }>()(
  'takeBackCounted',
  (db, t) =>
    db
      .update(t.purchaseDayTerms)
      .set({ countedTo: '' })
      .where(
        and(
          inShop(t.purchaseDayTerms),
          or(
            ne(t.purchaseDayTerms.timeZone, textArg('timeZone')),
            ne(t.purchaseDayTerms.currency, textArg('currency')),
          ),
        ),
      ),
);

export const setDayVersion = change<{ shopId: string; programVersion: number }>()(
  'setDayVersion',
  (db, t) =>
    db
      .update(t.purchaseDayTerms)
      .set(given(t.purchaseDayTerms, 'programVersion'))
      .where(inShop(t.purchaseDayTerms)),
);

/** Shops whose days may not be counted by the terms of their programme of today. */
export const selectUncountedShops = rows<Record<string, never>>()('selectUncountedShops', (db, t) =>
  db
    .select({ shopId: t.shops.id, programVersion: t.shops.programVersion })
    .from(t.shops)
    .leftJoin(t.purchaseDayTerms, eq(t.purchaseDayTerms.shopId, t.shops.id))
    .where(
      or(
        isNull(t.purchaseDayTerms.shopId),
        isNotNull(t.purchaseDayTerms.countedTo),
        sql`${t.purchaseDayTerms.programVersion} <> ${t.shops.programVersion}`,
      ),
    )
    .orderBy(asc(t.shops.id)),
);

function countedColumns({ orders }: Tables) {
  const { shopperId, id, state, toShopRate, programVersion } = orders;
  const { boughtAs, boughtOn, boughtMinor } = orders;
  return { shopperId, id, state, toShopRate, programVersion, boughtAs, boughtOn, boughtMinor };
}
