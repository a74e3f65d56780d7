import { SHOPPER_SORTS, type ShopperSort } from '@okaeri/shared/list-words';
import { and, asc, desc, eq, gte, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

import {
  arg,
  change,
  everyColumn,
  given,
  inShop,
  rows,
  textArg,
  type Statement,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { ShopperRankRow } from './tables.ts';

/** Terms a list is narrowed to besides the one it goes by; an empty one leaves nobody out. */
export const ALSO_MAX = 9;
export type Also = Readonly<Record<`also${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`, string>>;

type Key = { shopId: string; shopperId: string };
type Ordered = Key & Also & { value: string | number; spentFrom: number; limit: number };
type Ranked = ShopperRankRow & { has: number };

const WRITTEN = [
  'nameKey',
  'available',
  'pending',
  'orderCount',
  'spendMinor',
  'lastOrderAt',
] as const;

export const upsertRank = change()('upsertRank', (db, t) =>
  db
    .insert(t.shopperRanks)
    .values(everyColumn(t.shopperRanks))
    .onConflictDoUpdate({
      target: [t.shopperRanks.shopId, t.shopperRanks.shopperId],
      set: { ...given(t.shopperRanks, ...WRITTEN) },
    }),
);

export const deleteRank = change<Key>()('deleteRank', (db, t) =>
  db
    .delete(t.shopperRanks)
    .where(and(inShop(t.shopperRanks), eq(t.shopperRanks.shopperId, textArg('shopperId')))),
);

export const selectRank = rows<Key>()('selectRank', (db, t) =>
  db
    .select()
    .from(t.shopperRanks)
    .where(and(inShop(t.shopperRanks), eq(t.shopperRanks.shopperId, textArg('shopperId')))),
);

/** How many there are, up to a limit. */
export const countRanks = rows<{ shopId: string; limit: number }>()('countRanks', (db, t) => {
  const some = db
    .select({ id: t.shopperRanks.shopperId })
    .from(t.shopperRanks)
    .where(inShop(t.shopperRanks))
    .limit(arg('limit'))
    .as('some');
  return db.select({ total: total() }).from(some);
});

/** How many have a term, up to a limit. */
export const countTerm = rows<{ shopId: string; term: string; limit: number }>()(
  'countTerm',
  (db, t) => {
    const some = db
      .select({ id: t.shopperTerms.shopperId })
      .from(t.shopperTerms)
      .where(and(inShop(t.shopperTerms), eq(t.shopperTerms.term, textArg('term'))))
      .limit(arg('limit'))
      .as('some');
    return db.select({ total: total() }).from(some);
  },
);

/** Of the first so many with a term: how many there are, and how many pass besides. */
export const countNarrowed = rows<
  { shopId: string; term: string; spentFrom: number; limit: number } & Also
>()('countNarrowed', (db, t) => {
  const some = db
    .select({ has: passes(t, t.shopperTerms.shopperId, ALSO_MAX).as('has') })
    .from(t.shopperTerms)
    // From the term to its ranks, never the other way round: SQLite takes a cross join in the order it is written.
    .crossJoin(t.shopperRanks)
    .where(and(inShop(t.shopperTerms), eq(t.shopperTerms.term, textArg('term')), sameShopper(t)))
    .limit(arg('limit'))
    .as('some');
  return db
    .select({ looked: total(), total: sql<number>`coalesce(sum(${some.has}), 0)`.mapWith(Number) })
    .from(some);
});

/** The same of those who spent so much. */
export const countSpenders = rows<{ shopId: string; spentFrom: number; limit: number }>()(
  'countSpenders',
  (db, t) => {
    const some = db
      .select({ id: t.shopperRanks.shopperId })
      .from(t.shopperRanks)
      .where(and(inShop(t.shopperRanks), gte(t.shopperRanks.spendMinor, arg('spentFrom'))))
      .limit(arg('limit'))
      .as('some');
    return db.select({ total: total() }).from(some);
  },
);

/** A page of those with a term that few have, in an order, after a place: they are sorted anew each time. */
export const selectRanksOfTerm = (
  sort: ShopperSort,
  order: 'asc' | 'desc',
): Statement<Ordered & { term: string }, ShopperRankRow> => {
  const found = OF_TERM.get(`${sort} ${order}`);
  if (found === undefined) throw new Error(`Nothing is sorted by "${sort} ${order}".`);
  return found;
};

/** A stretch of all shoppers in an order, after a place, each with whether they pass so many terms. */
export const selectRanked = (
  sort: ShopperSort,
  order: 'asc' | 'desc',
  terms: number,
): Statement<Ordered, Ranked> => {
  const places = PLACES.find((count) => count >= terms) ?? ALSO_MAX;
  const found = RANKED.get(`${sort} ${order} ${places}`);
  if (found === undefined) throw new Error(`Nothing is sorted by "${sort} ${order}".`);
  return found;
};

/** Places for terms that a statement may have: those that are not asked for cost time at each row. */
const PLACES = [0, 1, 4, ALSO_MAX];
const RANKED = new Map(
  SHOPPER_SORTS.flatMap((sort) =>
    (['asc', 'desc'] as const).flatMap((order) =>
      PLACES.map(
        (places) => [`${sort} ${order} ${places}`, rankedBy(sort, order, places)] as const,
      ),
    ),
  ),
);

const OF_TERM = new Map(
  SHOPPER_SORTS.flatMap((sort) =>
    (['asc', 'desc'] as const).map((order) => [`${sort} ${order}`, ofTerm(sort, order)] as const),
  ),
);

function ofTerm(
  sort: ShopperSort,
  order: 'asc' | 'desc',
): Statement<Ordered & { term: string }, ShopperRankRow> {
  const direction = order === 'asc' ? asc : desc;
  return rows<Ordered & { term: string }>()(`selectRanksOfTerm.${sort}.${order}`, (db, t) => {
    const { shopId, shopperId, nameKey, available, pending } = t.shopperRanks;
    const { orderCount, spendMinor, lastOrderAt } = t.shopperRanks;
    const column = columnOf(t, sort);
    return db
      .select({
        shopId,
        shopperId,
        nameKey,
        available,
        pending,
        orderCount,
        spendMinor,
        lastOrderAt,
      })
      .from(t.shopperTerms)
      .crossJoin(t.shopperRanks)
      .where(
        and(
          inShop(t.shopperTerms),
          eq(t.shopperTerms.term, textArg('term')),
          sameShopper(t),
          sql`${passes(t, t.shopperTerms.shopperId, ALSO_MAX)} = 1`,
          isBeyond(t, sort, order),
        ),
      )
      .orderBy(...(column === undefined ? [] : [direction(column)]), direction(shopperId))
      .limit(arg('limit'));
  });
}

/** Those after a place in an order. */
function isBeyond(t: Tables, sort: ShopperSort, order: 'asc' | 'desc'): SQL {
  const { shopperId } = t.shopperRanks;
  const column = columnOf(t, sort);
  const beyond = order === 'asc' ? sql.raw('>') : sql.raw('<');
  const id = textArg('shopperId');
  const value = sort === 'name' ? textArg('value') : arg('value');
  return column === undefined
    ? sql`${shopperId} ${beyond} ${id}`
    : sql`(${column}, ${shopperId}) ${beyond} (${value}, ${id})`;
}

function rankedBy(
  sort: ShopperSort,
  order: 'asc' | 'desc',
  places: number,
): Statement<Ordered, Ranked> {
  const direction = order === 'asc' ? asc : desc;
  return rows<Ordered>()(`selectRankedBy.${sort}.${order}.${places}`, (db, t) => {
    const { shopperId, spendMinor } = t.shopperRanks;
    const column = columnOf(t, sort);
    return db
      .select({
        shopId: t.shopperRanks.shopId,
        shopperId,
        nameKey: t.shopperRanks.nameKey,
        available: t.shopperRanks.available,
        pending: t.shopperRanks.pending,
        orderCount: t.shopperRanks.orderCount,
        spendMinor,
        lastOrderAt: t.shopperRanks.lastOrderAt,
        has: passes(t, shopperId, places).as('has'),
      })
      .from(t.shopperRanks)
      .where(
        and(
          inShop(t.shopperRanks),
          isBeyond(t, sort, order),
          // In this order nobody comes after the last who spent so much.
          sort === 'spent' ? gte(spendMinor, arg('spentFrom')) : undefined,
        ),
      )
      .orderBy(...(column === undefined ? [] : [direction(column)]), direction(shopperId))
      .limit(arg('limit'));
  });
}

function columnOf(t: Tables, sort: ShopperSort): SQLiteColumn | undefined {
  const { nameKey, available, pending, orderCount, spendMinor, lastOrderAt } = t.shopperRanks;
  return {
    newest: undefined,
    name: nameKey,
    available,
    pending,
    orders: orderCount,
    spent: spendMinor,
    lastOrder: lastOrderAt,
  }[sort];
}

function sameShopper(t: Tables): SQL | undefined {
  return and(
    eq(t.shopperRanks.shopId, t.shopperTerms.shopId),
    eq(t.shopperRanks.shopperId, t.shopperTerms.shopperId),
  );
}

/** 1 where a shopper has every term asked for besides, and spent enough. */
function passes(t: Tables, shopperId: SQLiteColumn, places: number): SQL<number> {
  // Written out: drizzle leaves the table away where there is one.
  const outer = sql.raw(
    shopperId === t.shopperTerms.shopperId
      ? 'shopper_terms.shopper_id'
      : 'shopper_ranks.shopper_id',
  );
  const each = Array.from({ length: places }, (_, index) => {
    const term = textArg(`also${index}`);
    return sql`(${term} = '' or exists (select 1 from shopper_terms also where also.shop_id = ${textArg('shopId')} and also.shopper_id = ${outer} and also.term = ${term}))`;
  });
  const all = [sql`shopper_ranks.spend_minor >= ${arg('spentFrom')}`, ...each];
  return sql<number>`case when ${sql.join(all, sql` and `)} then 1 else 0 end`;
}

function total(): SQL<number> {
  return sql<number>`count(*)`.mapWith(Number);
}
