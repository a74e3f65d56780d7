import { z } from 'zod';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../../../deps.ts';
import type { ProductSnapshot } from '../contract/platform-event-rules.ts';
import {
  isNamed,
  productPayload,
  readProduct,
  variationPayload,
  type WooProduct,
  type WooVariation,
} from './product-rules.ts';
import { askWoo, WooRefusedError, type WooAccess } from './rest-api.ts';

/** What one request may list. */
const PAGE = 100;

/** Where a shop is asked, and what its prices are in. */
export interface WooProductAccess extends WooAccess {
  readonly currency: string;
}

/** The product as WooCommerce has it now; undefined where it has none of this id, or only in its bin. */
export const fetchProduct = async (
  deps: Deps,
  access: WooProductAccess,
  id: string,
): Promise<ProductSnapshot | undefined> => {
  const path = `products/${encodeURIComponent(id)}`;
  try {
    const found = await askWoo(deps, access, { method: 'GET', path, schema: productPayload });
    return found.status === 'trash' ? undefined : await snapshotOf(deps, access, found);
  } catch (error) {
    if (error instanceof WooRefusedError && error.status === 404) return undefined;
    throw error;
  }
};

/** Products that have changed since an instant, in the order of their ids: a page of them. */
export const listChangedProducts = async (
  deps: Deps,
  access: WooProductAccess,
  { since, cursor }: { since: number; cursor: string | null },
): Promise<{ products: ProductSnapshot[]; nextCursor: string | null }> => {
  const page = Number(cursor ?? 1);
  const found = await askWoo(deps, access, {
    method: 'GET',
    path: 'products',
    query: {
      // Without an offset and in UTC, which `dates_are_gmt` says; that very second is not among what comes after it.
      modified_after: new Date(since - 1000).toISOString().slice(0, 19),
      dates_are_gmt: 'true',
      orderby: 'id',
      order: 'asc',
      status: 'any',
      per_page: String(PAGE),
      page: String(page),
    },
    schema: z.array(productPayload),
  });
  const products: ProductSnapshot[] = [];
  for (const one of found)
    if (isNamed(one) && one.status !== 'trash') products.push(await snapshotOf(deps, access, one));
  return { products, nextCursor: found.length === PAGE ? String(page + 1) : null };
};

async function snapshotOf(
  deps: Deps,
  access: WooProductAccess,
  found: WooProduct,
): Promise<ProductSnapshot> {
  const { currency } = access;
  const variations =
    found.variations.length === 0 ? [] : await variationsOf(deps, access, found.id);
  return readProduct(found, { currency, variations });
}

async function variationsOf(
  deps: Deps,
  access: WooProductAccess,
  id: string,
): Promise<WooVariation[]> {
  const all: WooVariation[] = [];
  for (let page = 1; all.length < LIMITS.variantsPerProductMax; page += 1) {
    const found = await askWoo(deps, access, {
      method: 'GET',
      path: `products/${encodeURIComponent(id)}/variations`,
      query: { orderby: 'id', order: 'asc', per_page: String(PAGE), page: String(page) },
      schema: z.array(variationPayload),
    });
    all.push(...found);
    if (found.length < PAGE) break;
  }
  return all;
}
