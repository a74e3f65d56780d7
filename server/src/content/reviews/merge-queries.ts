import { and, eq, sql } from 'drizzle-orm';
import { arg, change, textArg, inShop } from '../../platform/store/statement.ts';

/** What one was offered is offered to whom they became too, unless that one was offered something for the product. */
export const copyOffersOf = change<{ shopId: string; from: string; to: string }>()(
  'copyReviewOffersOf',
  (db, { reviewOffers: offers }) =>
    db
      .insert(offers)
      .select(
        db
          .select({
            shopId: offers.shopId,
            shopperId: sql<string>`${textArg('to')}`.as('shopper_id'),
            productId: offers.productId,
            offer: offers.offer,
            shownAt: offers.shownAt,
          })
          .from(offers)
          .where(and(inShop(offers), eq(offers.shopperId, textArg('from')))),
      )
      .onConflictDoNothing(),
);

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
