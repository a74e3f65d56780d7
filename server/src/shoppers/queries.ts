import { and, eq, sql } from 'drizzle-orm';
import { arg, change, everyColumn, forUpdate, rows, textArg } from '../store/statement.ts';

export const insertShopper = rows()('insertShopper', (db, t) =>
  db
    .insert(t.shoppers)
    .values(everyColumn(t.shoppers))
    .onConflictDoNothing()
    .returning({ id: t.shoppers.id }),
);

export const selectShopperByExternalId = rows<{ shopId: string; externalId: string }>()(
  'selectShopperByExternalId',
  (db, t) =>
    db
      .select()
      .from(t.shoppers)
      .where(
        and(
          eq(t.shoppers.shopId, textArg('shopId')),
          eq(t.shoppers.externalId, textArg('externalId')),
        ),
      ),
);

export const lockShopperByExternalId = rows<{ shopId: string; externalId: string }>()(
  'lockShopperByExternalId',
  (db, t) =>
    forUpdate(
      db
        .select()
        .from(t.shoppers)
        .where(
          and(
            eq(t.shoppers.shopId, textArg('shopId')),
            eq(t.shoppers.externalId, textArg('externalId')),
          ),
        ),
    ),
);

export const lockShopperByEmail = rows<{ shopId: string; emailKey: string }>()(
  'lockShopperByEmail',
  (db, t) =>
    forUpdate(
      db
        .select()
        .from(t.shoppers)
        .where(
          and(
            eq(t.shoppers.shopId, textArg('shopId')),
            eq(t.shoppers.emailKey, textArg('emailKey')),
          ),
        ),
    ),
);

export const updateProfile = change()('updateProfile', (db, t) =>
  db
    .update(t.shoppers)
    .set({
      email: sql`${arg('email')}`,
      name: sql`${arg('name')}`,
      locale: sql`${arg('locale')}`,
    })
    .where(and(eq(t.shoppers.shopId, textArg('shopId')), eq(t.shoppers.id, textArg('shopperId')))),
);

/** Writes what a profile says, and whether the shopper is blocked. */
export const updatePreferences = change()('updatePreferences', (db, t) =>
  db
    .update(t.shoppers)
    .set({
      name: sql`${arg('name')}`,
      email: sql`${arg('email')}`,
      locale: sql`${arg('locale')}`,
      birthday: sql`${arg('birthday')}`,
      birthdaySetAt: sql`${arg('birthdaySetAt')}`,
      newsletter: arg('newsletter') as never,
      personalised: arg('personalised') as never,
      tags: arg('tags') as never,
      status: sql`${arg('status')}`,
    })
    .where(and(eq(t.shoppers.shopId, textArg('shopId')), eq(t.shoppers.id, textArg('shopperId')))),
);

export const updateStatus = change()('updateStatus', (db, t) =>
  db
    .update(t.shoppers)
    .set({
      status: sql`${arg('status')}`,
      enrolledAt: sql`${arg('enrolledAt')}`,
      joinedOn: sql`${arg('joinedOn')}`,
    })
    .where(and(eq(t.shoppers.shopId, textArg('shopId')), eq(t.shoppers.id, textArg('shopperId')))),
);

export const updateEmailKey = change()('updateEmailKey', (db, t) =>
  db
    .update(t.shoppers)
    .set({ emailKey: sql`${arg('emailKey')}` })
    .where(and(eq(t.shoppers.shopId, textArg('shopId')), eq(t.shoppers.id, textArg('shopperId')))),
);
