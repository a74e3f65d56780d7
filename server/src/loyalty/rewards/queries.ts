import { and, asc, desc, eq, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  rows,
  textArg,
  one,
  given,
  inShop,
  byKey,
} from '../../platform/store/statement.ts';

export const insertRedemption = change()('insertRedemption', (db, t) =>
  db.insert(t.redemptions).values(everyColumn(t.redemptions)),
);

export const selectRedemption = rows<{ shopId: string; id: string }>()(
  'selectRedemption',
  (db, t) => db.select().from(t.redemptions).where(byKey(t.redemptions)),
);

export const selectRedemptionByCode = rows<{ shopId: string; codeDigest: string }>()(
  'selectRedemptionByCode',
  (db, t) =>
    db
      .select({ redemption: t.redemptions, externalShopperId: t.shoppers.externalId })
      .from(t.redemptions)
      .innerJoin(
        t.shoppers,
        and(
          eq(t.shoppers.shopId, t.redemptions.shopId),
          eq(t.shoppers.id, t.redemptions.shopperId),
        ),
      )
      .where(and(inShop(t.redemptions), eq(t.redemptions.codeDigest, textArg('codeDigest')))),
);

/** Takes what the shop wrote about an erased person's redemptions out of them. */
export const eraseRedemptionNotes = change<{ shopId: string; shopperId: string }>()(
  'eraseRedemptionNotes',
  (db, t) =>
    db
      .update(t.redemptions)
      .set({ note: null })
      .where(and(inShop(t.redemptions), eq(t.redemptions.shopperId, textArg('shopperId')))),
);

export const setRedemptionUses = change()('setRedemptionUses', (db, t) =>
  db
    .update(t.redemptions)
    .set({ ...given(t.redemptions, 'orderId', 'uses') })
    .where(byKey(t.redemptions)),
);

export const setRedemptionCode = change()('setRedemptionCode', (db, t) =>
  db
    .update(t.redemptions)
    .set({ ...given(t.redemptions, 'code', 'codeDigest', 'note') })
    .where(byKey(t.redemptions)),
);

/** A code of a reward's pool that nobody has, locked; two who ask at once get two. */
export const lockWaitingCode = rows<{ shopId: string; rewardId: string }>()(
  'lockWaitingCode',
  (db, t) =>
    forUpdate(
      db
        .select({
          shopId: t.poolCodes.shopId,
          codeDigest: t.poolCodes.codeDigest,
          code: t.poolCodes.code,
        })
        .from(t.poolCodes)
        .where(
          and(
            inShop(t.poolCodes),
            eq(t.poolCodes.rewardId, textArg('rewardId')),
            sql`redemption_id is null`,
          ),
        )
        .orderBy(asc(t.poolCodes.codeDigest))
        .limit(one),
      { skipLocked: true },
    ),
);

export const takePoolCode = change()('takePoolCode', (db, t) =>
  db
    .update(t.poolCodes)
    .set({ ...given(t.poolCodes, 'redemptionId') })
    .where(and(inShop(t.poolCodes), eq(t.poolCodes.codeDigest, textArg('codeDigest')))),
);

/** Gives a row only where the code was not there yet. */
export const insertPoolCode = rows()('insertPoolCode', (db, t) =>
  db
    .insert(t.poolCodes)
    .values(everyColumn(t.poolCodes))
    .onConflictDoNothing()
    .returning({ codeDigest: t.poolCodes.codeDigest }),
);

/** What a shopper has taken, the newest first. */
export const selectRedemptionsOf = rows<{ shopId: string; shopperId: string; limit: number }>()(
  'selectRedemptionsOf',
  (db, t) =>
    db
      .select()
      .from(t.redemptions)
      .where(and(inShop(t.redemptions), eq(t.redemptions.shopperId, textArg('shopperId'))))
      .orderBy(desc(t.redemptions.createdAt), desc(t.redemptions.id))
      .limit(arg('limit')),
);

/** Ids of everything a shopper has taken. */
export const selectRedemptionIds = rows<{ shopId: string; shopperId: string }>()(
  'selectRedemptionIds',
  (db, t) =>
    db
      .select({ id: t.redemptions.id })
      .from(t.redemptions)
      .where(and(inShop(t.redemptions), eq(t.redemptions.shopperId, textArg('shopperId')))),
);
