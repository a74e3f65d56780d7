import { selectMergesOf } from '../../loyalty/ledger/history-queries.ts';
import { selectShopperById } from '../../loyalty/shoppers/queries.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** Everybody who was merged into a shopper, by however many steps. Their chains name each other. */
export const readMergedShoppers = async (tx: Tx, heir: ShopperRow): Promise<ShopperRow[]> => {
  const { shopId } = heir;
  const found = new Map([[heir.id, heir]]);
  // A map that grows while it is walked through is walked through to its end.
  for (const shopper of found.values())
    for (const { merge } of await tx.run(selectMergesOf, { shopId, shopperId: shopper.id })) {
      if (merge === null || found.has(merge.shopperId)) continue;
      const row = await first(tx, selectShopperById, { shopId, shopperId: merge.shopperId });
      if (row !== undefined) found.set(row.id, row);
    }
  found.delete(heir.id);
  return [...found.values()];
};
