import { selectMergedInto } from '../../loyalty/shoppers/merge-queries.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** Everybody who was merged into a shopper, by however many steps: guests whose address they proved, too. */
export const readMergedShoppers = async (tx: Tx, heir: ShopperRow): Promise<ShopperRow[]> => {
  const { shopId } = heir;
  const found = new Map([[heir.id, heir]]);
  // A map that grows while it is walked through is walked through to its end.
  for (const shopper of found.values())
    for (const row of await tx.run(selectMergedInto, { shopId, shopperId: shopper.id }))
      if (!found.has(row.id)) found.set(row.id, row);
  found.delete(heir.id);
  return [...found.values()];
};
