import type {
  HistoryPage,
  ListedMerchantTransaction,
  ListedTransaction,
  MerchantTransaction,
  Page,
} from '@okaeri/shared/ledger';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import {
  listTogether,
  listTransactions,
  shownToShopper,
} from '../../loyalty/ledger/list-transactions.ts';
import { listBought } from '../../loyalty/orders/list-bought.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

type Asked = Pick<Parameters<typeof listTransactions>[1], 'from' | 'limit'> & {
  shop: ShopRow;
  shopper: ShopperRow;
};

/** A page of a shopper's history as the merchant sees it, each row of an order with what was bought with it. */
export const readHistory = async (
  deps: Deps,
  { shop, ...query }: Asked,
): Promise<Page<ListedMerchantTransaction>> => {
  const page = await listTransactions(deps, { ...query, now: nowOf(deps, shop) });
  const withBought = await boughtBy(deps, query.shopper, page.items);
  return { ...page, items: page.items.map(withBought) };
};

/** The same as its shopper sees it: what belongs together comes together. */
export const readOwnHistory = async (
  deps: Deps,
  { shop, ...query }: Asked,
): Promise<HistoryPage> => {
  const page = await listTogether(deps, { ...query, now: nowOf(deps, shop) });
  // What is earlier is of orders that are on the page.
  const withBought = await boughtBy(deps, query.shopper, page.items);
  const shown = (row: MerchantTransaction): ListedTransaction => shownToShopper(withBought(row));
  return { ...page, items: page.items.map(shown), earlier: page.earlier.map(shown) };
};

/** Reads what was bought with the orders that rows are of, and gives what adds it to a row. */
async function boughtBy(
  deps: Deps,
  { shopId, id: shopperId }: ShopperRow,
  rows: readonly MerchantTransaction[],
): Promise<(row: MerchantTransaction) => ListedMerchantTransaction> {
  const orderIds = rows.flatMap(({ source }) => (source?.kind === 'order' ? [source.id] : []));
  const bought = await deps.store.read((tx) => listBought(tx, { shopId, shopperId }, orderIds));
  return (row) => ({
    ...row,
    bought: (row.source?.kind === 'order' && bought.get(row.source.id)) || [],
  });
}
