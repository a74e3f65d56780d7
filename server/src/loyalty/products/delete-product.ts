import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { takeProductNews } from './put-product.ts';
import type { ShopRow } from '../../access/tables.ts';

/**
 * Takes a product out. States from before come to nothing, also those that arrive later; a newer one brings it
 * back. Where nobody says when it was, it is now, and later than all that is known.
 */
export const deleteProduct = async (
  deps: Deps,
  input: { shop: ShopRow; productId: string; at?: number | undefined },
): Promise<void> => {
  const { shop, productId, at } = input;
  await deps.store.write((tx) =>
    takeProductNews(tx, { shopId: shop.id, id: productId }, ({ updatedAt }) => ({
      kind: 'deleted',
      at: at ?? Math.max(updatedAt, nowOf(deps, shop)),
    })),
  );
};
