import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import { caseState } from '@okaeri/shared/cases';
import { arg, idPlaces, inShop, rows, textArg, type Ids } from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';

/** Cases that are not put right yet. */
const isOpen = sql`state in ('open', 'waiting')`;

/** A case in a list, with who it is about. */
const listed = (t: Tables) => ({
  row: t.cases,
  externalId: t.shoppers.externalId,
  name: t.shoppers.name,
});

const withShopper = (t: Tables) =>
  and(eq(t.shoppers.shopId, t.cases.shopId), eq(t.shoppers.id, t.cases.shopperId));

/** States a list is asked for: all of them where none is named. */
export const STATE_PLACES = idPlaces(caseState.options.length);

type ListArgs = {
  shopId: string;
  ownerId: string;
  shopperId: string;
  overdueAt: number;
  afterAt: number;
  afterId: string;
  limit: number;
} & Ids;

/** A number, also where nothing beside it says so to PostgreSQL. */
const OVERDUE_AT = sql`cast(${arg('overdueAt')} as bigint)`;

const wanted = (t: Tables) =>
  and(
    inShop(t.cases),
    STATE_PLACES.isIn(t.cases.state),
    sql`(${textArg('ownerId')} = '' or ${t.cases.ownerId} = ${textArg('ownerId')})`,
    sql`(${textArg('shopperId')} = '' or ${t.cases.shopperId} = ${textArg('shopperId')})`,
    // Late: open past its time, or already late when the shopper began to be waited for (E45).
    sql`(${OVERDUE_AT} = 0 or (state in ('open', 'waiting') and ${t.cases.dueAt} <= coalesce(${t.cases.waitingSince}, ${OVERDUE_AT})))`,
  );

/** Cases by when they are due. */
export const selectCasesByDue = rows<ListArgs>()('selectCasesByDue', (db, t) =>
  db
    .select(listed(t))
    .from(t.cases)
    .innerJoin(t.shoppers, withShopper(t))
    .where(
      and(
        wanted(t),
        sql`(${t.cases.dueAt}, ${t.cases.id}) > (${arg('afterAt')}, ${textArg('afterId')})`,
      ),
    )
    .orderBy(asc(t.cases.dueAt), asc(t.cases.id))
    .limit(arg('limit')),
);

/** Cases, the newest first. */
export const selectNewestCases = rows<ListArgs>()('selectNewestCases', (db, t) =>
  db
    .select(listed(t))
    .from(t.cases)
    .innerJoin(t.shoppers, withShopper(t))
    .where(
      and(
        wanted(t),
        sql`(${t.cases.openedAt}, ${t.cases.id}) < (${arg('afterAt')}, ${textArg('afterId')})`,
      ),
    )
    .orderBy(desc(t.cases.openedAt), desc(t.cases.id))
    .limit(arg('limit')),
);

/** How many are open, of one person, and late. */
export const countDesk = rows<{ shopId: string; ownerId: string; now: number }>()(
  'countCaseDesk',
  (db, t) => {
    const now = sql`cast(${arg('now')} as bigint)`;
    const isMine = sql`${t.cases.ownerId} = ${textArg('ownerId')}`;
    const isLate = sql`${t.cases.dueAt} <= coalesce(${t.cases.waitingSince}, ${now})`;
    const countOf = (when: SQL) =>
      sql<number>`coalesce(sum(case when ${when} then 1 else 0 end), 0)`.mapWith(Number);
    return db
      .select({
        mine: countOf(isMine),
        open: sql<number>`count(*)`.mapWith(Number),
        overdue: countOf(isLate),
      })
      .from(t.cases)
      .where(and(inShop(t.cases), isOpen));
  },
);

/** Cases that wait for the shop, up to a number. */
export const countOpenUpTo = rows<{ shopId: string; limit: number }>()(
  'countOpenCasesUpTo',
  (db, t) =>
    db
      .select({ id: t.cases.id })
      .from(t.cases)
      .where(and(inShop(t.cases), sql`state = 'open'`))
      .limit(arg('limit')),
);

/** What of cases their months are told by. */
export const selectCounted = rows<{ shopId: string; since: number }>()(
  'selectCountedCases',
  (db, t) =>
    db
      .select({
        openedAt: t.cases.openedAt,
        ownerId: t.cases.ownerId,
        firstReplyMs: t.cases.firstReplyMs,
        resolvedMs: t.cases.resolvedMs,
        solved: t.cases.solved,
      })
      .from(t.cases)
      .where(and(inShop(t.cases), sql`${t.cases.openedAt} >= ${arg('since')}`)),
);
