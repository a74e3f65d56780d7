import type { OrderAnswer } from '@okaeri/shared/orders';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { selectAwardBySource } from '../ledger/queries.ts';
import { loadProgram } from '../program/load-program.ts';
import type { ShopRow } from '../store/rows.ts';
import { first } from '../store/store.ts';
import { awardAt, toAnswer } from './apply-order.ts';
import { selectOrder } from './queries.ts';
import { readState } from './state-rules.ts';

/** An order's points as they stand, or undefined when the order is not known. */
export const readOrder = (
  deps: Deps,
  shop: ShopRow,
  orderId: string,
): Promise<OrderAnswer | undefined> =>
  deps.store.read(async (tx) => {
    const known = await first(tx, selectOrder, { shopId: shop.id, id: orderId });
    if (known === undefined) return undefined;
    const version = known.programVersion;
    const document = await loadProgram(deps, tx, { shopId: shop.id, version });
    const state = readState(known.state);
    const source = { sourceKind: 'order', sourceId: known.id };
    const row =
      known.shopperId === null
        ? undefined
        : await first(tx, selectAwardBySource, {
            shopId: shop.id,
            shopperId: known.shopperId,
            ...source,
          });
    return toAnswer({
      order: { id: known.id, state, document, programVersion: version },
      award: row && awardAt(row, nowOf(deps, shop)),
      shopperId: state.shopper?.id ?? null,
      stale: false,
      warnings: [],
    });
  });
