import type { OrderAnswer } from '@okaeri/shared/orders';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import type { ShopRow } from '../store/rows.ts';
import { first } from '../store/store.ts';
import { answerStored } from './answer-order.ts';
import { selectOrder } from './queries.ts';

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
