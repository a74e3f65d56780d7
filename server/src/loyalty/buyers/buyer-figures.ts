import type { BuyerFigures } from '@okaeri/shared/segments';
import { dayOf } from '../../platform/lib/calendar.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { selectBuyer, selectBuyerScale } from './queries.ts';
import { measureBuyer } from './scale-rules.ts';

/**
 * What the shop's figures say of a shopper: the shop's part as it was taken last, the shopper's as it is now. Nothing of
 * whoever has said no to it (E28), belongs to the shop (E9) or has bought nothing.
 */
export const figuresOf = async (
  tx: Tx,
  shopper: ShopperRow,
  now: number,
): Promise<BuyerFigures | null> => {
  if (!shopper.personalised) return null;
  const { shopId, id: shopperId } = shopper;
  const kept = await first(tx, selectBuyerScale, { shopId });
  if (kept === undefined) return null;
  const scale = kept.document;
  if (shopper.tags.some((tag) => scale.insiderTags.includes(tag))) return null;
  const buyer = await first(tx, selectBuyer, { shopId, shopperId });
  if (buyer?.firstDay == null || buyer.lastDay === null || buyer.knownFrom === null) return null;
  const { firstDay, lastDay, knownFrom } = buyer;
  return measureBuyer(
    scale,
    { ...buyer, firstDay, lastDay, knownFrom },
    dayOf(now, scale.timeZone),
  );
};
