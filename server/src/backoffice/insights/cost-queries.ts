import { and, desc, gte, lte, sql } from 'drizzle-orm';
import {
  arg,
  byKey,
  change,
  everyColumn,
  inShop,
  rows,
  textArg,
} from '../../platform/store/statement.ts';

/** Gives no row where a cost of this id is there already. */
export const insertCost = rows()('insertCost', (db, t) =>
  db
    .insert(t.costs)
    .values(everyColumn(t.costs))
    .onConflictDoNothing()
    .returning({ id: t.costs.id }),
);

export const selectCost = rows<{ shopId: string; id: string }>()('selectCost', (db, t) =>
  db.select({ id: t.costs.id }).from(t.costs).where(byKey(t.costs)),
);

export const deleteCost = change<{ shopId: string; id: string }>()('deleteCost', (db, t) =>
  db.delete(t.costs).where(byKey(t.costs)),
);

type Span = { shopId: string; from: number; until: number };

/** Costs of days, the latest day first, behind a place. */
export const selectCosts = rows<Span & { beforeDay: number; beforeId: string; limit: number }>()(
  'selectCosts',
  (db, t) =>
    db
      .select()
      .from(t.costs)
      .where(
        and(
          inShop(t.costs),
          gte(t.costs.day, arg('from')),
          lte(t.costs.day, arg('until')),
          sql`(${t.costs.day}, ${t.costs.id}) < (${arg('beforeDay')}, ${textArg('beforeId')})`,
        ),
      )
      .orderBy(desc(t.costs.day), desc(t.costs.id))
      .limit(arg('limit')),
);

/** How many costs days have. */
export const countCosts = rows<Span>()('countCosts', (db, t) =>
  db
    .select({ many: sql<number>`count(*)`.mapWith(Number) })
    .from(t.costs)
    .where(and(inShop(t.costs), gte(t.costs.day, arg('from')), lte(t.costs.day, arg('until')))),
);
