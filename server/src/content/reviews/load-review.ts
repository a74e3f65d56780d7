import type { ProgramVersion } from '../../loyalty/program/load-program.ts';
import type { ReviewSettings } from '@okaeri/shared/review-settings';
import type { ReviewOffer } from '@okaeri/shared/reviews';
import type { ActivityTerms } from '../../loyalty/activities/activity-rules.ts';
import { findOrderOf, listArrivedOrders } from '../../loyalty/orders/arrived-orders.ts';
import type { ArrivedOrder } from '../../loyalty/orders/rules/maturity-rules.ts';
import { contextOf } from '../../loyalty/shoppers/shopper-context.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { offerOf } from './offer-rules.ts';
import { ASKED_FOR_MS, hasBought, ORDERS_LOOKED_AT } from './purchase-rules.ts';
import { insertOffer, selectOffer } from './queries.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

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

/** The terms under which acts of this shopper would be judged now. */
const actTermsOf = async (
  tx: Tx,
  shopper: ShopperRow,
  program: ProgramVersion,
  now: number,
): Promise<ActivityTerms> => ({
  document: program.document,
  programVersion: program.version,
  who: await contextOf(tx, shopper, program.document, now),
  place: { channel: null, market: null },
});

/**
 * What this shopper was offered for a review of this product: as it was first shown, or
 * as it is now, which is then kept. Insiders are offered nothing.
 */
export const getOrCreateOffer = async (
  tx: Tx,
  { shopper, productId }: Subject,
  asked: { program: ProgramVersion; settings: ReviewSettings; now: number },
): Promise<ReviewOffer | null> => {
  const { program, settings, now } = asked;
  if (isInsider(shopper, settings)) return null;
  const key = { shopId: shopper.shopId, shopperId: shopper.id, productId };
  const known = await first(tx, selectOffer, key);
  if (known !== undefined) return known.offer;
  const offer = offerOf(await actTermsOf(tx, shopper, program, now), now);
  await tx.run(insertOffer, { ...key, offer, shownAt: now });
  return offer;
};
