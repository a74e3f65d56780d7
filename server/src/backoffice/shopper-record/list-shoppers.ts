import type { ListedShopper, ShopperList, ShoppersQuery } from '@okaeri/shared/shoppers';
import type { ProgramDocument } from '@okaeri/shared/program';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf, toIso } from '../../platform/lib/clock.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { ladderOf } from '../../loyalty/tiers/ladder-rules.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { factsOf, stageOf } from '../../loyalty/shoppers/context-rules.ts';
import { selectShopperById } from '../../loyalty/shoppers/queries.ts';
import { placeOf } from '../../loyalty/shoppers/rank-rules.ts';
import { tierOf } from '../../loyalty/shoppers/shopper-context.ts';
import { wordsOf } from '../../loyalty/shoppers/term-rules.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { countShoppers } from './count-shoppers.ts';
import { narrowed, orderShoppers } from './order-shoppers.ts';
import { searchShoppers } from './search-shoppers.ts';

/**
 * Shoppers in an order, narrowed or not, or those a search finds, by the words it finds them by. Its
 * cost does not grow with the number of shoppers: each page is a stretch of an index. Undefined where
 * the cursor is none of this list's.
 */
export const listShoppers = (
  deps: Deps,
  shop: ShopRow,
  asked: ShoppersQuery,
): Promise<ShopperList | undefined> =>
  deps.store.read(async (tx): Promise<ShopperList | undefined> => {
    const { search, sort, cursor, limit } = asked;
    const words = search === undefined ? [] : wordsOf(search);
    const shopId = shop.id;
    const filter = narrowed(asked);
    const after = cursor === undefined ? undefined : placeOf(cursor, sort);
    if (words.length === 0 && cursor !== undefined && after === undefined) return undefined;
    const page =
      words.length === 0
        ? await orderShoppers(tx, shopId, { ...asked, filter, after })
        : await searchShoppers(tx, shopId, { words, filter, cursor, limit });
    const view = await viewerOf(deps, tx, shop);
    const items: ListedShopper[] = [];
    for (const shopperId of page.ids) {
      const row = await first(tx, selectShopperById, { shopId, shopperId });
      // Whoever was merged or erased a second ago is not shown, although their place is still there.
      if (row?.mergedInto === null && row.erasedAt === null) items.push(await view(row));
    }
    const total =
      asked.counted === 'true' ? await countShoppers(tx, shopId, { words, filter }) : null;
    return { items, nextCursor: page.nextCursor, total };
  });

/** What makes a line of a list out of a row. */
const viewerOf = async (
  deps: Deps,
  tx: Tx,
  shop: ShopRow,
): Promise<(row: ShopperRow) => Promise<ListedShopper>> => {
  const now = nowOf(deps, shop);
  const { document } = await currentProgram(deps, tx, shop);
  return async (row) => {
    const tierId = await tierOf(tx, row, document, now);
    return {
      id: row.externalId,
      guestId: row.externalId === null ? row.id : null,
      name: row.name,
      email: row.email,
      status: row.status,
      tier: tierNamed(document, tierId),
      stage: stageOf(factsOf(row, tierId), document.loop, now),
      available: row.available,
      pending: row.pending,
      orderCount: row.orderCount,
      spendMinor: row.spendMinor,
      lastOrderAt: row.lastOrderAt === null ? null : toIso(row.lastOrderAt),
      tags: row.tags,
      createdAt: isoOf(row.createdAt),
    };
  };
};

function tierNamed(document: ProgramDocument, tierId: string | null): ListedShopper['tier'] {
  const tier = ladderOf(document)?.tiers.find(({ id }) => id === tierId);
  return tier === undefined ? null : { id: tier.id, name: tier.name };
}
