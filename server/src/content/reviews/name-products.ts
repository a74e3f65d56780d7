import type { NamedProduct } from '@okaeri/shared/products';
import { textFor } from '@okaeri/shared/text-for';
import { loadNames } from '../../loyalty/products/read-product.ts';
import type { Tx } from '../../platform/store/store.ts';

/** What a product is called for a shopper, and what is told of it. */
interface ShownProduct {
  readonly title: string | null;
  readonly product: NamedProduct | null;
}

/**
 * Finds out what products are called for a shopper: as they were told of, in the shopper's language where it is
 * told in it, else as they were called when they were bought.
 */
export const loadShownProducts = async (
  tx: Tx,
  reader: { readonly shopId: string; readonly locale: string | null },
  productIds: readonly string[],
): Promise<(productId: string, boughtAs: string | null) => ShownProduct> => {
  const names = await loadNames(tx, reader.shopId, productIds);
  return (productId, boughtAs) => {
    const product = names.get(productId) ?? null;
    return { title: (product && textFor(product.title, reader.locale)) ?? boughtAs, product };
  };
};

/** The same of products one is asked about. */
export const withNames = async <Asked extends { productId: string; title: string | null }>(
  tx: Tx,
  reader: { readonly shopId: string; readonly locale: string | null },
  asked: readonly Asked[],
): Promise<(Asked & ShownProduct)[]> => {
  const productIds = asked.map(({ productId }) => productId);
  const shown = await loadShownProducts(tx, reader, productIds);
  return asked.map((one) => ({ ...one, ...shown(one.productId, one.title) }));
};
