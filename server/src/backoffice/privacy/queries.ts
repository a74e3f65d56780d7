import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { PrivacySettings } from '@okaeri/shared/privacy';
import { arg, change, rows, textArg, inShop, given } from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';

export const setPrivacySettings = change<{
  shopId: string;
  privacySettings: PrivacySettings;
  privacySettingsVersion: number;
}>()('setPrivacySettings', (db, t) =>
  db
    .update(t.shops)
    .set(given(t.shops, 'privacySettings', 'privacySettingsVersion'))
    .where(eq(t.shops.id, textArg('shopId'))),
);

/** Nothing has been heard of them since an instant. */
const silentSince = ({ shoppers }: Tables) =>
  and(
    inShop(shoppers),
    isNull(shoppers.mergedInto),
    isNull(shoppers.erasedAt),
    lt(shoppers.createdAt, arg('before')),
    lt(shoppers.activeAt, arg('before')),
    or(isNull(shoppers.lastOrderAt), lt(shoppers.lastOrderAt, arg('before'))),
  );

type Silent = { shopId: string; before: number; limit: number };

/** Guests of whom nothing has been heard since. */
export const selectInactiveGuests = rows<Silent>()('selectSilentGuests', (db, t) =>
  db
    .select({ id: t.shoppers.id })
    .from(t.shoppers)
    .where(and(silentSince(t), isNull(t.shoppers.externalId)))
    .limit(arg('limit')),
);

/** Members of whom nothing has been heard since, and who have no points left. */
export const selectInactiveMembers = rows<Silent>()('selectSilentMembers', (db, t) =>
  db
    .select({ externalId: t.shoppers.externalId })
    .from(t.shoppers)
    .where(
      and(
        silentSince(t),
        sql`${t.shoppers.externalId} is not null`,
        eq(t.shoppers.available, sql`0`),
        eq(t.shoppers.pending, sql`0`),
        eq(t.shoppers.held, sql`0`),
      ),
    )
    .limit(arg('limit')),
);
