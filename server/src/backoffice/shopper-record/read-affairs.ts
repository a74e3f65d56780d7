import type { ShopperAffairs } from '@okaeri/shared/affairs';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { loadProgram } from '../../loyalty/program/load-program.ts';
import type { ShopRow, ShopperRow } from '../../platform/store/rows.ts';

/** What one shopper has and what was said: of each the newest, and no more than `limit`. */
export const readAffairs = (
  deps: Deps,
  shop: ShopRow,
  asked: { row: ShopperRow; limit: number; forAuthor: boolean },
): Promise<ShopperAffairs> =>
  deps.store.read(async (tx): Promise<ShopperAffairs> => {
    const { row, limit, forAuthor } = asked;
    const key = { shopId: shop.id, version: shop.programVersion };
    const document = await loadProgram(deps, tx, key);
    const of = { shopId: shop.id, shopperId: row.id, row, document, now: nowOf(deps, shop) };
    const parts: Partial<ShopperAffairs>[] = [];
    for (const { list } of deps.people)
      if (list !== undefined) parts.push(await list(tx, { ...of, limit, forAuthor }));
    // `areas.ts` holds that the parts of all areas make the whole.
    return Object.assign({}, ...parts) as ShopperAffairs;
  });
