import { desc } from 'drizzle-orm';
import { arg, inShop, rows } from '../../platform/store/statement.ts';

/** Some orders of a shop, as they came; those with later ids first, which is along an index. */
export const selectSomeOrders = rows<{ shopId: string; limit: number }>()(
  'selectSomeOrders',
  (db, t) =>
    db
      .select({ state: t.orders.state })
      .from(t.orders)
      .where(inShop(t.orders))
      .orderBy(desc(t.orders.id))
      .limit(arg('limit')),
);
