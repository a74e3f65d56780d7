import { and, asc, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import { arg, inShop, rows, textArg, type Statement } from '../platform/store/statement.ts';
import type { Tables } from '../platform/store/tables.ts';
import type { AuditEntryRow } from './tables.ts';

/** What the log goes through: all of it, what somebody did, or what was done to something. */
export type ActsThrough = 'all' | 'actor' | 'subject';

type Span = {
  shopId: string;
  actor: string;
  subject: string;
  from: number;
  until: number;
  limit: number;
};
type Asked = Span & { at: number; id: string };

/** A line of the log, with the points that were given by hand. */
export interface ActRow {
  readonly act: AuditEntryRow;
  readonly adjustment: { readonly points: number; readonly note: string | null } | null;
}

const THROUGH = ['all', 'actor', 'subject'] as const;
const STATEMENTS = new Map(
  THROUGH.flatMap((through) =>
    (['asc', 'desc'] as const).map(
      (order) => [`${through} ${order}`, actsBy(through, order)] as const,
    ),
  ),
);

/** A stretch of the log, by time, after a place. */
export const selectActsThrough = (
  through: ActsThrough,
  order: 'asc' | 'desc',
): Statement<Asked, ActRow> => {
  const found = STATEMENTS.get(`${through} ${order}`);
  if (found === undefined) throw new Error(`No acts are listed by "${through} ${order}".`);
  return found;
};

/** How many such a list has, up to a limit. */
export const countActsThrough = {
  all: countBy('all'),
  actor: countBy('actor'),
  subject: countBy('subject'),
};

function actsBy(through: ActsThrough, order: 'asc' | 'desc'): Statement<Asked, ActRow> {
  const direction = order === 'asc' ? asc : desc;
  const beyond = order === 'asc' ? sql.raw('>') : sql.raw('<');
  return rows<Asked>()(`selectActsThrough.${through}.${order}`, (db, t) =>
    db
      .select({
        act: t.acts,
        adjustment: { points: t.adjustments.points, note: t.adjustments.note },
      })
      .from(t.acts)
      // An adjustment somebody made in the console is named after the act it came of.
      .leftJoin(
        t.adjustments,
        and(
          eq(t.adjustments.shopId, t.acts.shopId),
          eq(t.adjustments.id, sql`'adj_' || ${t.acts.id}`),
        ),
      )
      .where(
        and(
          narrowed(t, through),
          sql`(${t.acts.at}, ${t.acts.id}) ${beyond} (${arg('at')}, ${textArg('id')})`,
        ),
      )
      .orderBy(direction(t.acts.at), direction(t.acts.id))
      .limit(arg('limit')),
  );
}

function countBy(through: ActsThrough): Statement<Span, { total: number }> {
  return rows<Span>()(`countActsThrough.${through}`, (db, t) => {
    const some = db
      .select({ id: t.acts.id })
      .from(t.acts)
      .where(narrowed(t, through))
      .limit(arg('limit'))
      .as('some');
    return db.select({ total: sql<number>`count(*)`.mapWith(Number) }).from(some);
  });
}

function narrowed({ acts }: Tables, through: ActsThrough): SQL | undefined {
  return and(
    inShop(acts),
    // Literal: only so can the partial index answer.
    through === 'all' ? sql`at >= 0` : eq(acts[through], textArg(through)),
    gte(acts.at, arg('from')),
    lt(acts.at, arg('until')),
  );
}
