import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  rows,
  textArg,
  given,
  inShop,
} from '../../platform/store/statement.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

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
      .where(and(inShop(t.shoppers), eq(t.shoppers.externalId, textArg('externalId')))),
);

/**
 * The same, with what of the shop decides what a shopper is shown. One statement reads both, so that nothing
 * kept in memory is taken for what the shop is now.
 */
export const selectShopperOfShop = rows<{ shopId: string; externalId: string }>()(
  'selectShopperOfShop',
  (db, t) =>
    db
      .select({
        ...getTableColumns(t.shoppers),
        shopProgramVersion: t.shops.programVersion,
        shopClosedAt: t.shops.closedAt,
        shopClockOffsetMs: t.shops.clockOffsetMs,
      })
      .from(t.shoppers)
      .innerJoin(t.shops, eq(t.shops.id, t.shoppers.shopId))
      .where(and(inShop(t.shoppers), eq(t.shoppers.externalId, textArg('externalId')))),
);

export const lockShopperByExternalId = rows<{ shopId: string; externalId: string }>()(
  'lockShopperByExternalId',
  (db, t) =>
    forUpdate(
      db
        .select()
        .from(t.shoppers)
        .where(and(inShop(t.shoppers), eq(t.shoppers.externalId, textArg('externalId')))),
    ),
);

export const selectShopperById = rows<{ shopId: string; shopperId: string }>()(
  'selectShopperById',
  (db, t) =>
    db
      .select()
      .from(t.shoppers)
      .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

export const lockShopperByEmail = rows<{ shopId: string; emailKey: string }>()(
  'lockShopperByEmail',
  (db, t) =>
    forUpdate(
      db
        .select()
        .from(t.shoppers)
        .where(and(inShop(t.shoppers), eq(t.shoppers.emailKey, textArg('emailKey')))),
    ),
);

export const selectShopperByEmail = rows<{ shopId: string; emailKey: string }>()(
  'selectShopperByEmail',
  (db, t) =>
    db
      .select()
      .from(t.shoppers)
      .where(and(inShop(t.shoppers), eq(t.shoppers.emailKey, textArg('emailKey')))),
);

export const updateProfile = change()('updateProfile', (db, t) =>
  db
    .update(t.shoppers)
    .set({ ...given(t.shoppers, 'email', 'name', 'locale') })
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

type Erased = Pick<ShopperRow, 'tags' | 'tastes' | 'origins' | 'erasedAt' | 'tokensNotBefore'> & {
  shopId: string;
  shopperId: string;
};

/** Takes everything that names a person out of their row. */
export const erasePerson = change<Erased>()('erasePerson', (db, t) =>
  db
    .update(t.shoppers)
    .set({
      ...given(t.shoppers, 'tags', 'tastes', 'origins', 'erasedAt', 'tokensNotBefore'),
      externalId: null,
      email: null,
      emailKey: null,
      name: null,
      locale: null,
      timeZone: null,
      birthday: null,
      birthdaySetAt: null,
      newsletter: sql`false`,
      personalised: sql`false`,
      referralCode: null,
    })
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

export const insertErasure = change()('insertErasure', (db, t) =>
  db.insert(t.erasures).values(everyColumn(t.erasures)).onConflictDoNothing(),
);

export const selectErasure = rows<{ shopId: string; digest: string }>()('selectErasure', (db, t) =>
  db
    .select({ shopperId: t.erasures.shopperId })
    .from(t.erasures)
    .where(and(inShop(t.erasures), eq(t.erasures.digest, textArg('digest')))),
);

/** Writes what a profile says, and whether the shopper is blocked. */
export const updatePreferences = change()('updatePreferences', (db, t) =>
  db
    .update(t.shoppers)
    .set({
      ...given(
        t.shoppers,
        'name',
        'email',
        'locale',
        'timeZone',
        'birthday',
        'birthdaySetAt',
        'newsletter',
        'personalised',
        'tags',
        'status',
      ),
    })
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

export const updateStatus = change()('updateStatus', (db, t) =>
  db
    .update(t.shoppers)
    .set({ ...given(t.shoppers, 'status', 'enrolledAt', 'joinedOn') })
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

export const updateEmailKey = change()('updateEmailKey', (db, t) =>
  db
    .update(t.shoppers)
    .set({ ...given(t.shoppers, 'emailKey') })
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

export const setInterests = change()('setTastes', (db, t) =>
  db
    .update(t.shoppers)
    .set({ ...given(t.shoppers, 'tastes') })
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

/** People of a shop who are not erased and nobody else, in the order of our ids. */
export const selectPeople = rows<{ shopId: string; after: string; limit: number }>()(
  'selectPeople',
  (db, t) =>
    db
      .select({ id: t.shoppers.id, externalId: t.shoppers.externalId })
      .from(t.shoppers)
      .where(
        and(
          inShop(t.shoppers),
          sql`${t.shoppers.id} > ${textArg('after')}`,
          sql`${t.shoppers.mergedInto} is null and ${t.shoppers.erasedAt} is null`,
        ),
      )
      .orderBy(asc(t.shoppers.id))
      .limit(arg('limit')),
);
