import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  one,
  rows,
  textArg,
  given,
  inShop,
  byKey,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import { ofShopper } from './queries.ts';

type ShopperKey = { shopId: string; shopperId: string };

export const insertAward = change()('insertAward', (db, t) =>
  db.insert(t.awards).values(everyColumn(t.awards)),
);

export const updateAward = change()('updateAward', (db, t) =>
  db
    .update(t.awards)
    .set({
      ...given(
        t.awards,
        'posted',
        'forgiven',
        'lotPoints',
        'matured',
        'matureAt',
        'expireAt',
        'dueAt',
        'idleDays',
        'limited',
        'grant',
        'countedPoints',
        'countedSpendMinor',
        'countedOrders',
        'lineIds',
        'borrowed',
      ),
    })
    .where(byKey(t.awards)),
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
          inShop(t.awards),
          eq(t.awards.sourceKind, textArg('sourceKind')),
          eq(t.awards.sourceId, textArg('sourceId')),
          eq(t.awards.shopperId, textArg('shopperId')),
        ),
      )
      .orderBy(asc(t.awards.id)),
);

export const selectAward = rows<{ shopId: string; id: string }>()('selectAward', (db, t) =>
  db.select().from(t.awards).where(byKey(t.awards)),
);

/** Lots with points in them: what can be spent first, and then what is still pending. */
export const selectLots = rows<ShopperKey & { limit: number }>()('selectLots', (db, t) =>
  db
    .select()
    .from(t.awards)
    .where(and(ofShopper(t.awards), gt(t.awards.lotPoints, sql`0`)))
    .orderBy(desc(t.awards.matured), asc(t.awards.dueAt), asc(t.awards.id))
    .limit(arg('limit')),
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
    .limit(one),
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

/** Lots with points that change by themselves after an instant. */
const dueAfter = (awards: Tables['awards']) =>
  and(ofShopper(awards), gt(awards.lotPoints, sql`0`), gt(awards.dueAt, arg('after')));

/** The lot that expires next after an instant. */
export const selectNextExpiry = rows<ShopperKey & { after: number }>()(
  'selectNextExpiry',
  (db, t) =>
    db
      .select({ at: t.awards.dueAt, points: t.awards.lotPoints, limited: t.awards.limited })
      .from(t.awards)
      .where(and(dueAfter(t.awards), eq(t.awards.matured, sql`true`)))
      .orderBy(asc(t.awards.dueAt))
      .limit(one),
);

/** When lots mature next after an instant, and how many points do then. */
export const selectNextMaturity = rows<ShopperKey & { after: number }>()(
  'selectNextMaturity',
  (db, t) =>
    db
      .select({
        at: t.awards.dueAt,
        points: sql<number>`cast(sum(${t.awards.lotPoints}) as double precision)`,
      })
      .from(t.awards)
      .where(and(dueAfter(t.awards), eq(t.awards.matured, sql`false`)))
      .groupBy(t.awards.dueAt)
      .orderBy(asc(t.awards.dueAt))
      .limit(one),
);

export const setAwardOwner = change()('setAwardOwner', (db, t) =>
  db
    .update(t.awards)
    .set({ shopperId: sql`${arg('to')}` })
    .where(byKey(t.awards)),
);
