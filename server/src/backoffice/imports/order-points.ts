import type { OrderState } from '@okaeri/shared/orders';
import type { Deps } from '../../deps.ts';
import { loadProgram } from '../../loyalty/program/load-program.ts';
import { NOBODY } from '../../loyalty/shoppers/shopper-context.ts';
import { loadedOrder } from '../../loyalty/orders/rules/apply-order.ts';
import { campaignTimesOf } from '../../loyalty/orders/order-context.ts';
import type { ShopRow } from '../../access/tables.ts';

/**
 * What orders would earn by the programme of today, each for itself: nobody's tier or segments are known
 * before they are written, and no cap is asked. The orders of nobody earn nothing. What is answered throws
 * PointsOutOfRangeError when the points of an order cannot be counted.
 */
export const earningsByToday = async (
  deps: Deps,
  shop: ShopRow,
): Promise<(orderId: string, state: OrderState) => number> => {
  const key = { shopId: shop.id, version: shop.programVersion };
  const document = await deps.store.read((tx) => loadProgram(deps, tx, key));
  return (id, state) => {
    if (!state.shopper?.id && !state.shopper?.email) return 0;
    const { target } = loadedOrder({
      id,
      state,
      document,
      programVersion: key.version,
      isNew: true,
      who: NOBODY,
      toShopRate: state.toShopRate ?? null,
      campaignTimes: campaignTimesOf(state, NOBODY),
    });
    return target.parts.reduce((sum, { desired }) => sum + desired, 0);
  };
};
