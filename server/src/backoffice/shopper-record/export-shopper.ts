import type { Transaction } from '@okaeri/shared/ledger';
import type { ShopperExport } from '@okaeri/shared/affairs';
import type { MerchantShopper } from '@okaeri/shared/shoppers';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { listTransactions, shownToShopper } from '../../loyalty/ledger/list-transactions.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { listOrdersOf } from '../../loyalty/orders/list-orders.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { readMergedShoppers } from './merged-shoppers.ts';
import { readAffairs } from './read-affairs.ts';
import { merchantView } from './read-shopper.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** Rows fetched at once. */
const PAGE = 200;
/** More than one person can have. */
const EVERYTHING = 1_000_000;

/**
 * Everything kept about one shopper, for them to take along (GDPR, articles 15 and 20), with what was kept of
 * a person who was merged into them.
 */
export const exportShopper = async (
  deps: Deps,
  input: { shop: ShopRow; row: ShopperRow },
): Promise<ShopperExport> => {
  const { shop, row } = input;
  const now = nowOf(deps, shop);
  const merged = await deps.store.read((tx) => readMergedShoppers(tx, row));
  const [shopper, ...former] = await deps.store.read(async (tx) => {
    const { document } = await currentProgram(deps, tx, shop);
    const views: [MerchantShopper, ...MerchantShopper[]] = [
      await merchantView(tx, row, document, now),
    ];
    for (const one of merged) views.push(await merchantView(tx, one, document, now));
    return views;
  });
  const { orders: _, ...affairs } = await readAffairs(deps, shop, {
    row,
    limit: EVERYTHING,
    forAuthor: true,
  });
  const transactions: Transaction[] = [];
  for (const one of [row, ...merged])
    for (const transaction of await allTransactions(deps, one, now)) transactions.push(transaction);
  const orders = await listOrdersOf(deps, { shopId: shop.id, shopperId: row.id });
  return { exportedAt: isoOf(now), shopper, former, ...affairs, transactions, orders };
};

async function allTransactions(
  deps: Deps,
  shopper: ShopperRow,
  now: number,
): Promise<Transaction[]> {
  const transactions: Transaction[] = [];
  let from: Parameters<typeof listTransactions>[1]['from'];
  for (;;) {
    const page = await listTransactions(deps, { shopper, from, limit: PAGE, now });
    transactions.push(...page.items.map(shownToShopper));
    if (page.nextCursor === null) return transactions;
    const [sequence = 0, pending = 0, available = 0] = page.nextCursor.split('_').map(Number);
    from = { sequence, pending, available };
  }
}
