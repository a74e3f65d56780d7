import { and, asc, desc, eq, inArray, ne, sql, type SQL } from 'drizzle-orm';
import {
  arg,
  byKey,
  change,
  everyColumn,
  forUpdate,
  given,
  inShop,
  one,
  rows,
  textArg,
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

/** Where answers to the shop's messages go. */
export const selectReplyAddress = rows<{ shopId: string }>()('selectReplyAddress', (db, t) =>
  db.select({ sender: t.mailSenders.document }).from(t.mailSenders).where(inShop(t.mailSenders)),
);

/** How many requests for help somebody made since a time. */
export const countHelpSince = rows<OfShopper & { since: number }>()('countHelpSince', (db, t) =>
  db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(t.caseEntries)
    .where(
      and(
        inShop(t.caseEntries),
        inArray(
          t.caseEntries.caseId,
          db.select({ id: t.cases.id }).from(t.cases).where(ofShopper(t.cases)),
        ),
        sql`${t.caseEntries.kind} = 'message'`,
        // The index by source would lead through every request of the shop.
        sql`coalesce(${t.caseEntries.source}, '') = 'help'`,
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
