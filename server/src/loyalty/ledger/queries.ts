import { and, asc, eq, lte, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
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

type ShopperKey = { shopId: string; shopperId: string };

/** The rows of one shopper. */
export const ofShopper = (table: {
  shopId: SQLiteColumn;
  shopperId: SQLiteColumn;
}): SQL | undefined => and(inShop(table), eq(table.shopperId, textArg('shopperId')));

export const insertTransaction = change()('insertTransaction', (db, t) =>
  db.insert(t.transactions).values(everyColumn(t.transactions)),
);

export const updateBalance = change()('updateBalance', (db, t) =>
  db
    .update(t.shoppers)
    .set({
      ...given(
        t.shoppers,
        'pending',
        'available',
        'held',
        'lifetime',
        'spendMinor',
        'orderCount',
        'firstOrderAt',
        'lastOrderAt',
        'advocateAt',
        'origins',
        'occasionsAt',
        'activeAt',
        'idleDays',
        'standing',
        'tastes',
        'clawedBackAt',
        'sequence',
        'chainHead',
        'nextChangeAt',
      ),
      version: sql`${t.shoppers.version} + 1`,
    })
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
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
      ...given(t.redemptions, 'state', 'expireAt', 'allocations', 'endedAt'),
      version: sql`${t.redemptions.version} + 1`,
    })
    .where(byKey(t.redemptions)),
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

/** The same of one shop, by whatever its clock says. */
export const selectDueShoppersOf = rows<{ shopId: string; now: number; limit: number }>()(
  'selectDueShoppersOf',
  (db, t) =>
    db
      .select({ shopId: t.shoppers.shopId, shopperId: t.shoppers.id })
      .from(t.shoppers)
      .where(
        and(
          inShop(t.shoppers),
          lte(t.shoppers.nextChangeAt, arg('now')),
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
      .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
  ),
);

export const setRedemptionOwners = change()('setRedemptionOwners', (db, t) =>
  db
    .update(t.redemptions)
    .set({ shopperId: sql`${arg('to')}` })
    .where(and(inShop(t.redemptions), eq(t.redemptions.shopperId, textArg('from')))),
);
