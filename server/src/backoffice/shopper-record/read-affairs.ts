import type { ShopperAffairs } from '@okaeri/shared/affairs';
import { nowOf } from '../../access/shop-clock.ts';
import { listContacts } from '../../loyalty/contacts/list-contacts.ts';
import type { Deps } from '../../deps.ts';
import { listLots } from '../../loyalty/ledger/list-lots.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { listLatestOrders } from '../../loyalty/orders/list-orders.ts';
import { loadProgram } from '../../loyalty/program/load-program.ts';
import { listWrittenPosts } from '../../content/questions/list-written.ts';
import { listWrittenReviews } from '../../content/reviews/list-written.ts';
import { listRedemptionsOf } from '../../loyalty/rewards/list-redemptions.ts';
import type { ShopRow, ShopperRow } from '../../platform/store/rows.ts';

/** What one shopper has and what was said: of each the newest, and no more than `limit`. */
export const readAffairs = (
  deps: Deps,
  shop: ShopRow,
  asked: { row: ShopperRow; limit: number; forAuthor: boolean },
): Promise<ShopperAffairs> =>
  deps.store.read(async (tx): Promise<ShopperAffairs> => {
    const { row, limit, forAuthor } = asked;
    const of = { shopId: shop.id, shopperId: row.id, limit };
    const key = { shopId: shop.id, version: shop.programVersion };
    const document = await loadProgram(deps, tx, key);
    return {
      lots: await listLots(tx, await openBook(tx, row, nowOf(deps, shop)), limit),
      orders: await listLatestOrders(tx, of),
      redemptions: await listRedemptionsOf(tx, of, document),
      reviews: await listWrittenReviews(tx, { ...of, forAuthor }),
      posts: await listWrittenPosts(tx, of),
      ...(await listContacts(tx, of)),
    };
  });
