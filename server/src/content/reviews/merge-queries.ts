import { and, eq, sql } from 'drizzle-orm';
import { arg, change, textArg, inShop } from '../../platform/store/statement.ts';

export const moveReviewsOf = change<{ shopId: string; from: string; to: string }>()(
  'moveReviewsOf',
  (db, t) =>
    db
      .update(t.reviews)
      .set({ shopperId: sql`${arg('to')}` })
      .where(
        and(
          inShop(t.reviews),
          eq(t.reviews.shopperId, textArg('from')),
          sql`${t.reviews.productId} not in (select known.product_id from ${t.reviews} as known where known.shop_id = ${textArg('shopId')} and known.shopper_id = ${textArg('to')})`,
        ),
      ),
);
