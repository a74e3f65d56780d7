import { and, asc, eq, sql } from 'drizzle-orm';
import { arg, rows, textArg, inShop } from '../../platform/store/statement.ts';

type AfterShopper = { shopId: string; afterShopper: string; afterId: string; limit: number };

export const countOrders = rows<{ shopId: string }>()('countOrders', (db, t) =>
  db
    .select({ count: sql<number>`cast(count(*) as integer)` })
    .from(t.orders)
    .where(inShop(t.orders)),
);

/** Acts, in the order of their shoppers. */
export const selectActsByShopper = rows<AfterShopper>()('selectActsByShopper', (db, t) =>
  db
    .select({
      shopperId: t.activities.shopperId,
      id: t.activities.id,
      kind: t.activities.kind,
      name: t.activities.name,
      at: t.activities.at,
      amountMinor: t.activities.amountMinor,
      currency: t.activities.currency,
      removedAt: t.activities.removedAt,
    })
    .from(t.activities)
    .where(
      and(
        inShop(t.activities),
        sql`(${t.activities.shopperId}, ${t.activities.id}) > (${arg('afterShopper')}, ${arg('afterId')})`,
      ),
    )
    .orderBy(asc(t.activities.shopperId), asc(t.activities.id))
    .limit(arg('limit')),
);

export const selectExternalId = rows<{ shopId: string; shopperId: string }>()(
  'selectExternalId',
  (db, t) =>
    db
      .select({ externalId: t.shoppers.externalId })
      .from(t.shoppers)
      .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);
