import { readChain } from '../../loyalty/ledger/move-owner.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import type { ShopperRow } from '../../platform/store/rows.ts';
import { first, type Tx } from '../../platform/store/store.ts';

/** Everybody who was merged into a shopper, by however many steps. Their chains name each other. */
export const lockMergedShoppers = async (tx: Tx, heir: ShopperRow): Promise<ShopperRow[]> => {
  const found = new Map([[heir.id, heir]]);
  // A map that grows while it is walked through is walked through to its end.
  for (const shopper of found.values())
    for (const { merge } of await readChain(tx, shopper)) {
      if (merge === null || found.has(merge.shopperId)) continue;
      const key = { shopId: heir.shopId, shopperId: merge.shopperId };
      const row = await first(tx, lockShopper, key);
      if (row !== undefined) found.set(row.id, row);
    }
  found.delete(heir.id);
  return [...found.values()];
};
