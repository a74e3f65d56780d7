import type { Refusal } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import type { ProductAnswer, ProductState } from '@okaeri/shared/products';
import type { Deps } from '../../deps.ts';
import { keepWords } from '../../platform/lib/left-out.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  afterNews,
  isThere,
  readProductState,
  UNKNOWN,
  type AfterNews,
  type KnownProduct,
  type ProductNews,
  type Settled,
} from './product-rules.ts';
import {
  changeProductTally,
  insertProduct,
  lockProduct,
  lockProductTally,
  touchProductTally,
  updateProduct,
} from './queries.ts';
import type { ShopRow } from '../../access/tables.ts';

/** A state of a product as it came. */
export interface ProductInput {
  readonly shop: ShopRow;
  readonly productId: string;
  readonly state: ProductState;
  /** The body as it came: it is kept, and its canonical form settles ties. */
  readonly body: unknown;
  readonly settled?: Settled;
}

export type PutProductOutcome =
  | { readonly ok: ProductAnswer; readonly created: boolean; readonly isDoubtful: boolean }
  | { readonly refused: Refusal };

/** What came of something that was told of a product. */
type TakenNews = (AfterNews & { readonly created: boolean }) | { readonly refused: Refusal };

const FULL: { refused: Refusal } = {
  refused: {
    code: 'tooManyDefinitions',
    detail: `A shop tells of ${LIMITS.productsMax} products at most.`,
  },
};

/**
 * Takes the full present state of a product. Safe to call any number of times and in any order: the newest state
 * is what is known.
 */
export const putProduct = (deps: Deps, input: ProductInput): Promise<PutProductOutcome> =>
  deps.store.write(async (tx): Promise<PutProductOutcome> => {
    const { shop, productId, state, settled } = input;
    const { body, warnings } = keepWords(input.body, state);
    const mark = { updatedAt: Date.parse(state.updatedAt), body };
    const key = { shopId: shop.id, id: productId };
    const taken = await takeProductNews(tx, key, () => ({
      kind: 'state',
      mark,
      ...(settled !== undefined && { settled }),
    }));
    if ('refused' in taken) return taken;
    const stale = taken.standing === 'stale' || !isThere(taken.known);
    const { created, isDoubtful } = taken;
    return { ok: { productId, stale, warnings }, created, isDoubtful };
  });

/**
 * Takes what is told of a product, within a write.
 *
 * @param newsOf what is told, knowing what is known
 */
export const takeProductNews = async (
  tx: Tx,
  key: { shopId: string; id: string },
  newsOf: (known: KnownProduct) => ProductNews,
): Promise<TakenNews> => {
  for (;;) {
    const row = await first(tx, lockProduct, key);
    const before = row ?? UNKNOWN;
    const after = afterNews(before, newsOf(before));
    if (after.standing !== 'newer') return { ...after, created: false };
    const [was, is] = [isThere(before), isThere(after.known)];
    if (is && !was && (await isFull(tx, key.shopId))) return FULL;
    const { updatedAt, state, deletedAt } = after.known;
    const next = { ...key, updatedAt, state, deletedAt };
    if (row !== undefined) await tx.run(updateProduct, next);
    // Another process inserted it a moment ago: look again, its row can be locked now.
    else if ((await tx.run(insertProduct, { ...next, version: 1 })).length === 0) continue;
    if (is !== was)
      await tx.run(changeProductTally, { shopId: key.shopId, by: Number(is) - Number(was) });
    if (is || was) emitProduct(tx, key, after.known);
    return { ...after, created: row === undefined };
  }
};

async function isFull(tx: Tx, shopId: string): Promise<boolean> {
  await tx.run(touchProductTally, { shopId });
  const tally = await first(tx, lockProductTally, { shopId });
  return (tally?.products ?? 0) >= LIMITS.productsMax;
}

function emitProduct(
  tx: Tx,
  { shopId, id }: { shopId: string; id: string },
  to: KnownProduct,
): void {
  const deleted = !isThere(to);
  const available = !deleted && readProductState(to.state).available;
  const data = { productId: id, available, deleted };
  tx.emit({ shopId, type: 'product.recorded', shopperId: null, data });
}
