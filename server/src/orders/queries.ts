import { and, eq, sql } from 'drizzle-orm';
import { arg, change, everyColumn, forUpdate, rows, textArg } from '../store/statement.ts';

type OrderKey = { shopId: string; id: string };

export const selectOrder = rows<OrderKey>()('selectOrder', (db, t) =>
  db
    .select()
    .from(t.orders)
    .where(and(eq(t.orders.shopId, textArg('shopId')), eq(t.orders.id, textArg('id')))),
);

export const lockOrder = rows<OrderKey>()('lockOrder', (db, t) =>
  forUpdate(
    db
      .select()
      .from(t.orders)
      .where(and(eq(t.orders.shopId, textArg('shopId')), eq(t.orders.id, textArg('id')))),
  ),
);

/** Gives no row when another server process has inserted the order first. */
export const insertOrder = rows()('insertOrder', (db, t) =>
  db
    .insert(t.orders)
    .values(everyColumn(t.orders))
    .onConflictDoNothing()
    .returning({ id: t.orders.id }),
);

export const updateOrder = change()('updateOrder', (db, t) =>
  db
    .update(t.orders)
    .set({
      shopperId: sql`${arg('shopperId')}`,
      updatedAt: sql`${arg('updatedAt')}`,
      state: arg('state') as never,
      contexts: arg('contexts') as never,
      version: sql`${t.orders.version} + 1`,
    })
    .where(and(eq(t.orders.shopId, textArg('shopId')), eq(t.orders.id, textArg('id')))),
);

export const updateOrderOwner = change()('updateOrderOwner', (db, t) =>
  db
    .update(t.orders)
    .set({
      shopperId: sql`${arg('shopperId')}`,
      contexts: arg('contexts') as never,
      version: sql`${t.orders.version} + 1`,
    })
    .where(and(eq(t.orders.shopId, textArg('shopId')), eq(t.orders.id, textArg('id')))),
);

/** Orders that earned a shopper something or might have, after an id. */
export const selectOrdersOfShopper = rows<{
  shopId: string;
  shopperId: string;
  limit: number;
}>()('selectOrdersOfShopper', (db, t) =>
  db
    .selectDistinct({ id: t.orders.id })
    .from(t.transactions)
    .innerJoin(
      t.awards,
      and(eq(t.awards.shopId, t.transactions.shopId), eq(t.awards.id, t.transactions.awardId)),
    )
    .innerJoin(
      t.orders,
      and(
        eq(t.orders.shopId, t.awards.shopId),
        eq(t.orders.id, t.awards.sourceId),
        eq(t.orders.shopperId, t.awards.shopperId),
      ),
    )
    .where(
      and(
        eq(t.transactions.shopId, textArg('shopId')),
        eq(t.transactions.shopperId, textArg('shopperId')),
        eq(t.awards.sourceKind, sql`'order'`),
      ),
    )
    .limit(arg('limit')),
);
