import type { OrderAnswer, OrderState } from '@okaeri/shared/orders';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { answerStored } from './answer-order.ts';
import { lockOrder, selectAnyOrder, selectOrder } from './rules/queries.ts';
import { readState } from './rules/state-rules.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { OrderRow } from './tables.ts';

/** An order's points as they stand, or undefined when the order is not known. */
export const readOrder = (
  deps: Deps,
  shop: ShopRow,
  orderId: string,
): Promise<OrderAnswer | undefined> =>
  deps.store.read(async (tx) => {
    const known = await first(tx, selectOrder, { shopId: shop.id, id: orderId });
    return known && answerStored(deps, tx, known, { now: nowOf(deps, shop), stale: false });
  });

/** An order as it is stored, for a read that knows whose it may be. */
export const findOrder = (
  tx: Tx,
  key: { shopId: string; id: string },
): Promise<OrderRow | undefined> => first(tx, selectOrder, key);

/** Whether any order of the shop has arrived. */
export const hasOrders = async (tx: Tx, shopId: string): Promise<boolean> =>
  (await first(tx, selectAnyOrder, { shopId })) !== undefined;

/** The state of an order as it was last recorded, locked; undefined where none was. */
export const lockOrderState = async (
  tx: Tx,
  key: { shopId: string; id: string },
): Promise<OrderState | undefined> => {
  const known = await first(tx, lockOrder, key);
  return known && readState(known.state);
};
