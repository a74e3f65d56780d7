import { caseState } from '@okaeri/shared/cases';
import { and, asc, desc, eq, ne, sql, type SQL } from 'drizzle-orm';
import {
  arg,
  byKey,
  change,
  everyColumn,
  forUpdate,
  given,
  idPlaces,
  inShop,
  one,
  rows,
  textArg,
  type Ids,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { CaseEntryRow, CaseRow } from './tables.ts';

type Key = { shopId: string; id: string };
type OfShopper = { shopId: string; shopperId: string };
type Cases = Tables['cases'];

/** Cases that are not put right yet. */
const isOpen = sql`state in ('open', 'waiting')`;

const ofShopper = (cases: Cases): SQL | undefined =>
  and(inShop(cases), eq(cases.shopperId, textArg('shopperId')));

export const insertCase = change<CaseRow>()('insertCase', (db, t) =>
  db.insert(t.cases).values(everyColumn(t.cases)),
);

export const updateCase = change<CaseRow>()('updateCase', (db, t) => {
  const { shopId: _shop, id: _id, ...columns } = everyColumn(t.cases);
  return db.update(t.cases).set(columns).where(byKey(t.cases));
});

export const insertCaseEntry = change<CaseEntryRow>()('insertCaseEntry', (db, t) =>
  db.insert(t.caseEntries).values(everyColumn(t.caseEntries)),
);

export const selectCase = rows<Key>()('selectCase', (db, t) =>
  db.select().from(t.cases).where(byKey(t.cases)),
);

export const lockCase = rows<Key>()('lockCase', (db, t) =>
  forUpdate(db.select().from(t.cases).where(byKey(t.cases))),
);

/** The one that is open about an order, or about none. */
export const lockOpenCase = rows<OfShopper & { orderKey: string }>()('lockOpenCase', (db, t) =>
  forUpdate(
    db
      .select()
      .from(t.cases)
      .where(and(ofShopper(t.cases), eq(t.cases.orderKey, textArg('orderKey')), isOpen)),
  ),
);

/** The last one about it that was resolved, and may be opened again. */
export const lockResolvedCase = rows<OfShopper & { orderKey: string }>()(
  'lockResolvedCase',
  (db, t) =>
    forUpdate(
      db
        .select()
        .from(t.cases)
        .where(
          and(
            ofShopper(t.cases),
            eq(t.cases.orderKey, textArg('orderKey')),
            sql`state = 'resolved'`,
          ),
        )
        .orderBy(desc(t.cases.resolvedAt), desc(t.cases.id))
        .limit(one),
    ),
);

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

/** Cases of one shopper, the newest first. */
export const selectCasesOf = rows<OfShopper & { limit: number }>()('selectCasesOf', (db, t) =>
  db
    .select()
    .from(t.cases)
    .where(ofShopper(t.cases))
    .orderBy(desc(t.cases.openedAt), desc(t.cases.id))
    .limit(arg('limit')),
);

/** The same, locked, the first that began first. */
export const lockCasesOf = rows<OfShopper>()('lockCasesOf', (db, t) =>
  forUpdate(
    db
      .select()
      .from(t.cases)
      .where(ofShopper(t.cases))
      .orderBy(asc(t.cases.openedAt), asc(t.cases.id)),
  ),
);

/** What happened to a case, in its order. */
export const selectCaseEntries = rows<{ shopId: string; caseId: string }>()(
  'selectCaseEntries',
  (db, t) =>
    db
      .select()
      .from(t.caseEntries)
      .where(and(inShop(t.caseEntries), eq(t.caseEntries.caseId, textArg('caseId'))))
      .orderBy(asc(t.caseEntries.at), asc(t.caseEntries.id)),
);

/** What came last from a source, such as a review. */
export const selectEntryFrom = rows<{ shopId: string; source: string }>()(
  'selectCaseEntryFrom',
  (db, t) =>
    db
      .select()
      .from(t.caseEntries)
      .where(and(inShop(t.caseEntries), eq(t.caseEntries.source, textArg('source'))))
      .orderBy(desc(t.caseEntries.at), desc(t.caseEntries.id))
      .limit(one),
);

/** Takes the words of a source out: they were taken back. */
export const blankEntriesFrom = change<{ shopId: string; source: string }>()(
  'blankCaseEntriesFrom',
  (db, t) =>
    db
      .update(t.caseEntries)
      .set({ note: null })
      .where(and(inShop(t.caseEntries), eq(t.caseEntries.source, textArg('source')))),
);

/** How many open cases everybody looks after. */
export const countOpenByOwner = rows<{ shopId: string }>()('countOpenCasesByOwner', (db, t) =>
  db
    .select({ ownerId: t.cases.ownerId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(t.cases)
    .where(and(inShop(t.cases), isOpen))
    .groupBy(t.cases.ownerId),
);

/** Cases of somebody who looks after them no more, or of nobody yet; locked. */
export const lockCasesOfOwner = rows<{ shopId: string; ownerId: string; limit: number }>()(
  'lockCasesOfOwner',
  (db, t) =>
    forUpdate(
      db
        .select()
        .from(t.cases)
        .where(
          and(
            inShop(t.cases),
            ne(t.cases.state, 'closed'),
            sql`coalesce(${t.cases.ownerId}, '') = ${textArg('ownerId')}`,
          ),
        )
        .orderBy(asc(t.cases.id))
        .limit(arg('limit')),
    ),
);

/** Who looks after cases that are not over. */
export const selectOwners = rows<{ shopId: string }>()('selectCaseOwners', (db, t) =>
  db
    .selectDistinct({ ownerId: t.cases.ownerId })
    .from(t.cases)
    .where(and(inShop(t.cases), ne(t.cases.state, 'closed'))),
);

/** Cases the clock has something to do with. */
export const selectDueCases = rows<{ shopId: string; now: number; limit: number }>()(
  'selectDueCases',
  (db, t) =>
    db
      .select({ id: t.cases.id, shopperId: t.cases.shopperId })
      .from(t.cases)
      .where(
        and(inShop(t.cases), sql`next_at is not null`, sql`${t.cases.nextAt} <= ${arg('now')}`),
      )
      .orderBy(asc(t.cases.nextAt), asc(t.cases.id))
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

/** Where answers to the shop's messages go. */
export const selectReplyAddress = rows<{ shopId: string }>()('selectReplyAddress', (db, t) =>
  db.select({ sender: t.mailSenders.document }).from(t.mailSenders).where(inShop(t.mailSenders)),
);

/** How many requests for help somebody made since a time. */
export const countHelpSince = rows<OfShopper & { since: number }>()('countHelpSince', (db, t) =>
  db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(t.caseEntries)
    .innerJoin(
      t.cases,
      and(eq(t.cases.shopId, t.caseEntries.shopId), eq(t.cases.id, t.caseEntries.caseId)),
    )
    .where(
      and(
        ofShopper(t.cases),
        sql`${t.caseEntries.kind} = 'message'`,
        sql`${t.caseEntries.source} = 'help'`,
        sql`${t.caseEntries.at} > ${arg('since')}`,
      ),
    ),
);

export const moveCase = change<Key & { shopperId: string }>()('moveCase', (db, t) =>
  db
    .update(t.cases)
    .set({ ...given(t.cases, 'shopperId') })
    .where(byKey(t.cases)),
);

/** What happened to one case becomes part of another. */
export const moveCaseEntries = change<{ shopId: string; from: string; to: string }>()(
  'moveCaseEntries',
  (db, t) =>
    db
      .update(t.caseEntries)
      .set({ caseId: sql`${arg('to')}` })
      .where(and(inShop(t.caseEntries), eq(t.caseEntries.caseId, textArg('from')))),
);

export const deleteCase = change<Key>()('deleteCase', (db, t) =>
  db.delete(t.cases).where(byKey(t.cases)),
);

/** Takes words and names out of something that happened to a case. */
export const eraseCaseEntry = change<
  { shopId: string; id: string } & Pick<CaseEntryRow, 'by' | 'data'>
>()('eraseCaseEntry', (db, t) =>
  db
    .update(t.caseEntries)
    .set({ ...given(t.caseEntries, 'by', 'data'), note: null, source: null })
    .where(byKey(t.caseEntries)),
);

export const selectCaseSettings = rows<{ shopId: string }>()('selectCaseSettings', (db, t) =>
  db.select().from(t.caseSettings).where(inShop(t.caseSettings)),
);

export const upsertCaseSettings = change<Tables['caseSettings']['$inferInsert']>()(
  'upsertCaseSettings',
  (db, t) =>
    db
      .insert(t.caseSettings)
      .values(everyColumn(t.caseSettings))
      .onConflictDoUpdate({
        target: [t.caseSettings.shopId],
        set: { document: sql`excluded.document`, version: sql`excluded.version` },
      }),
);
