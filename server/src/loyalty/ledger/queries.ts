import { and, asc, eq, lte, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  rows,
  textArg,
} from '../../platform/store/statement.ts';

type ShopperKey = { shopId: string; shopperId: string };

/** The rows of one shopper. */
export const ofShopper = (table: {
  shopId: SQLiteColumn;
  shopperId: SQLiteColumn;
}): SQL | undefined =>
  and(eq(table.shopId, textArg('shopId')), eq(table.shopperId, textArg('shopperId')));

export const insertTransaction = change()('insertTransaction', (db, t) =>
  db.insert(t.transactions).values(everyColumn(t.transactions)),
);

export const updateBalance = change()('updateBalance', (db, t) =>
  db
    .update(t.shoppers)
    .set({
      pending: sql`${arg('pending')}`,
      available: sql`${arg('available')}`,
      held: sql`${arg('held')}`,
      lifetime: sql`${arg('lifetime')}`,
      spendMinor: sql`${arg('spendMinor')}`,
      orderCount: sql`${arg('orderCount')}`,
      firstOrderAt: sql`${arg('firstOrderAt')}`,
      lastOrderAt: sql`${arg('lastOrderAt')}`,
      advocateAt: sql`${arg('advocateAt')}`,
      origins: arg('origins') as never,
      occasionsAt: sql`${arg('occasionsAt')}`,
      activeAt: sql`${arg('activeAt')}`,
      idleDays: sql`${arg('idleDays')}`,
      standing: arg('standing') as never,
      tastes: arg('tastes') as never,
      clawedBackAt: sql`${arg('clawedBackAt')}`,
      sequence: sql`${arg('sequence')}`,
      chainHead: sql`${arg('chainHead')}`,
      nextChangeAt: sql`${arg('nextChangeAt')}`,
      version: sql`${t.shoppers.version} + 1`,
    })
    .where(and(eq(t.shoppers.shopId, textArg('shopId')), eq(t.shoppers.id, textArg('shopperId')))),
);

/** Codes in hand, whose points are held. */
export const selectHoldings = rows<ShopperKey>()('selectHoldings', (db, t) =>
  db
    .select()
    .from(t.redemptions)
    .where(
      and(ofShopper(t.redemptions), sql`${t.redemptions.state} in ('issued', 'held', 'releasing')`),
    ),
);

export const updateHolding = change()('updateHolding', (db, t) =>
  db
    .update(t.redemptions)
    .set({
      state: sql`${arg('state')}`,
      expireAt: sql`${arg('expireAt')}`,
      allocations: arg('allocations') as never,
      endedAt: sql`${arg('endedAt')}`,
      version: sql`${t.redemptions.version} + 1`,
    })
    .where(and(eq(t.redemptions.shopId, textArg('shopId')), eq(t.redemptions.id, textArg('id')))),
);

/** Shoppers whose points change by themselves, for the job that posts it. */
export const selectDueShoppers = rows<{ now: number; limit: number }>()(
  'selectDueShoppers',
  (db, t) =>
    db
      .select({ shopId: t.shoppers.shopId, shopperId: t.shoppers.id })
      .from(t.shoppers)
      .where(
        and(
          lte(t.shoppers.nextChangeAt, arg('now')),
          // Repeats the index's own condition, without which neither engine uses it.
          sql`next_change_at < 8640000000000000`,
        ),
      )
      .orderBy(asc(t.shoppers.nextChangeAt))
      .limit(arg('limit')),
);

/** A shopper's row, locked for this write. */
export const lockShopper = rows<ShopperKey>()('lockShopper', (db, t) =>
  forUpdate(
    db
      .select()
      .from(t.shoppers)
      .where(
        and(eq(t.shoppers.shopId, textArg('shopId')), eq(t.shoppers.id, textArg('shopperId'))),
      ),
  ),
);

export const setRedemptionOwners = change()('setRedemptionOwners', (db, t) =>
  db
    .update(t.redemptions)
    .set({ shopperId: sql`${arg('to')}` })
    .where(
      and(
        eq(t.redemptions.shopId, textArg('shopId')),
        eq(t.redemptions.shopperId, textArg('from')),
      ),
    ),
);
