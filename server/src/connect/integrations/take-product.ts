import { deleteProduct } from '../../loyalty/products/delete-product.ts';
import { putProduct } from '../../loyalty/products/put-product.ts';
import type { Settled } from '../../loyalty/products/product-rules.ts';
import type { Deps } from '../../deps.ts';
import { UnreadableMessageError, type ProductSnapshot } from './contract/platform-event-rules.ts';
import { adapterOf, type ConnectedShop } from './platforms.ts';

/** What came of what a platform told of a product. `doubtful`: only the platform knows how it is now. */
export interface TakenProduct {
  readonly isNews: boolean;
  readonly isDoubtful: boolean;
}

/**
 * Takes a product as a platform tells of it, in any order and any number of times.
 *
 * @throws UnreadableMessageError when there is no room for it
 */
export const takeProduct = async (
  deps: Deps,
  { shop }: ConnectedShop,
  { productId, state }: ProductSnapshot,
  settled?: Settled,
): Promise<TakenProduct> => {
  const known = settled === undefined ? {} : { settled };
  const outcome = await putProduct(deps, { shop, productId, state, body: state, ...known });
  if ('refused' in outcome) throw new UnreadableMessageError(outcome.refused.detail);
  return { isNews: !outcome.ok.stale, isDoubtful: outcome.isDoubtful };
};

/** Asks the platform how a product is now, and takes that: it may be no more. */
export const lookAtProduct = async (
  deps: Deps,
  at: ConnectedShop,
  productId: string,
): Promise<void> => {
  const found = await adapterOf(at.connection).fetchProduct(deps, at, productId);
  if (found === undefined) await deleteProduct(deps, { shop: at.shop, productId });
  else await takeProduct(deps, at, found, 'now');
};
