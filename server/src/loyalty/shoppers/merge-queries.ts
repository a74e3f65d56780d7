import { and, asc, eq, sql } from 'drizzle-orm';
import { arg, change, rows, textArg, given, inShop } from '../../platform/store/statement.ts';

/** People who were merged into a shopper, by one step. */
export const selectMergedInto = rows<{ shopId: string; shopperId: string }>()(
  'selectMergedInto',
  (db, t) =>
    db
      .select()
      .from(t.shoppers)
      .where(and(inShop(t.shoppers), eq(t.shoppers.mergedInto, textArg('shopperId'))))
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
        inShop(t.shoppers),
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
    .set({ ...given(t.shoppers, 'mergedInto'), emailKey: null, referralCode: null })
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

export const updateMergedProfile = change()('updateMergedProfile', (db, t) =>
  db
    .update(t.shoppers)
    .set({
      ...given(
        t.shoppers,
        'name',
        'email',
        'emailKey',
        'locale',
        'timeZone',
        'birthday',
        'birthdaySetAt',
        'referralCode',
        'tags',
        'personalised',
      ),
    })
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);
