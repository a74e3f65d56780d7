import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  rows,
  textArg,
  given,
  inShop,
  byKey,
  idPlaces,
  one,
  type Ids,
} from '../../../platform/store/statement.ts';

type OrderKey = { shopId: string; id: string };

export const selectOrder = rows<OrderKey>()('selectOrder', (db, t) =>
  db.select().from(t.orders).where(byKey(t.orders)),
);

/** Some order of the shop's. */
export const selectAnyOrder = rows<{ shopId: string }>()('selectAnyOrder', (db, t) =>
  db.select({ id: t.orders.id }).from(t.orders).where(inShop(t.orders)).limit(one),
);

/** How many ids one statement asks for. */
export const IDS_MAX = 50;
const { isIn, toPlaces } = idPlaces(IDS_MAX);
export { toPlaces };

/** Orders of a shopper, by their ids. */
export const selectOrdersById = rows<{ shopId: string; shopperId: string } & Ids>()(
  'selectOrdersById',
  (db, t) =>
    db
      .select({ id: t.orders.id, state: t.orders.state })
      .from(t.orders)
      .where(
        and(inShop(t.orders), eq(t.orders.shopperId, textArg('shopperId')), isIn(t.orders.id)),
      ),
);

export const lockOrder = rows<OrderKey>()('lockOrder', (db, t) =>
  forUpdate(db.select().from(t.orders).where(byKey(t.orders))),
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
      ...given(t.orders, 'shopperId', 'updatedAt', 'state', 'contexts', 'arrivedAt'),
      ...given(t.orders, 'placedAt', 'standing', 'numberKey'),
      ...given(t.orders, 'boughtAs', 'boughtOn', 'boughtMinor'),
      version: sql`${t.orders.version} + 1`,
    })
    .where(byKey(t.orders)),
);

export const updateOrderOwner = change()('updateOrderOwner', (db, t) =>
  db
    .update(t.orders)
    .set({ ...given(t.orders, 'shopperId', 'contexts'), version: sql`${t.orders.version} + 1` })
    .where(byKey(t.orders)),
);

/** Some orders of a shopper: what is moved to another owner is not found again. */
export const selectOrdersOfShopper = rows<{
  shopId: string;
  shopperId: string;
  limit: number;
}>()('selectOrdersOfShopper', (db, t) =>
  db
    .select({ id: t.orders.id })
    .from(t.orders)
    .where(and(inShop(t.orders), eq(t.orders.shopperId, textArg('shopperId'))))
    .limit(arg('limit')),
);

/** Every order of a shopper, in the order of their ids. */
export const selectAllOrdersOfShopper = rows<{
  shopId: string;
  shopperId: string;
  after: string;
  limit: number;
}>()('selectAllOrdersOfShopper', (db, t) =>
  db
    .select({ id: t.orders.id, state: t.orders.state })
    .from(t.orders)
    .where(
      and(
        inShop(t.orders),
        eq(t.orders.shopperId, textArg('shopperId')),
        gt(t.orders.id, textArg('after')),
      ),
    )
    .orderBy(asc(t.orders.id))
    .limit(arg('limit')),
);

/** The orders of a shopper that were recorded last. */
export const selectLatestOrdersOf = rows<{ shopId: string; shopperId: string; limit: number }>()(
  'selectLatestOrdersOf',
  (db, t) =>
    db
      .select({ id: t.orders.id, state: t.orders.state })
      .from(t.orders)
      .where(and(inShop(t.orders), eq(t.orders.shopperId, textArg('shopperId'))))
      .orderBy(desc(t.orders.updatedAt), desc(t.orders.id))
      .limit(arg('limit')),
);

export const updateOrderState = change()('updateOrderState', (db, t) =>
  db
    .update(t.orders)
    .set({ ...given(t.orders, 'state'), version: sql`${t.orders.version} + 1` })
    .where(byKey(t.orders)),
);

/** Orders of a shop in the order of their ids, for going through them all. */
export const selectOrdersAfter = rows<{ shopId: string; after: string; limit: number }>()(
  'selectOrdersAfter',
  (db, t) =>
    db
      .select({ id: t.orders.id })
      .from(t.orders)
      .where(and(inShop(t.orders), gt(t.orders.id, textArg('after'))))
      .orderBy(asc(t.orders.id))
      .limit(arg('limit')),
);

/** Orders of a shopper that arrived in a span of time, the newest first. */
export const selectArrivedOrders = rows<{
  shopId: string;
  shopperId: string;
  after: number;
  until: number;
  limit: number;
}>()('selectArrivedOrders', (db, t) =>
  db
    .select({ id: t.orders.id, state: t.orders.state, arrivedAt: t.orders.arrivedAt })
    .from(t.orders)
    .where(
      and(
        inShop(t.orders),
        eq(t.orders.shopperId, textArg('shopperId')),
        sql`${t.orders.arrivedAt} is not null`,
        gt(t.orders.arrivedAt, arg('after')),
        lte(t.orders.arrivedAt, arg('until')),
      ),
    )
    .orderBy(desc(t.orders.arrivedAt))
    .limit(arg('limit')),
);
