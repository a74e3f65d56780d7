import type { FieldError, Refusal } from '@okaeri/shared/errors';
import type { Product, ProductBatchItem } from '@okaeri/shared/products';
import { id } from '@okaeri/shared/values';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { putProduct } from './put-product.ts';
import type { ShopRow } from '../../access/tables.ts';

/** States written at once; they share commits. */
const AT_ONCE = 32;

/** One state of many: as it was sent, and as it was read. */
export interface SentProduct {
  readonly sent: unknown;
  readonly read: Outcome<Product>;
}

/**
 * Takes the states of many products. Each is taken by itself: one that is not valid, or for which there is no
 * room, keeps no other out.
 */
export const putProducts = async (
  deps: Deps,
  input: { shop: ShopRow; products: readonly SentProduct[] },
): Promise<ProductBatchItem[]> => {
  const { shop, products } = input;
  const items: ProductBatchItem[] = [];
  for (let from = 0; from < products.length; from += AT_ONCE) {
    const some = products.slice(from, from + AT_ONCE);
    items.push(...(await Promise.all(some.map((one) => putOne(deps, shop, one)))));
  }
  return items;
};

async function putOne(
  deps: Deps,
  shop: ShopRow,
  { sent, read }: SentProduct,
): Promise<ProductBatchItem> {
  if ('refused' in read) return refusedItem(idIn(sent), read.refused);
  const { productId, ...state } = read.ok;
  const outcome = await putProduct(deps, { shop, productId, state, body: withoutId(sent) });
  return 'refused' in outcome
    ? refusedItem(productId, outcome.refused)
    : { ...outcome.ok, error: null };
}

function refusedItem(productId: string | null, refused: Refusal): ProductBatchItem {
  const { code, detail, extra } = refused;
  const errors = (extra?.['errors'] ?? []) as readonly FieldError[];
  return { productId, stale: false, warnings: [], error: { code, detail, errors } };
}

function idIn(sent: unknown): string | null {
  const named = typeof sent === 'object' && sent !== null ? Reflect.get(sent, 'productId') : null;
  return id.safeParse(named).data ?? null;
}

/** The state as it came by itself: the same body has the same digest, alone and among others. */
function withoutId(sent: unknown): unknown {
  const { productId: _, ...body } = Object(sent) as Record<string, unknown>;
  return body;
}
