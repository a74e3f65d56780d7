import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { arg, inShop, textArg } from '../../platform/store/statement.ts';

/** Whose rows are meant. */
export type Person = { shopId: string; shopperId: string };

/** Whose rows become somebody else's. */
export type Moved = { shopId: string; from: string; to: string };

interface OfShopper {
  readonly shopId: SQLiteColumn;
  readonly shopperId: SQLiteColumn;
}

/** Rows of one shopper. */
export const ofPerson = (table: OfShopper): SQL | undefined =>
  and(inShop(table), eq(table.shopperId, textArg('shopperId')));

/** Rows of who is merged into somebody else, and what they are then. */
export const ofMoved = (table: OfShopper): SQL | undefined =>
  and(inShop(table), eq(table.shopperId, textArg('from')));
export const MOVED = { shopperId: sql`${arg('to')}` };
