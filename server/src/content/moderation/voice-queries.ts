import { and, eq, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { arg, change, rows, textArg, type Statement } from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';

/** A table of what shoppers wrote or said. */
export type OfShopper = SQLiteTable & {
  readonly shopId: SQLiteColumn;
  readonly shopperId: SQLiteColumn;
};

/** Who said something about words of others: votes, or reports. */
interface Voices {
  readonly table: OfShopper;
  readonly wordId: SQLiteColumn;
}

/** What they are about: reviews, or questions and answers. */
interface Words {
  readonly table: OfShopper & { readonly id: SQLiteColumn };
  /** The column that counts the voices. */
  readonly count: SQLiteColumn;
  /** What that is called in code. */
  readonly counts: string;
}

type Ids = { shopId: string; from: string; to: string };
type Voice = { shopId: string; wordId: string; shopperId: string };

/** The statements that make the voices of two people those of one. */
export interface VoiceStatements {
  /** Those that must go: of the former one where the other has said it too, and of both about their own words. */
  readonly selectNeedless: Statement<Ids, { wordId: string; shopperId: string }>;
  readonly remove: Statement<Voice, never>;
  readonly lower: Statement<{ shopId: string; wordId: string }, never>;
  readonly move: Statement<Ids, never>;
}

/** The statements for one table of voices. */
export const voiceStatements = (
  name: string,
  partsOf: (tables: Tables) => { voices: Voices; words: Words },
): VoiceStatements => ({
  selectNeedless: rows<Ids>()(`selectNeedless${name}`, (db, t) => {
    const { voices, words } = partsOf(t);
    const either = sql`(${textArg('from')}, ${textArg('to')})`;
    return db
      .select({
        wordId: sql<string>`${voices.wordId}`.as('word_id'),
        shopperId: sql<string>`${voices.table.shopperId}`.as('shopper_id'),
      })
      .from(voices.table)
      .innerJoin(
        words.table,
        and(eq(words.table.shopId, voices.table.shopId), eq(words.table.id, voices.wordId)),
      )
      .where(
        and(
          eq(voices.table.shopId, textArg('shopId')),
          sql`${voices.table.shopperId} in ${either}`,
          sql`(${words.table.shopperId} in ${either} or (${voices.table.shopperId} = ${textArg('from')} and exists (select 1 from ${voices.table} as other where other.shop_id = ${textArg('shopId')} and other.shopper_id = ${textArg('to')} and ${sql.raw(`other.${voices.wordId.name}`)} = ${voices.wordId})))`,
        ),
      );
  }),
  remove: change<Voice>()(`remove${name}`, (db, t) => {
    const { voices } = partsOf(t);
    return db
      .delete(voices.table)
      .where(
        and(
          eq(voices.table.shopId, textArg('shopId')),
          eq(voices.wordId, textArg('wordId')),
          eq(voices.table.shopperId, textArg('shopperId')),
        ),
      );
  }),
  lower: change<{ shopId: string; wordId: string }>()(`lower${name}`, (db, t) => {
    const { words } = partsOf(t);
    return db
      .update(words.table)
      .set({ [words.counts]: sql`${words.count} - 1` })
      .where(and(eq(words.table.shopId, textArg('shopId')), eq(words.table.id, textArg('wordId'))));
  }),
  move: change<Ids>()(`move${name}`, (db, t) => {
    const { voices } = partsOf(t);
    return db
      .update(voices.table)
      .set({ shopperId: sql`${arg('to')}` })
      .where(
        and(
          eq(voices.table.shopId, textArg('shopId')),
          eq(voices.table.shopperId, textArg('from')),
        ),
      );
  }),
});
