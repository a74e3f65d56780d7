import { and, eq, gte, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  rows,
  textArg,
  inShop,
  type Db,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { UsageRow } from './tables.ts';

type UsageKey = { shopId: string; shopperId: string; subject: string };

const ofSubject = ({ usages }: Tables) =>
  and(
    inShop(usages),
    eq(usages.shopperId, textArg('shopperId')),
    eq(usages.subject, textArg('subject')),
  );

const since = (db: Db, t: Tables) =>
  db
    .select({ periodAt: t.usages.periodAt, times: t.usages.times, points: t.usages.points })
    .from(t.usages)
    .where(and(ofSubject(t), gte(t.usages.periodAt, arg('since'))));

/** What is used of a cap since a period, by period. */
export const selectUsages = rows<UsageKey & { since: number }>()('selectUsages', since);

/** What is used of one period. */
export const selectUsage = rows<UsageKey & { periodAt: number }>()('selectUsage', (db, t) =>
  db
    .select({ times: t.usages.times, points: t.usages.points })
    .from(t.usages)
    .where(and(ofSubject(t), eq(t.usages.periodAt, arg('periodAt')))),
);

/** The same as `selectUsages`, locked for this write: for what several shoppers share. */
export const lockUsages = rows<UsageKey & { since: number }>()('lockUsages', (db, t) =>
  forUpdate(
    db
      .select()
      .from(t.usages)
      .where(and(ofSubject(t), gte(t.usages.periodAt, arg('since')))),
  ),
);

/** Makes sure that a usage has a row, which can then be locked. */
export const touchUsage = change()('touchUsage', (db, t) =>
  db.insert(t.usages).values(everyColumn(t.usages)).onConflictDoNothing(),
);

/** Adds to a usage and gives what it came to; less than nothing gives room back. */
export const addUsage = rows<UsageRow>()('addUsage', (db, t) =>
  db
    .insert(t.usages)
    .values(everyColumn(t.usages))
    .onConflictDoUpdate({
      target: [t.usages.shopId, t.usages.shopperId, t.usages.subject, t.usages.periodAt],
      set: {
        times: sql`${t.usages.times} + excluded.times`,
        points: sql`${t.usages.points} + excluded.points`,
      },
    })
    .returning({ times: t.usages.times, points: t.usages.points }),
);

/** What a shopper has used of everything since the earliest period that any cap may count. */
export const selectUsagesOfShopper = rows<{ shopId: string; shopperId: string; since: number }>()(
  'selectUsagesOfShopper',
  (db, t) =>
    db
      .select({
        subject: t.usages.subject,
        periodAt: t.usages.periodAt,
        times: t.usages.times,
        points: t.usages.points,
      })
      .from(t.usages)
      .where(
        and(
          inShop(t.usages),
          eq(t.usages.shopperId, textArg('shopperId')),
          sql`(${t.usages.periodAt} = 0 or ${t.usages.periodAt} >= ${arg('since')})`,
        ),
      ),
);

/** What was counted as seen on days before one: nothing looks back at it. */
export const deleteOldSeen = rows<{ before: number; limit: number }>()('deleteOldSeen', (db, t) =>
  db
    .delete(t.usages)
    .where(
      sql`(${t.usages.shopId}, ${t.usages.shopperId}, ${t.usages.subject}, ${t.usages.periodAt}) in (select old.shop_id, old.shopper_id, old.subject, old.period_at from ${t.usages} as old where old.subject = 'seen' and old.period_at < ${arg('before')} limit ${arg('limit')})`,
    )
    .returning({ periodAt: t.usages.periodAt }),
);
