import { and, asc, desc, sql } from 'drizzle-orm';
import { arg, inShop, rows, textArg } from '../../platform/store/statement.ts';

type Asked = { shopId: string; id: string; limit: number };

/** Files of members behind one, by when they came. */
export const selectBalanceImportsBy = { asc: importsBy('asc'), desc: importsBy('desc') };

/** How many there are, up to a limit. */
export const countBalanceImports = rows<Omit<Asked, 'id'>>()('countBalanceImports', (db, t) => {
  const some = db
    .select({ id: t.balanceImports.id })
    .from(t.balanceImports)
    .where(inShop(t.balanceImports))
    .limit(arg('limit'))
    .as('some');
  return db.select({ total: sql<number>`count(*)`.mapWith(Number) }).from(some);
});

function importsBy(order: 'asc' | 'desc') {
  const direction = order === 'asc' ? asc : desc;
  const beyond = order === 'asc' ? sql.raw('>') : sql.raw('<');
  return rows<Asked>()(`selectBalanceImportsBy.${order}`, (db, t) =>
    db
      .select()
      .from(t.balanceImports)
      .where(and(inShop(t.balanceImports), sql`${t.balanceImports.id} ${beyond} ${textArg('id')}`))
      .orderBy(direction(t.balanceImports.id))
      .limit(arg('limit')),
  );
}
