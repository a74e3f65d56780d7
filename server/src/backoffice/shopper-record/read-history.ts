import type { ListedMerchantTransaction, Page } from '@okaeri/shared/ledger';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { listTransactions } from '../../loyalty/ledger/list-transactions.ts';
import { listBought } from '../../loyalty/orders/list-bought.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** A page of a shopper's history, each row of an order with what was bought with it. */
export const readHistory = async (
  deps: Deps,
  asked: Pick<Parameters<typeof listTransactions>[1], 'from' | 'limit'> & {
    shop: ShopRow;
    shopper: ShopperRow;
  },
): Promise<Page<ListedMerchantTransaction>> => {
  const { shop, ...query } = asked;
  const { shopId, id: shopperId } = query.shopper;
  const page = await listTransactions(deps, { ...query, now: nowOf(deps, shop) });
  const orderIds = page.items.flatMap(({ source }) =>
    source?.kind === 'order' ? [source.id] : [],
  );
  const bought = await deps.store.read((tx) => listBought(tx, { shopId, shopperId }, orderIds));
  const items = page.items.map((row) => ({
    ...row,
    bought: (row.source?.kind === 'order' && bought.get(row.source.id)) || [],
  }));
  return { ...page, items };
};
