import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import {
  arg,
  byKey,
  change,
  given,
  inShop,
  rows,
  textArg,
  type Statement,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { RedemptionRow } from '../ledger/account-tables.ts';

type Through = 'all' | 'state' | 'shopper';
type Of = { shopId: string; state: string; shopperId: string };
type Asked = Of & { at: number; id: string; limit: number };

const THROUGH = ['all', 'state', 'shopper'] as const;
const STATEMENTS = new Map(
  THROUGH.flatMap((through) =>
    (['asc', 'desc'] as const).map(
      (order) => [`${through} ${order}`, codesBy(through, order)] as const,
    ),
  ),
);

/** A stretch of what was taken, by when it was, after a place. */
export const selectCodesBy = (
  through: Through,
  order: 'asc' | 'desc',
): Statement<Asked, RedemptionRow> => {
  const found = STATEMENTS.get(`${through} ${order}`);
  if (found === undefined) throw new Error(`No codes are listed "${order}".`);
  return found;
};

/** How many a list has, up to a limit. */
export const countCodesBy = {
  all: countBy('all'),
  state: countBy('state'),
  shopper: countBy('shopper'),
};

/** A new end of a code. */
export const setCodeEnd = change()('setCodeEnd', (db, t) =>
  db
    .update(t.redemptions)
    .set({ ...given(t.redemptions, 'expireAt') })
    .where(byKey(t.redemptions)),
);

function codesBy(through: Through, order: 'asc' | 'desc'): Statement<Asked, RedemptionRow> {
  const direction = order === 'asc' ? asc : desc;
  const beyond = order === 'asc' ? sql.raw('>') : sql.raw('<');
  return rows<Asked>()(`selectCodesBy.${through}.${order}`, (db, t) =>
    db
      .select()
      .from(t.redemptions)
      .where(
        and(
          inShop(t.redemptions),
          narrowedTo(t, through),
          sql`(${t.redemptions.createdAt}, ${t.redemptions.id}) ${beyond} (${arg('at')}, ${textArg('id')})`,
        ),
      )
      .orderBy(direction(t.redemptions.createdAt), direction(t.redemptions.id))
      .limit(arg('limit')),
  );
}

function countBy(through: Through) {
  return rows<Of & { limit: number }>()(`countCodesBy.${through}`, (db, t) => {
    const some = db
      .select({ id: t.redemptions.id })
      .from(t.redemptions)
      .where(and(inShop(t.redemptions), narrowedTo(t, through)))
      .limit(arg('limit'))
      .as('some');
    return db.select({ total: sql<number>`count(*)`.mapWith(Number) }).from(some);
  });
}

function narrowedTo(t: Tables, through: Through): SQL | undefined {
  if (through === 'all') return undefined;
  return through === 'state'
    ? eq(t.redemptions.state, textArg('state'))
    : eq(t.redemptions.shopperId, textArg('shopperId'));
}
