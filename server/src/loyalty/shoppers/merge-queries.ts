import { and, asc, eq, sql } from 'drizzle-orm';
import { arg, change, rows, textArg } from '../../platform/store/statement.ts';

/** Whoever was merged into a shopper, by one step. */
export const selectMergedInto = rows<{ shopId: string; shopperId: string }>()(
  'selectMergedInto',
  (db, t) =>
    db
      .select()
      .from(t.shoppers)
      .where(
        and(
          eq(t.shoppers.shopId, textArg('shopId')),
          eq(t.shoppers.mergedInto, textArg('shopperId')),
        ),
      )
      .orderBy(asc(t.shoppers.id)),
);

// Written out: drizzle leaves the table away where there is one, and inside that would be the inner one.
const OUTER_HEIR = sql.raw('shoppers.merged_into');

/** Erased people into whom somebody was merged who is not erased. */
export const selectLeft = rows<{ shopId: string; limit: number }>()('selectLeftOfErased', (db, t) =>
  db
    .selectDistinct({ shopperId: sql<string>`${t.shoppers.mergedInto}`.as('shopper_id') })
    .from(t.shoppers)
    .where(
      and(
        eq(t.shoppers.shopId, textArg('shopId')),
        sql`${t.shoppers.mergedInto} is not null and ${t.shoppers.erasedAt} is null`,
        sql`exists (select 1 from shoppers as heir where heir.shop_id = ${textArg('shopId')} and heir.id = ${OUTER_HEIR} and heir.erased_at is not null)`,
      ),
    )
    .limit(arg('limit')),
);

/** A merged shopper's row points at the one it became. */
export const setMerged = change()('setMerged', (db, t) =>
  db
    .update(t.shoppers)
    .set({ mergedInto: sql`${arg('mergedInto')}`, emailKey: null, referralCode: null })
    .where(and(eq(t.shoppers.shopId, textArg('shopId')), eq(t.shoppers.id, textArg('shopperId')))),
);

export const updateMergedProfile = change()('updateMergedProfile', (db, t) =>
  db
    .update(t.shoppers)
    .set({
      name: sql`${arg('name')}`,
      email: sql`${arg('email')}`,
      emailKey: sql`${arg('emailKey')}`,
      locale: sql`${arg('locale')}`,
      birthday: sql`${arg('birthday')}`,
      birthdaySetAt: sql`${arg('birthdaySetAt')}`,
      referralCode: sql`${arg('referralCode')}`,
      tags: arg('tags') as never,
      personalised: arg('personalised') as never,
    })
    .where(and(eq(t.shoppers.shopId, textArg('shopId')), eq(t.shoppers.id, textArg('shopperId')))),
);
