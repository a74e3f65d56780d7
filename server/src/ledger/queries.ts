import { and, asc, desc, eq, gt, lt, lte, notInArray, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { arg, change, everyColumn, forUpdate, rows, textArg } from '../store/statement.ts';

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

export const insertAward = change()('insertAward', (db, t) =>
  db.insert(t.awards).values(everyColumn(t.awards)),
);

export const updateAward = change()('updateAward', (db, t) =>
  db
    .update(t.awards)
    .set({
      posted: sql`${arg('posted')}`,
      forgiven: sql`${arg('forgiven')}`,
      lotPoints: sql`${arg('lotPoints')}`,
      matured: arg('matured') as never,
      matureAt: sql`${arg('matureAt')}`,
      expireAt: sql`${arg('expireAt')}`,
      dueAt: sql`${arg('dueAt')}`,
      idleDays: sql`${arg('idleDays')}`,
      limited: arg('limited') as never,
      grant: arg('grant') as never,
      countedPoints: sql`${arg('countedPoints')}`,
      countedSpendMinor: sql`${arg('countedSpendMinor')}`,
      countedOrders: sql`${arg('countedOrders')}`,
      lineIds: arg('lineIds') as never,
      borrowed: arg('borrowed') as never,
    })
    .where(and(eq(t.awards.shopId, textArg('shopId')), eq(t.awards.id, textArg('id')))),
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

/** The awards of one source for one shopper, the oldest first. */
export const selectAwardsBySource = rows<ShopperKey & { sourceKind: string; sourceId: string }>()(
  'selectAwardsBySource',
  (db, t) =>
    db
      .select()
      .from(t.awards)
      .where(
        and(
          eq(t.awards.shopId, textArg('shopId')),
          eq(t.awards.sourceKind, textArg('sourceKind')),
          eq(t.awards.sourceId, textArg('sourceId')),
          eq(t.awards.shopperId, textArg('shopperId')),
        ),
      )
      .orderBy(asc(t.awards.id)),
);

export const selectAward = rows<{ shopId: string; id: string }>()('selectAward', (db, t) =>
  db
    .select()
    .from(t.awards)
    .where(and(eq(t.awards.shopId, textArg('shopId')), eq(t.awards.id, textArg('id')))),
);

/** Lots with points that change by themselves until `now`. */
export const selectDueAwards = rows<ShopperKey & { now: number }>()('selectDueAwards', (db, t) =>
  db
    .select()
    .from(t.awards)
    .where(
      and(ofShopper(t.awards), gt(t.awards.lotPoints, sql`0`), lte(t.awards.dueAt, arg('now'))),
    ),
);

/** Lots that expire without activity and whose days are over. */
export const selectIdleAwards = rows<ShopperKey & { idleDaysMax: number }>()(
  'selectIdleAwards',
  (db, t) =>
    db
      .select()
      .from(t.awards)
      .where(
        and(
          ofShopper(t.awards),
          gt(t.awards.lotPoints, sql`0`),
          gt(t.awards.idleDays, sql`0`),
          lte(t.awards.idleDays, arg('idleDaysMax')),
        ),
      ),
);

/** The fewest days without activity after which a lot of this shopper expires. */
export const selectFewestIdleDays = rows<ShopperKey>()('selectFewestIdleDays', (db, t) =>
  db
    .select({ days: t.awards.idleDays })
    .from(t.awards)
    .where(and(ofShopper(t.awards), gt(t.awards.lotPoints, sql`0`), gt(t.awards.idleDays, sql`0`)))
    .orderBy(asc(t.awards.idleDays))
    .limit(1),
);

/** Spendable lots after a place in spending order (earliest expiry, then id), a page at a time. */
export const selectSpendableAwards = rows<
  ShopperKey & { afterDueAt: number; afterId: string; limit: number }
>()('selectSpendableAwards', (db, t) =>
  db
    .select()
    .from(t.awards)
    .where(
      and(
        ofShopper(t.awards),
        gt(t.awards.lotPoints, sql`0`),
        eq(t.awards.matured, sql`true`),
        sql`(${t.awards.dueAt}, ${t.awards.id}) > (${arg('afterDueAt')}, ${arg('afterId')})`,
      ),
    )
    .orderBy(asc(t.awards.dueAt), asc(t.awards.id))
    .limit(arg('limit')),
);

/** The lot that expires next after an instant. */
export const selectNextExpiry = rows<ShopperKey & { after: number }>()(
  'selectNextExpiry',
  (db, t) =>
    db
      .select({ at: t.awards.dueAt, points: t.awards.lotPoints, limited: t.awards.limited })
      .from(t.awards)
      .where(
        and(
          ofShopper(t.awards),
          gt(t.awards.lotPoints, sql`0`),
          eq(t.awards.matured, sql`true`),
          gt(t.awards.dueAt, arg('after')),
        ),
      )
      .orderBy(asc(t.awards.dueAt))
      .limit(1),
);

/** The lot that matures next after an instant. */
export const selectNextMaturity = rows<ShopperKey & { after: number }>()(
  'selectNextMaturity',
  (db, t) =>
    db
      .select({ at: t.awards.dueAt, points: t.awards.lotPoints })
      .from(t.awards)
      .where(
        and(
          ofShopper(t.awards),
          gt(t.awards.lotPoints, sql`0`),
          eq(t.awards.matured, sql`false`),
          gt(t.awards.dueAt, arg('after')),
        ),
      )
      .orderBy(asc(t.awards.dueAt))
      .limit(1),
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

/** What moved only between a shopper's own accounts has no row of its own in the history people read. */
const INNER_KINDS = ['mature', 'use', 'count'] as const;

/** A page of a shopper's history, newest first. */
export const selectHistory = rows<ShopperKey & { before: number; limit: number }>()(
  'selectHistory',
  (db, t) =>
    db
      .select({
        transaction: t.transactions,
        award: t.awards,
        redemption: t.redemptions,
      })
      .from(t.transactions)
      .leftJoin(
        t.awards,
        and(eq(t.awards.shopId, t.transactions.shopId), eq(t.awards.id, t.transactions.awardId)),
      )
      .leftJoin(
        t.redemptions,
        and(
          eq(t.redemptions.shopId, t.transactions.shopId),
          eq(t.redemptions.id, t.transactions.redemptionId),
        ),
      )
      .where(
        and(
          ofShopper(t.transactions),
          lt(t.transactions.sequence, arg('before')),
          notInArray(t.transactions.kind, [...INNER_KINDS]),
        ),
      )
      .orderBy(desc(t.transactions.sequence))
      .limit(arg('limit')),
);

/** What each transaction of a stretch moved on the accounts people see, newest first. */
export const selectMoves = rows<ShopperKey & { after: number; until: number }>()(
  'selectMoves',
  (db, t) =>
    db
      .select({
        sequence: t.transactions.sequence,
        pending: t.transactions.pending,
        available: t.transactions.available,
      })
      .from(t.transactions)
      .where(
        and(
          ofShopper(t.transactions),
          gt(t.transactions.sequence, arg('after')),
          lte(t.transactions.sequence, arg('until')),
        ),
      )
      .orderBy(desc(t.transactions.sequence)),
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

/** Points that refunds took back since an instant, the newest first. */
export const selectClawbacks = rows<ShopperKey & { since: number }>()('selectClawbacks', (db, t) =>
  db
    .select({ points: t.transactions.issued, at: t.transactions.recordedAt })
    .from(t.transactions)
    .where(
      and(
        ofShopper(t.transactions),
        eq(t.transactions.kind, sql`'clawback'`),
        gt(t.transactions.issued, sql`0`),
        gt(t.transactions.recordedAt, arg('since')),
      ),
    )
    .orderBy(desc(t.transactions.sequence))
    .limit(5),
);

export const setAwardOwner = change()('setAwardOwner', (db, t) =>
  db
    .update(t.awards)
    .set({ shopperId: sql`${arg('to')}` })
    .where(and(eq(t.awards.shopId, textArg('shopId')), eq(t.awards.id, textArg('id')))),
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
