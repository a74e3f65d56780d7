import type { ProgramVersion } from '../../loyalty/program/load-program.ts';
import type { ReviewSettings } from '@okaeri/shared/review-settings';
import { findOrderOf, listArrivedOrders } from '../../loyalty/orders/arrived-orders.ts';
import type { ArrivedOrder } from '../../loyalty/orders/rules/maturity-rules.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { promiseActs } from '../../loyalty/activities/promise-act.ts';
import type { KeptReviewOffer } from './offer-rules.ts';
import { ASKED_FOR_MS, hasBought, ORDERS_LOOKED_AT } from './purchase-rules.ts';
import { insertOffer, selectOffer, selectOpenOffers } from './offer-queries.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** Offers of somebody that are not taken up and count against limits: more than anybody leaves open in earnest. */
const OFFERS_LOOKED_AT = 1000;

/** A shopper and a product: what a review is of. */
export interface Subject {
  readonly shopper: ShopperRow;
  readonly productId: string;
}

/** Orders of a shopper that came lately, the newest first. */
export const loadArrivedOrders = (
  tx: Tx,
  shopper: Pick<ShopperRow, 'shopId' | 'id'>,
  now: number,
): Promise<ArrivedOrder[]> =>
  listArrivedOrders(tx, {
    shopId: shopper.shopId,
    shopperId: shopper.id,
    after: now - ASKED_FOR_MS,
    until: now,
    limit: ORDERS_LOOKED_AT,
  });

/** The order behind a review: the one that was named, if it is the shopper's and has the product, else the newest that has. */
export const findPurchase = async (
  tx: Tx,
  { shopper, productId }: Subject,
  asked: { orderId: string | null; onlyThis: boolean; now: number },
): Promise<string | null> => {
  const { orderId, onlyThis } = asked;
  if (orderId !== null) {
    const key = { shopId: shopper.shopId, shopperId: shopper.id, orderId };
    const state = await findOrderOf(tx, key);
    if (state !== undefined && hasBought(state, productId)) return orderId;
  }
  if (onlyThis) return null;
  const orders = await loadArrivedOrders(tx, shopper, asked.now);
  return orders.find(({ state }) => hasBought(state, productId))?.id ?? null;
};

/** Whether the shopper belongs to the shop: staff, family, anyone who is paid to like it. */
export const isInsider = (shopper: ShopperRow, settings: ReviewSettings): boolean =>
  shopper.tags.some((tag) => settings.insiderTags.includes(tag));

/**
 * What this shopper was offered for a review of this product: as it was first shown, or
 * as it is now, which is then kept. Insiders are offered nothing. Where limits leave nothing, that is not kept, as there
 * may be room by the time it is written; then it is final.
 */
export const getOrCreateOffer = async (
  tx: Tx,
  { shopper, productId }: Subject,
  asked: { program: ProgramVersion; settings: ReviewSettings; now: number; isFinal?: boolean },
): Promise<KeptReviewOffer | null> => {
  const { program, settings, now, isFinal = false } = asked;
  if (isInsider(shopper, settings)) return null;
  const person = { shopId: shopper.shopId, shopperId: shopper.id };
  const known = await first(tx, selectOffer, { ...person, productId });
  if (known !== undefined) return known.offer;
  const { points, offer, isLimited } = await promiseActs(tx, {
    shopper,
    program,
    kinds: ['review', 'photo'],
    promised: async () =>
      (await tx.run(selectOpenOffers, { ...person, limit: OFFERS_LOOKED_AT })).map(
        (row) => row.offer,
      ),
    now,
  });
  const { review = 0, photo = 0 } = points;
  const made: KeptReviewOffer = { points: review, photoPoints: photo, ...offer };
  if (isLimited && review + photo === 0 && !isFinal) return null;
  await tx.run(insertOffer, { ...person, productId, offer: made, shownAt: now });
  return made;
};
