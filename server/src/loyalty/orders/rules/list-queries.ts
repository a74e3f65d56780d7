import type { OrderSort } from '@okaeri/shared/list-words';
import { and, asc, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';

import {
  arg,
  byKey,
  change,
  given,
  inShop,
  rows,
  textArg,
  type Statement,
} from '../../../platform/store/statement.ts';
import type { Row, Tables } from '../../../platform/store/tables.ts';

/** What a list of orders goes through: all of a shop, those of one standing, or of one shopper. */
type Through = 'all' | 'standing' | 'shopper';

type Asked = {
  value: string | number;
  id: string;
  shopId: string;
  standing: string;
  shopperId: string;
  /** A span of time, or of numbers. */
  from: string | number;
  until: string | number;
  limit: number;
};

const THROUGH = ['all', 'standing', 'shopper'] as const;
const STATEMENTS = new Map(
  THROUGH.flatMap((through) =>
    (['placed', 'number'] as const).flatMap((sort) =>
      (['asc', 'desc'] as const).map(
        (order) => [`${through} ${sort} ${order}`, ordersBy(through, sort, order)] as const,
      ),
    ),
  ),
);

/** A stretch of orders within a span, in an order, after a place. */
export const selectOrdersBy = (
  through: Through,
  sort: OrderSort,
  order: 'asc' | 'desc',
): Statement<Asked, Row<'orders'>> => {
  const found = STATEMENTS.get(`${through} ${sort} ${order}`);
  if (found === undefined) throw new Error(`No orders are listed by "${sort} ${order}".`);
  return found;
};

/** How many orders a list has, up to a limit. */
export const countOrdersBy = {
  all: countBy('all'),
  standing: countBy('standing'),
  shopper: countBy('shopper'),
};

/** Orders that were kept by a release without lists. */
export const selectUnreadOrders = rows<{ limit: number }>()('selectUnreadOrders', (db, t) =>
  db
    .select({ shopId: t.orders.shopId, id: t.orders.id, state: t.orders.state })
    .from(t.orders)
    .where(sql`number_key = ''`)
    .limit(arg('limit')),
);

export const setListed = change()('setListed', (db, t) =>
  db
    .update(t.orders)
    .set({ ...given(t.orders, 'placedAt', 'standing', 'numberKey') })
    .where(byKey(t.orders)),
);

function ordersBy(
  through: Through,
  sort: OrderSort,
  order: 'asc' | 'desc',
): Statement<Asked, Row<'orders'>> {
  const direction = order === 'asc' ? asc : desc;
  const beyond = order === 'asc' ? sql.raw('>') : sql.raw('<');
  return rows<Asked>()(`selectOrdersBy.${through}.${sort}.${order}`, (db, t) => {
    const column = columnOf(t, through, sort);
    const given = (name: string): SQL => (sort === 'number' ? textArg(name) : sql`${arg(name)}`);
    return db
      .select()
      .from(t.orders)
      .where(
        and(
          inShop(t.orders),
          narrowedTo(t, through),
          gte(column, given('from')),
          lt(column, given('until')),
          sql`(${column}, ${t.orders.id}) ${beyond} (${given('value')}, ${textArg('id')})`,
        ),
      )
      .orderBy(direction(column), direction(t.orders.id))
      .limit(arg('limit'));
  });
}

function countBy(through: Through) {
  type Counting = Pick<Asked, 'shopId' | 'standing' | 'shopperId' | 'limit'> & {
    from: number;
    until: number;
  };
  return rows<Counting>()(`countOrdersBy.${through}`, (db, t) => {
    const some = db
      .select({ id: t.orders.id })
      .from(t.orders)
      .where(
        and(
          inShop(t.orders),
          narrowedTo(t, through),
          gte(columnOf(t, through, 'placed'), arg('from')),
          lt(columnOf(t, through, 'placed'), arg('until')),
        ),
      )
      .limit(arg('limit'))
      .as('some');
    return db.select({ total: sql<number>`count(*)`.mapWith(Number) }).from(some);
  });
}

/**
 * What a list is ordered by. Of one shopper's orders it is no column: SQLite would go through all of the shop's in
 * their order, and look for hers among a million.
 */
function columnOf(t: Tables, through: Through, sort: OrderSort): SQL {
  const { numberKey, placedAt } = t.orders;
  if (through !== 'shopper') return sort === 'number' ? sql`${numberKey}` : sql`${placedAt}`;
  return sort === 'number' ? sql`(${numberKey} || '')` : sql`(${placedAt} + 0)`;
}

function narrowedTo(t: Tables, through: Through): SQL | undefined {
  if (through === 'all') return undefined;
  return through === 'standing'
    ? eq(t.orders.standing, textArg('standing'))
    : eq(t.orders.shopperId, textArg('shopperId'));
}
