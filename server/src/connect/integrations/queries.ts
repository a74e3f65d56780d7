import { and, asc, eq, gt, gte, lte, or, sql } from 'drizzle-orm';
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
} from '../../platform/store/statement.ts';
import type { ConnectionRow, PlatformOrderRow } from './tables.ts';

type ById = { shopId: string; id: string };

export const selectConnection = rows<{ shopId: string }>()('selectConnection', (db, t) =>
  db.select().from(t.connections).where(inShop(t.connections)),
);

export const lockConnection = rows<{ shopId: string }>()('lockConnection', (db, t) =>
  forUpdate(db.select().from(t.connections).where(inShop(t.connections))),
);

export const saveConnection = change<ConnectionRow>()('saveConnection', (db, t) =>
  db
    .insert(t.connections)
    .values(everyColumn(t.connections))
    .onConflictDoUpdate({
      target: t.connections.shopId,
      set: {
        platform: sql`excluded.platform`,
        address: sql`excluded.address`,
        sealed: sql`excluded.sealed`,
        money: sql`excluded.money`,
        state: sql`excluded.state`,
        sweptTo: sql`excluded.swept_to`,
        sweepAt: sql`excluded.sweep_at`,
        sweepNote: sql`excluded.sweep_note`,
        productsSweptTo: sql`excluded.products_swept_to`,
        productsNote: sql`excluded.products_note`,
        productsCursor: sql`excluded.products_cursor`,
        connectedAt: sql`excluded.connected_at`,
        version: sql`${t.connections.version} + 1`,
      },
    }),
);

export const deleteConnection = rows<{ shopId: string }>()('deleteConnection', (db, t) =>
  db.delete(t.connections).where(inShop(t.connections)).returning({ shopId: t.connections.shopId }),
);

export const selectSweepsDue = rows<{ now: number }>()('selectSweepsDue', (db, t) =>
  db
    .select()
    .from(t.connections)
    .where(sql`${t.connections.sweepAt} is not null and ${t.connections.sweepAt} <= ${arg('now')}`),
);

/** Takes a sweep, if nobody else has: the process that finds it as it was seen has it. */
export const claimSweep = rows<{ shopId: string; seenAt: number; leaseUntil: number }>()(
  'claimSweep',
  (db, t) =>
    db
      .update(t.connections)
      .set({ sweepAt: sql`${arg('leaseUntil')}` })
      .where(and(inShop(t.connections), eq(t.connections.sweepAt, arg('seenAt'))))
      .returning({ shopId: t.connections.shopId }),
);

/** What a sweep came to. */
export interface SettledSweep extends Record<string, unknown> {
  readonly shopId: string;
  sweptTo: number;
  sweepAt: number;
  note: string | null;
  productsSweptTo: number;
  productsNote: string | null;
  productsCursor: string | null;
}

export const settleSweep = change<SettledSweep>()('settleSweep', (db, t) =>
  db
    .update(t.connections)
    .set({
      ...given(
        t.connections,
        'sweptTo',
        'sweepAt',
        'productsSweptTo',
        'productsNote',
        'productsCursor',
      ),
      sweepNote: sql`${arg('note')}`,
    })
    // Who was disconnected meanwhile is not swept on.
    .where(and(inShop(t.connections), sql`${t.connections.sweepAt} is not null`)),
);

/** A row for what is known of an order, where there is none yet. */
export const touchPlatformOrder = change<PlatformOrderRow>()('touchPlatformOrder', (db, t) =>
  db.insert(t.platformOrders).values(everyColumn(t.platformOrders)).onConflictDoNothing(),
);

export const lockPlatformOrder = rows<ById>()('lockPlatformOrder', (db, t) =>
  forUpdate(db.select().from(t.platformOrders).where(byKey(t.platformOrders))),
);

export const selectPlatformOrder = rows<ById>()('selectPlatformOrder', (db, t) =>
  db
    .select({ toldAt: t.platformOrders.toldAt, rank: t.platformOrders.rank })
    .from(t.platformOrders)
    .where(byKey(t.platformOrders)),
);

/** Orders by their last message, from an instant and an id on, up to another instant. */
export const selectOrdersUpdatedFrom = rows<{
  shopId: string;
  at: number;
  afterId: string;
  to: number;
  limit: number;
}>()('selectToldFrom', (db, t) =>
  db
    .select({
      id: t.platformOrders.id,
      toldAt: t.platformOrders.toldAt,
      digest: t.platformOrders.digest,
      listed: t.platformOrders.listed,
    })
    .from(t.platformOrders)
    .where(
      and(
        inShop(t.platformOrders),
        // The first of these two says nothing new, and lets the index be used.
        gte(t.platformOrders.toldAt, arg('at')),
        or(gt(t.platformOrders.toldAt, arg('at')), gt(t.platformOrders.id, textArg('afterId'))),
        lte(t.platformOrders.toldAt, arg('to')),
      ),
    )
    .orderBy(asc(t.platformOrders.toldAt), asc(t.platformOrders.id))
    .limit(arg('limit')),
);

export const updatePlatformOrder = change<PlatformOrderRow>()('updatePlatformOrder', (db, t) =>
  db
    .update(t.platformOrders)
    .set({ ...given(t.platformOrders, 'toldAt', 'rank', 'digest', 'listed', 'told') })
    .where(byKey(t.platformOrders)),
);

/** Notes the newest snapshot of a customer; gives no row where a newer one was known. */
export const touchPlatformCustomer = rows<ById & { toldAt: number }>()(
  'touchPlatformCustomer',
  (db, t) =>
    db
      .insert(t.platformCustomers)
      .values(everyColumn(t.platformCustomers))
      .onConflictDoUpdate({
        target: [t.platformCustomers.shopId, t.platformCustomers.id],
        set: { toldAt: sql`excluded.told_at` },
        setWhere: sql`${t.platformCustomers.toldAt} <= excluded.told_at`,
      })
      .returning({ id: t.platformCustomers.id }),
);

export const deletePlatformCustomer = change()('deletePlatformCustomer', (db, t) =>
  db.delete(t.platformCustomers).where(byKey(t.platformCustomers)),
);
