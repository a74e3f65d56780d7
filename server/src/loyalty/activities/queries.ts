import { and, desc, eq, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  rows,
  textArg,
  given,
  inShop,
  byKey,
} from '../../platform/store/statement.ts';

type ActivityKey = { shopId: string; id: string };

export const selectActivity = rows<ActivityKey>()('selectActivity', (db, t) =>
  db.select().from(t.activities).where(byKey(t.activities)),
);

/** What a shopper did, the newest first. */
export const selectActivitiesOf = rows<{ shopId: string; shopperId: string; limit: number }>()(
  'selectActivitiesOf',
  (db, { activities }) =>
    db
      .select({
        id: activities.id,
        kind: activities.kind,
        name: activities.name,
        at: activities.at,
      })
      .from(activities)
      .where(
        and(
          inShop(activities),
          eq(activities.shopperId, textArg('shopperId')),
          sql`${activities.removedAt} is null`,
        ),
      )
      .orderBy(desc(activities.at))
      .limit(arg('limit')),
);

/** Gives no row when the act is known already. */
export const insertActivity = rows()('insertActivity', (db, t) =>
  db
    .insert(t.activities)
    .values(everyColumn(t.activities))
    .onConflictDoNothing()
    .returning({ id: t.activities.id }),
);

export const setActivityRemoved = change()('setActivityRemoved', (db, t) =>
  db
    .update(t.activities)
    .set({ ...given(t.activities, 'removedAt') })
    .where(byKey(t.activities)),
);

/** Members whose birthday or day of joining is one of some days, and who were not looked after since. */
export const selectAnnualEventShoppers = rows<{
  shopId: string;
  first: string;
  second: string;
  third: string;
  before: number;
  limit: number;
}>()('selectCelebrants', (db, t) =>
  db
    .select({ id: t.shoppers.id })
    .from(t.shoppers)
    .where(
      and(
        inShop(t.shoppers),
        sql`(${t.shoppers.birthday} in (${arg('first')}, ${arg('second')}, ${arg('third')}) or ${t.shoppers.joinedOn} in (${arg('first')}, ${arg('second')}, ${arg('third')}))`,
        eq(t.shoppers.status, sql`'member'`),
        sql`${t.shoppers.occasionsAt} < ${arg('before')}`,
      ),
    )
    .limit(arg('limit')),
);

/** Gives a merged shopper's activities to the one they became. */
export const moveActivities = change()('moveActivities', (db, t) =>
  db
    .update(t.activities)
    .set({ shopperId: sql`${arg('to')}` })
    .where(and(inShop(t.activities), eq(t.activities.shopperId, textArg('from')))),
);
