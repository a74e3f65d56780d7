import { and, asc, desc, eq, gt, gte, isNull, lt, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  one,
  rows,
  textArg,
  inShop,
} from '../../platform/store/statement.ts';

export const insertShopperChange = change<{ shopId: string; shopperId: string }>()(
  'insertShopperChange',
  (db, t) =>
    db.insert(t.shopperChanges).values(everyColumn(t.shopperChanges)).onConflictDoNothing(),
);

/** Every shopper of a shop that has just been imported. */
export const insertAllShopperChanges = change<{ shopId: string }>()(
  'insertAllShopperChanges',
  (db, t) =>
    db
      .insert(t.shopperChanges)
      .select(
        db
          .select({ shopId: t.shoppers.shopId, shopperId: t.shoppers.id })
          .from(t.shoppers)
          .where(inShop(t.shoppers)),
      ),
);

/** Changes nobody else is working on. */
export const claimShopperChanges = rows<{ limit: number }>()('claimShopperChanges', (db, t) =>
  forUpdate(
    db
      .select()
      .from(t.shopperChanges)
      .orderBy(asc(t.shopperChanges.shopId), asc(t.shopperChanges.shopperId))
      .limit(arg('limit')),
    { skipLocked: true },
  ),
);

export const deleteShopperChange = change<{ shopId: string; shopperId: string }>()(
  'deleteShopperChange',
  (db, t) =>
    db
      .delete(t.shopperChanges)
      .where(and(inShop(t.shopperChanges), eq(t.shopperChanges.shopperId, textArg('shopperId')))),
);

export const selectTerms = rows<{ shopId: string; shopperId: string }>()('selectTerms', (db, t) =>
  db
    .select({ term: t.shopperTerms.term })
    .from(t.shopperTerms)
    .where(and(inShop(t.shopperTerms), eq(t.shopperTerms.shopperId, textArg('shopperId')))),
);

export const insertTerm = change()('insertTerm', (db, t) =>
  db.insert(t.shopperTerms).values(everyColumn(t.shopperTerms)).onConflictDoNothing(),
);

export const deleteTerm = change<{ shopId: string; shopperId: string; term: string }>()(
  'deleteTerm',
  (db, t) =>
    db
      .delete(t.shopperTerms)
      .where(
        and(
          inShop(t.shopperTerms),
          eq(t.shopperTerms.shopperId, textArg('shopperId')),
          eq(t.shopperTerms.term, textArg('term')),
        ),
      ),
);

// Written out: drizzle leaves the table away where there is one, and inside that would be the inner one.
const OUTER_SHOPPER = sql.raw('shopper_terms.shopper_id');

/**
 * Terms that begin alike, in order, from a place on; each with whether the same shopper has one
 * that begins like another word, which is cheaper asked here than of their row.
 */
export const selectTermsBetween = rows<{
  shopId: string;
  from: string;
  until: string;
  alsoFrom: string;
  alsoUntil: string;
  afterTerm: string;
  afterId: string;
  limit: number;
}>()('selectTermsBetween', (db, t) =>
  db
    .select({
      term: t.shopperTerms.term,
      shopperId: t.shopperTerms.shopperId,
      has: sql<number>`case when exists (
        select 1 from shopper_terms also
        where also.shop_id = ${textArg('shopId')}
          and also.shopper_id = ${OUTER_SHOPPER}
          and also.term >= ${textArg('alsoFrom')}
          and also.term < ${textArg('alsoUntil')}
      ) then 1 else 0 end`.as('has'),
    })
    .from(t.shopperTerms)
    .where(
      and(
        inShop(t.shopperTerms),
        gte(t.shopperTerms.term, textArg('from')),
        lt(t.shopperTerms.term, textArg('until')),
        sql`(${t.shopperTerms.term}, ${t.shopperTerms.shopperId}) > (${textArg('afterTerm')}, ${textArg('afterId')})`,
      ),
    )
    .orderBy(asc(t.shopperTerms.term), asc(t.shopperTerms.shopperId))
    .limit(arg('limit')),
);

/** Shoppers, the newest first, or the oldest: nobody is missing, whoever came a second ago. */
export const selectShoppersBy = {
  desc: shoppersBy('desc'),
  asc: shoppersBy('asc'),
};

function shoppersBy(order: 'asc' | 'desc') {
  const beyond = order === 'asc' ? gt : lt;
  const direction = order === 'asc' ? asc : desc;
  return rows<{ shopId: string; afterId: string; limit: number }>()(
    `selectShoppersBy.${order}`,
    (db, t) =>
      db
        .select({ id: t.shoppers.id })
        .from(t.shoppers)
        .where(
          and(
            inShop(t.shoppers),
            beyond(t.shoppers.id, textArg('afterId')),
            isNull(t.shoppers.mergedInto),
            isNull(t.shoppers.erasedAt),
          ),
        )
        .orderBy(direction(t.shoppers.id))
        .limit(arg('limit')),
  );
}

/** What lists order by, of everybody of a shop that has few: as their rows stand. */
export const selectFewShoppers = rows<{ shopId: string; limit: number }>()(
  'selectFewShoppers',
  (db, t) => {
    const { shopId, id, externalId, email, name, available, pending } = t.shoppers;
    const { orderCount, spendMinor, lastOrderAt } = t.shoppers;
    const bought = { orderCount, spendMinor, lastOrderAt };
    return db
      .select({ shopId, id, externalId, email, name, available, pending, ...bought })
      .from(t.shoppers)
      .where(and(inShop(t.shoppers), isNull(t.shoppers.mergedInto), isNull(t.shoppers.erasedAt)))
      .limit(arg('limit'));
  },
);

/** Everybody who is still there, in the order of their ids. */
export const walkShoppers = rows<{ shopId: string; afterId: string; limit: number }>()(
  'walkShoppers',
  (db, t) =>
    db
      .select()
      .from(t.shoppers)
      .where(
        and(
          inShop(t.shoppers),
          gt(t.shoppers.id, textArg('afterId')),
          isNull(t.shoppers.mergedInto),
          isNull(t.shoppers.erasedAt),
        ),
      )
      .orderBy(asc(t.shoppers.id))
      .limit(arg('limit')),
);

/** Somebody `walkShoppers` would come by. */
export const selectAnybody = rows<{ shopId: string }>()('selectAnybody', (db, t) =>
  db
    .select({ id: t.shoppers.id })
    .from(t.shoppers)
    .where(and(inShop(t.shoppers), isNull(t.shoppers.mergedInto), isNull(t.shoppers.erasedAt)))
    .limit(one),
);

/** Some member of the shop's. */
export const selectAnyMember = rows<{ shopId: string }>()('selectAnyMember', (db, t) =>
  db
    .select({ id: t.shoppers.id })
    .from(t.shoppers)
    .where(and(inShop(t.shoppers), eq(t.shoppers.status, sql`'member'`)))
    .limit(one),
);

export const deleteTermsOf = change<{ shopId: string; shopperId: string }>()(
  'deleteTermsOf',
  (db, t) =>
    db
      .delete(t.shopperTerms)
      .where(and(inShop(t.shopperTerms), eq(t.shopperTerms.shopperId, textArg('shopperId')))),
);
