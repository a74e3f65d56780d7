import { and, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
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

export const lockReferral = rows<{ shopId: string; orderId: string }>()('lockReferral', (db, t) =>
  forUpdate(
    db
      .select()
      .from(t.referrals)
      .where(and(inShop(t.referrals), eq(t.referrals.orderId, textArg('orderId')))),
  ),
);

export const insertReferral = change()('insertReferral', (db, t) =>
  db.insert(t.referrals).values(everyColumn(t.referrals)),
);

/** By which referrals somebody came, the earliest first. */
export const selectReferralOfFriend = rows<{ shopId: string; friendId: string }>()(
  'selectReferralOfFriend',
  (db, t) =>
    db
      .select()
      .from(t.referrals)
      .where(and(inShop(t.referrals), eq(t.referrals.friendId, textArg('friendId'))))
      .orderBy(t.referrals.createdAt),
);

/** Referrals a shopper is one side of, the newest first. */
export const selectReferralsOf = rows<{ shopId: string; shopperId: string; limit: number }>()(
  'selectReferralsOf',
  (db, { referrals }) =>
    db
      .select({
        referrerId: referrals.referrerId,
        state: referrals.state,
        createdAt: referrals.createdAt,
      })
      .from(referrals)
      .where(
        and(
          inShop(referrals),
          or(
            eq(referrals.referrerId, textArg('shopperId')),
            eq(referrals.friendId, textArg('shopperId')),
          ),
        ),
      )
      .orderBy(desc(referrals.createdAt))
      .limit(arg('limit')),
);

export const deleteReferralsOfImport = change()('deleteReferralsOfImport', (db, t) =>
  db
    .delete(t.referrals)
    .where(and(inShop(t.referrals), sql`${t.referrals.orderId} like ${arg('orders')}`)),
);

export const decideReferral = change()('decideReferral', (db, t) =>
  db
    .update(t.referrals)
    .set({
      ...given(t.referrals, 'state', 'decisions', 'decidedAt'),
      version: sql`${t.referrals.version} + 1`,
    })
    .where(and(inShop(t.referrals), eq(t.referrals.orderId, textArg('orderId')))),
);

/** Referrals that came from one address since an instant. */
export const countFromAddress = rows<{ shopId: string; digest: string; since: number }>()(
  'countFromAddress',
  (db, t) =>
    db
      .select({ count: sql<number>`cast(count(*) as integer)` })
      .from(t.referrals)
      .where(
        and(
          inShop(t.referrals),
          eq(t.referrals.addressDigest, textArg('digest')),
          gt(t.referrals.createdAt, arg('since')),
        ),
      ),
);

/** Referrals of one shopper since an instant, by what became of them. */
export const countOfReferrer = rows<{ shopId: string; referrerId: string; since: number }>()(
  'countOfReferrer',
  (db, t) =>
    db
      .select({ state: t.referrals.state, count: sql<number>`cast(count(*) as integer)` })
      .from(t.referrals)
      .where(
        and(
          inShop(t.referrals),
          eq(t.referrals.referrerId, textArg('referrerId')),
          gt(t.referrals.createdAt, arg('since')),
        ),
      )
      .groupBy(t.referrals.state),
);

/** Referrals in a state, the newest first, with the merchant's ids of both people. */
export const selectReferrals = rows<{
  shopId: string;
  state: string;
  before: number;
  beforeId: string;
  limit: number;
}>()('selectReferrals', (db, t) =>
  db
    .select()
    .from(t.referrals)
    .where(
      and(
        inShop(t.referrals),
        eq(t.referrals.state, textArg('state')),
        or(
          lt(t.referrals.createdAt, arg('before')),
          and(
            eq(t.referrals.createdAt, arg('before')),
            lt(t.referrals.orderId, textArg('beforeId')),
          ),
        ),
      ),
    )
    .orderBy(desc(t.referrals.createdAt), desc(t.referrals.orderId))
    .limit(arg('limit')),
);

export const selectShopperIdByReferralCode = rows<{ shopId: string; code: string }>()(
  'selectShopperIdByReferralCode',
  (db, t) =>
    db
      .select({ id: t.shoppers.id })
      .from(t.shoppers)
      .where(and(inShop(t.shoppers), eq(t.shoppers.referralCode, textArg('code')))),
);

export const setReferralCode = change()('setReferralCode', (db, t) =>
  db
    .update(t.shoppers)
    .set({ referralCode: sql`${arg('code')}` })
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

/** Referrals of a merged shopper are the other's from then on, on either side. */
export const moveReferrers = change()('moveReferrers', (db, t) =>
  db
    .update(t.referrals)
    .set({ referrerId: sql`${arg('to')}` })
    .where(and(inShop(t.referrals), eq(t.referrals.referrerId, textArg('from')))),
);

export const moveFriends = change()('moveFriends', (db, t) =>
  db
    .update(t.referrals)
    .set({ friendId: sql`${arg('to')}` })
    .where(and(inShop(t.referrals), eq(t.referrals.friendId, textArg('from')))),
);
