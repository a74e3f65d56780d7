import { and, desc, eq, sql } from 'drizzle-orm';
import type { ReportReason } from '@okaeri/shared/reviews';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  arg,
  byKey,
  change,
  everyColumn,
  inShop,
  rows,
  textArg,
  type Statement,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import { voiceStatements, type OfShopper, type VoiceStatements } from './voice-queries.ts';

/** A table of votes or reports; `wordId` is the name in code of the column that says what one is about. */
interface ReaderTable<Name extends string> {
  readonly table: OfShopper & Readonly<Record<Name | 'at', SQLiteColumn>>;
  readonly wordId: Name;
}

/** Where one kind of words is kept, and what readers say about them. */
export interface ReaderTables<Name extends string> {
  readonly words: OfShopper & Readonly<Record<'id' | 'helpful' | 'reports', SQLiteColumn>>;
  readonly votes: ReaderTable<Name>;
  readonly reports: ReaderTable<Name> & {
    readonly table: Readonly<Record<'reason' | 'note', SQLiteColumn>>;
  };
}

type Word = { shopId: string; wordId: string };
type Voice = Word & { shopperId: string };

/** A report of a reader, as they and the shop see it. */
interface Report {
  readonly id: string;
  readonly reason: ReportReason;
  readonly note: string | null;
  readonly at: number;
}

/** The statements of what readers say about one kind of words. */
export interface ReaderStatements {
  /** Gives no row when this shopper has voted already. */
  readonly insertVote: Statement<Voice & { at: number }, { wordId: string }>;
  readonly deleteVote: Statement<Voice, { wordId: string }>;
  readonly addHelpful: Statement<{ shopId: string; id: string; by: number }, never>;
  /** Gives no row when this shopper has reported it already. */
  readonly insertReport: Statement<
    Voice & { reason: ReportReason; note: string | null; at: number },
    { wordId: string }
  >;
  readonly addReports: Statement<{ shopId: string; id: string }, never>;
  /** What a shopper has reported, the newest first. */
  readonly selectReportsBy: Statement<{ shopId: string; shopperId: string; limit: number }, Report>;
  /** Takes an erased person's words out of what they reported: that somebody did, and why, stays. */
  readonly eraseReportNotes: Statement<{ shopId: string; shopperId: string }, never>;
  /** Makes the votes and reports of two people those of one. */
  readonly merging: readonly VoiceStatements[];
}

/** The statements for one kind of words; `name` stands in the name of each. */
export const readerStatements = <Name extends string>(
  name: string,
  partsOf: (tables: Tables) => ReaderTables<Name>,
): ReaderStatements => ({
  ...votesOf(name, partsOf),
  ...reportsOf(name, partsOf),
  merging: [
    voiceStatements(`${name}Votes`, (t) => {
      const { words, votes } = partsOf(t);
      return {
        voices: { table: votes.table, wordId: votes.table[votes.wordId] },
        words: { table: words, count: words.helpful, counts: 'helpful' },
      };
    }),
    voiceStatements(`${name}Reports`, (t) => {
      const { words, reports } = partsOf(t);
      return {
        voices: { table: reports.table, wordId: reports.table[reports.wordId] },
        words: { table: words, count: words.reports, counts: 'reports' },
      };
    }),
  ],
});

function votesOf<Name extends string>(
  name: string,
  partsOf: (tables: Tables) => ReaderTables<Name>,
): Pick<ReaderStatements, 'insertVote' | 'deleteVote' | 'addHelpful'> {
  return {
    insertVote: rows<Voice & { at: number }>()(`insert${name}Vote`, (db, t) => {
      const { table, wordId } = partsOf(t).votes;
      return db
        .insert(table)
        .values(Object.assign(everyColumn(table), { [wordId]: arg('wordId') }))
        .onConflictDoNothing()
        .returning({ wordId: textOf(table[wordId]) });
    }),
    deleteVote: rows<Voice>()(`delete${name}Vote`, (db, t) => {
      const { table, wordId } = partsOf(t).votes;
      return db
        .delete(table)
        .where(
          and(
            inShop(table),
            eq(table[wordId], textArg('wordId')),
            eq(table.shopperId, textArg('shopperId')),
          ),
        )
        .returning({ wordId: textOf(table[wordId]) });
    }),
    addHelpful: change<{ shopId: string; id: string; by: number }>()(
      `add${name}Helpful`,
      (db, t) => {
        const { words } = partsOf(t);
        return db
          .update(words)
          .set({ helpful: sql`${words.helpful} + ${arg('by')}` })
          .where(byKey(words));
      },
    ),
  };
}

function reportsOf<Name extends string>(
  name: string,
  partsOf: (tables: Tables) => ReaderTables<Name>,
): Pick<ReaderStatements, 'insertReport' | 'addReports' | 'selectReportsBy' | 'eraseReportNotes'> {
  return {
    insertReport: rows<Voice & { reason: ReportReason; note: string | null; at: number }>()(
      `insert${name}Report`,
      (db, t) => {
        const { table, wordId } = partsOf(t).reports;
        return db
          .insert(table)
          .values(Object.assign(everyColumn(table), { [wordId]: arg('wordId') }))
          .onConflictDoNothing()
          .returning({ wordId: textOf(table[wordId]) });
      },
    ),
    addReports: change<{ shopId: string; id: string }>()(`add${name}Reports`, (db, t) => {
      const { words } = partsOf(t);
      return db
        .update(words)
        .set({ reports: sql`${words.reports} + 1` })
        .where(byKey(words));
    }),
    selectReportsBy: rows<{ shopId: string; shopperId: string; limit: number }>()(
      `select${name}ReportsBy`,
      (db, t) => {
        const { table, wordId } = partsOf(t).reports;
        return db
          .select({
            id: textOf(table[wordId]),
            reason: sql<ReportReason>`${table.reason}`.as('reason'),
            note: sql<string | null>`${table.note}`.as('note'),
            at: sql<number>`${table.at}`.mapWith(Number).as('at'),
          })
          .from(table)
          .where(and(inShop(table), eq(table.shopperId, textArg('shopperId'))))
          .orderBy(desc(table.at))
          .limit(arg('limit'));
      },
    ),
    eraseReportNotes: change<{ shopId: string; shopperId: string }>()(
      `erase${name}ReportNotes`,
      (db, t) => {
        const { table }: { table: OfShopper } = partsOf(t).reports;
        return db
          .update(table)
          .set({ note: null })
          .where(and(inShop(table), eq(table.shopperId, textArg('shopperId'))));
      },
    ),
  };
}

function textOf(column: SQLiteColumn) {
  return sql<string>`${column}`.as('word_id');
}
