import type { Page } from '@okaeri/shared/ledger';
import type { NamedProduct, Product } from '@okaeri/shared/products';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { isThere, nameOf, readProductState } from './product-rules.ts';
import {
  IDS_MAX,
  selectProduct,
  selectProductsAfter,
  selectProductsById,
  toPlaces,
} from './queries.ts';
import type { ShopRow } from '../../access/tables.ts';

/** A product as it stands; undefined where there is none. */
export const readProduct = (
  deps: Deps,
  shop: ShopRow,
  productId: string,
): Promise<Product | undefined> =>
  deps.store.read(async (tx) => {
    const row = await first(tx, selectProduct, { shopId: shop.id, id: productId });
    return row !== undefined && isThere(row)
      ? { productId, ...readProductState(row.state) }
      : undefined;
  });

/** The products of a shop in the order of their ids. The cursor is the last one. */
export const listProducts = (
  deps: Deps,
  asked: { shop: ShopRow; cursor?: string | undefined; limit: number },
): Promise<Page<Product>> =>
  deps.store.read(async (tx) => {
    const { shop, cursor: after = '', limit } = asked;
    const found = await tx.run(selectProductsAfter, { shopId: shop.id, after, limit: limit + 1 });
    const items = found
      .slice(0, limit)
      .map((row) => ({ productId: row.id, ...readProductState(row.state) }));
    const nextCursor = found.length > limit ? (items.at(-1)?.productId ?? null) : null;
    return { items, nextCursor };
  });

/** What products are called and where they are, by their ids: of those anybody has told of. */
export const loadNames = async (
  tx: Tx,
  shopId: string,
  productIds: Iterable<string>,
): Promise<ReadonlyMap<string, NamedProduct>> => {
  const ids = [...new Set(productIds)];
  const names = new Map<string, NamedProduct>();
  for (let from = 0; from < ids.length; from += IDS_MAX) {
    const some = toPlaces(ids.slice(from, from + IDS_MAX));
    for (const row of await tx.run(selectProductsById, { shopId, ...some })) {
      const name = nameOf(row);
      if (name !== undefined) names.set(row.id, name);
    }
  }
  return names;
};
