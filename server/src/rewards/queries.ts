import { and, eq, sql } from 'drizzle-orm';
import { arg, change, everyColumn, rows, textArg } from '../store/statement.ts';

export const insertRedemption = change()('insertRedemption', (db, t) =>
  db.insert(t.redemptions).values(everyColumn(t.redemptions)),
);

export const selectRedemption = rows<{ shopId: string; id: string }>()(
  'selectRedemption',
  (db, t) =>
    db
      .select()
      .from(t.redemptions)
      .where(and(eq(t.redemptions.shopId, textArg('shopId')), eq(t.redemptions.id, textArg('id')))),
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
      .where(
        and(
          eq(t.redemptions.shopId, textArg('shopId')),
          eq(t.redemptions.codeDigest, textArg('codeDigest')),
        ),
      ),
);

export const setRedemptionOrder = change()('setRedemptionOrder', (db, t) =>
  db
    .update(t.redemptions)
    .set({ orderId: sql`${arg('orderId')}` })
    .where(and(eq(t.redemptions.shopId, textArg('shopId')), eq(t.redemptions.id, textArg('id')))),
);
