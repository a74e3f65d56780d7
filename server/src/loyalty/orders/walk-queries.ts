import { and, asc, sql } from 'drizzle-orm';
import { arg, inShop, rows } from '../../platform/store/statement.ts';

/** Behind which order a page begins. */
export type AfterShopper = { shopId: string; afterShopper: string; afterId: string; limit: number };

/** Orders in the order of their shoppers, so that each shopper's stand together. */
export const selectOrdersByShopper = rows<AfterShopper>()('selectOrdersByShopper', (db, t) =>
  db
    .select({
      shopperId: t.orders.shopperId,
      id: t.orders.id,
      state: t.orders.state,
      toShopRate: t.orders.toShopRate,
    })
    .from(t.orders)
    .where(
      and(
        inShop(t.orders),
        sql`(${t.orders.shopperId}, ${t.orders.id}) > (${arg('afterShopper')}, ${arg('afterId')})`,
      ),
    )
    .orderBy(asc(t.orders.shopperId), asc(t.orders.id))
    .limit(arg('limit')),
);
