import type { ShopperExport } from '@okaeri/shared/shoppers';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { listTransactions } from '../ledger/list-transactions.ts';
import { isoOf } from '../lib/clock.ts';
import { listOrdersOf } from '../orders/list-orders.ts';
import type { ShopRow, ShopperRow } from '../store/rows.ts';
import { readShopper } from './read-shopper.ts';

/** Rows fetched at once. */
const PAGE = 200;

/** Everything kept about one shopper, for them to take along (GDPR, articles 15 and 20). */
export const exportShopper = async (
  deps: Deps,
  input: { shop: ShopRow; row: ShopperRow; externalId: string },
): Promise<ShopperExport | undefined> => {
  const { shop, row, externalId } = input;
  const shopper = await readShopper(deps, shop, externalId);
  if (shopper === undefined) return undefined;
  const now = nowOf(deps, shop);
  const transactions = [];
  let from: Parameters<typeof listTransactions>[1]['from'];
  for (;;) {
    const page = await listTransactions(deps, { shopper: row, from, limit: PAGE, now });
    transactions.push(...page.items);
    if (page.nextCursor === null) break;
    const [sequence = 0, pending = 0, available = 0] = page.nextCursor.split('_').map(Number);
    from = { sequence, pending, available };
  }
  const orders = await listOrdersOf(deps, { shopId: shop.id, shopperId: row.id });
  return { exportedAt: isoOf(now), shopper, transactions, orders };
};
