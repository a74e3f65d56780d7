import { entriesOf } from '@okaeri/shared/records';
import type { ShopperAffairs } from '@okaeri/shared/affairs';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { readMergedShoppers } from './merged-shoppers.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/**
 * What one shopper has and what was said: of each the newest, and no more than `limit`. What merging left under a
 * former id is theirs too, and comes after.
 */
export const readAffairs = (
  deps: Deps,
  shop: ShopRow,
  asked: { row: ShopperRow; limit: number; forAuthor: boolean },
): Promise<ShopperAffairs> =>
  deps.store.read(async (tx): Promise<ShopperAffairs> => {
    const { limit, forAuthor } = asked;
    const shopId = shop.id;
    const { document } = await currentProgram(deps, tx, shop);
    const of = { shopId, document, now: nowOf(deps, shop), limit, forAuthor };
    const parts: Partial<ShopperAffairs>[] = [];
    for (const row of [asked.row, ...(await readMergedShoppers(tx, asked.row))])
      for (const { list } of deps.personalData)
        if (list !== undefined) parts.push(await list(tx, { ...of, shopperId: row.id, row }));
    return joined(parts, limit);
  });

/** A test of `compose-areas.ts` holds that the parts of all areas make the whole. */
const joined = (parts: readonly Partial<ShopperAffairs>[], limit: number): ShopperAffairs => {
  const lists: Partial<Record<keyof ShopperAffairs, unknown[]>> = {};
  for (const part of parts)
    // Not by `push(...items)`: a call takes some ten thousands of arguments and no more.
    for (const [name, items] of entriesOf<keyof ShopperAffairs, readonly unknown[]>(part))
      lists[name] = [...(lists[name] ?? []), ...items];
  for (const list of Object.values(lists)) list.splice(limit);
  return lists as ShopperAffairs;
};
