import type {
  BoughtLine,
  HistoryPage,
  LedgerRow,
  ListedMerchantTransaction,
  ListedTransaction,
  MerchantTransaction,
  Page,
} from '@okaeri/shared/ledger';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import {
  listLedger,
  listTogether,
  listTransactions,
  shownToShopper,
} from '../../loyalty/ledger/list-transactions.ts';
import { settledRow } from '../../loyalty/ledger/settle-due.ts';
import { listBought } from '../../loyalty/orders/list-bought.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** What a row is about. */
type Sourced = Pick<MerchantTransaction, 'source'>;

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
  const boughtOf = await boughtBy(deps, query.shopper, page.items);
  return { ...page, items: page.items.map((row) => ({ ...row, bought: boughtOf(row) })) };
};

/**
 * Everything that moved, as the merchant's team sees it. What has fallen due is posted before: the newest row
 * leaves what stands above it as the balance.
 */
export const readLedger = async (
  deps: Deps,
  { shop, ...query }: Asked,
): Promise<Page<LedgerRow>> => {
  const now = nowOf(deps, shop);
  // A page further down begins where the one before it ended.
  const isFirst = query.from === undefined;
  const shopper = isFirst ? await settledRow(deps, query.shopper, now) : query.shopper;
  const page = await listLedger(deps, { ...query, shopper, now });
  const boughtOf = await boughtBy(deps, shopper, page.items);
  return { ...page, items: page.items.map((row) => ({ ...row, bought: boughtOf(row) })) };
};

/** The same as its shopper sees it: what belongs together comes together. */
export const readOwnHistory = async (
  deps: Deps,
  { shop, ...query }: Asked,
): Promise<HistoryPage> => {
  const page = await listTogether(deps, { ...query, now: nowOf(deps, shop) });
  // What is earlier is of orders that are on the page.
  const boughtOf = await boughtBy(deps, query.shopper, page.items);
  const shown = (row: MerchantTransaction): ListedTransaction =>
    shownToShopper({ ...row, bought: boughtOf(row) });
  return { ...page, items: page.items.map(shown), earlier: page.earlier.map(shown) };
};

/** Reads what was bought with the orders that rows are of, and gives what finds it for a row. */
async function boughtBy(
  deps: Deps,
  { shopId, id: shopperId }: ShopperRow,
  rows: readonly Sourced[],
): Promise<(row: Sourced) => readonly BoughtLine[]> {
  const orderIds = rows.flatMap(({ source }) => (source?.kind === 'order' ? [source.id] : []));
  const bought = await deps.store.read((tx) => listBought(tx, { shopId, shopperId }, orderIds));
  return ({ source }) => (source?.kind === 'order' && bought.get(source.id)) || [];
}
