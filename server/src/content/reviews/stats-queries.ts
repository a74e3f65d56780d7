import { keysOf } from '@okaeri/shared/records';
import { and, eq, sql } from 'drizzle-orm';
import { arg, change, everyColumn, rows, textArg, inShop } from '../../platform/store/statement.ts';
import { NO_COUNTS, type Counts } from './stats-rules.ts';

const KEYS = keysOf(NO_COUNTS);

/** Adds to a product's counts, in one statement, so that writers do not outrun each other. */
export const addToStats = change<{ shopId: string; productId: string } & Counts>()(
  'addToReviewStats',
  (db, t) =>
    db
      .insert(t.reviewStats)
      .values(everyColumn(t.reviewStats))
      .onConflictDoUpdate({
        target: [t.reviewStats.shopId, t.reviewStats.productId],
        set: Object.fromEntries(
          KEYS.map((key) => [
            key,
            sql`${t.reviewStats[key]} + excluded.${sql.identifier(t.reviewStats[key].name)}`,
          ]),
        ),
      }),
);

export const selectStats = rows<{ shopId: string; productId: string }>()(
  'selectReviewStats',
  (db, t) =>
    db
      .select()
      .from(t.reviewStats)
      .where(and(inShop(t.reviewStats), eq(t.reviewStats.productId, textArg('productId')))),
);

/** Products of a shop that have counts, a page at a time. */
export const selectAllStats = rows<{ shopId: string; after: string; limit: number }>()(
  'selectAllReviewStats',
  (db, t) =>
    db
      .select()
      .from(t.reviewStats)
      .where(and(inShop(t.reviewStats), sql`${t.reviewStats.productId} > ${textArg('after')}`))
      .orderBy(t.reviewStats.productId)
      .limit(arg('limit')),
);
