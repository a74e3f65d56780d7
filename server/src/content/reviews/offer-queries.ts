import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { arg, change, everyColumn, inShop, rows, textArg } from '../../platform/store/statement.ts';

/** What was offered to this shopper for a review of this product, where anything was shown yet. */
export const selectOffer = rows<{ shopId: string; shopperId: string; productId: string }>()(
  'selectReviewOffer',
  (db, t) =>
    db
      .select()
      .from(t.reviewOffers)
      .where(
        and(
          inShop(t.reviewOffers),
          eq(t.reviewOffers.shopperId, textArg('shopperId')),
          eq(t.reviewOffers.productId, textArg('productId')),
        ),
      ),
);

/** What was offered to this shopper and not taken up, the latest first. */
export const selectOpenOffers = rows<{ shopId: string; shopperId: string; limit: number }>()(
  'selectOpenReviewOffers',
  (db, t) =>
    db
      .select({ offer: t.reviewOffers.offer })
      .from(t.reviewOffers)
      .leftJoin(
        t.reviews,
        and(
          eq(t.reviews.shopId, t.reviewOffers.shopId),
          eq(t.reviews.shopperId, t.reviewOffers.shopperId),
          eq(t.reviews.productId, t.reviewOffers.productId),
        ),
      )
      .where(
        and(
          inShop(t.reviewOffers),
          eq(t.reviewOffers.shopperId, textArg('shopperId')),
          isNull(t.reviews.id),
        ),
      )
      .orderBy(desc(t.reviewOffers.shownAt))
      .limit(arg('limit')),
);

export const insertOffer = change()('insertReviewOffer', (db, t) =>
  db.insert(t.reviewOffers).values(everyColumn(t.reviewOffers)).onConflictDoNothing(),
);

export const deleteOffer = change<{ shopId: string; shopperId: string; productId: string }>()(
  'deleteReviewOffer',
  (db, t) =>
    db
      .delete(t.reviewOffers)
      .where(
        and(
          inShop(t.reviewOffers),
          eq(t.reviewOffers.shopperId, textArg('shopperId')),
          eq(t.reviewOffers.productId, textArg('productId')),
        ),
      ),
);

/** What one was offered is offered to whom they became too, but for products that one was offered something for. */
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

/** What both of two shoppers were offered for one product. */
export const selectOffersOfBoth = rows<{ shopId: string; from: string; to: string }>()(
  'selectReviewOffersOfBoth',
  (db, { reviewOffers: offers }) =>
    db
      .select({ shopperId: offers.shopperId, productId: offers.productId, offer: offers.offer })
      .from(offers)
      .where(
        and(
          inShop(offers),
          sql`${offers.shopperId} in (${arg('from')}, ${arg('to')})`,
          sql`${offers.productId} in (select other.product_id from ${offers} as other where other.shop_id = ${textArg('shopId')} and other.shopper_id = ${textArg('from')})`,
        ),
      ),
);

export const deleteOffersOf = change<{ shopId: string; shopperId: string }>()(
  'deleteReviewOffersOf',
  (db, t) =>
    db
      .delete(t.reviewOffers)
      .where(and(inShop(t.reviewOffers), eq(t.reviewOffers.shopperId, textArg('shopperId')))),
);
