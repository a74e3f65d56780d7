import type { SeenItem, SeenKind } from '@okaeri/shared/seen-items';
import { textFor } from '@okaeri/shared/text-for';
import type { OrderRequest } from '@okaeri/shared/orders';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { listProducts } from '../products/read-product.ts';
import { seenItems } from './rules/seen-rules.ts';
import { selectSomeOrders } from './seen-queries.ts';

/** So many orders and products are looked at: a picker answers while somebody types. */
const ORDERS_READ = 500;
const PRODUCTS_READ = 2000;

/** Products, collections or tags to choose among. */
export const listSeen = async (
  deps: Deps,
  of: { shop: ShopRow; kind: SeenKind; search: string },
): Promise<{ items: SeenItem[] }> => {
  const { shop, kind, search } = of;
  const { items } = await listProducts(deps, { shop, limit: PRODUCTS_READ });
  const rows = await deps.store.read((tx) =>
    tx.run(selectSomeOrders, { shopId: shop.id, limit: ORDERS_READ }),
  );
  return {
    items: seenItems({
      kind,
      search,
      products: items.map(({ productId, title, imageUrl, tags, collectionIds }) => ({
        id: productId,
        title: textFor(title, null),
        imageUrl: imageUrl ?? null,
        tags,
        collectionIds,
      })),
      // What is stored has passed the schema.
      orders: rows.map(({ state }) => (state as OrderRequest).lines),
    }),
  };
};
