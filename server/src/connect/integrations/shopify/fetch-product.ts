import { z } from 'zod';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../../../deps.ts';
import type { ProductSnapshot } from '../contract/platform-event-rules.ts';
import { askShopify, type ShopifyAccess } from './admin-api.ts';
import { CHANGED_PRODUCTS, PRODUCT, VARIANTS_OF_PRODUCT } from './product-documents.ts';
import { productPayload, readProduct } from './product-rules.ts';

/** Changed products one look gives. */
const CHANGED_PAGE = 15;

const number = z.union([z.string(), z.number()]).transform(String);
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const variants = z.object({
  nodes: z.array(
    z.object({ legacyResourceId: number, price: z.string(), availableForSale: z.boolean() }),
  ),
  pageInfo,
});
const product = z.object({
  legacyResourceId: number,
  title: z.string(),
  handle: z.string(),
  status: z.string(),
  publishedAt: z.string().nullable(),
  updatedAt: z.string(),
  tags: z.array(z.string()),
  featuredMedia: z.object({ image: z.object({ url: z.string() }).nullish() }).nullable(),
  variants,
});
type AskedProduct = z.output<typeof product>;
type AskedVariant = z.output<typeof variants>['nodes'][number];

const productAnswer = z.object({ product: product.nullable() });
const variantsAnswer = z.object({ product: z.object({ variants }).nullable() });
const changedAnswer = z.object({ products: z.object({ nodes: z.array(product), pageInfo }) });

/** Where a shop is asked, and what its prices are in. */
export interface ProductAccess extends ShopifyAccess {
  readonly currency: string;
}

/** The product as Shopify has it now; undefined where it has none of this id. */
export const fetchProduct = async (
  deps: Deps,
  access: ProductAccess,
  id: string,
): Promise<ProductSnapshot | undefined> => {
  const asked = { document: PRODUCT, variables: { id: gidOf(id) }, schema: productAnswer };
  const found = (await askShopify(deps, access, asked)).product;
  return found === null ? undefined : snapshotOf(deps, access, found);
};

/** Products that have changed since an instant, the longest unchanged first: a page of them. */
export const listChangedProducts = async (
  deps: Deps,
  access: ProductAccess,
  { since, cursor }: { since: number; cursor: string | null },
): Promise<{ products: ProductSnapshot[]; nextCursor: string | null }> => {
  const query = `updated_at:>='${new Date(since).toISOString()}'`;
  const variables = { query, first: CHANGED_PAGE, after: cursor };
  const asked = { document: CHANGED_PRODUCTS, variables, schema: changedAnswer };
  const { products } = await askShopify(deps, access, asked);
  const snapshots: ProductSnapshot[] = [];
  for (const one of products.nodes) snapshots.push(await snapshotOf(deps, access, one));
  const { hasNextPage, endCursor } = products.pageInfo;
  return { products: snapshots, nextCursor: hasNextPage ? (endCursor ?? null) : null };
};

function gidOf(id: string): string {
  return `gid://shopify/Product/${id}`;
}

/** The answer in the form in which webhooks carry products: one reading for both. */
async function snapshotOf(
  deps: Deps,
  access: ProductAccess,
  found: AskedProduct,
): Promise<ProductSnapshot> {
  const all = [...found.variants.nodes, ...(await restOfVariants(deps, access, found))];
  const payload = productPayload.parse({
    id: found.legacyResourceId,
    title: found.title,
    handle: found.handle,
    status: found.status.toLowerCase(),
    published_at: found.publishedAt,
    updated_at: found.updatedAt,
    tags: found.tags,
    image: { src: found.featuredMedia?.image?.url ?? null },
    variants: all.map(({ legacyResourceId: id, price, availableForSale: available }) => ({
      id,
      price,
      available,
    })),
  });
  return readProduct(payload, access);
}

async function restOfVariants(
  deps: Deps,
  access: ProductAccess,
  found: AskedProduct,
): Promise<AskedVariant[]> {
  const rest: AskedVariant[] = [];
  let { pageInfo: at } = found.variants;
  const id = gidOf(found.legacyResourceId);
  while (at.hasNextPage && at.endCursor != null && rest.length < LIMITS.variantsPerProductMax) {
    const variables = { id, after: at.endCursor };
    const asked = { document: VARIANTS_OF_PRODUCT, variables, schema: variantsAnswer };
    const page = (await askShopify(deps, access, asked)).product?.variants;
    if (page === undefined) break;
    rest.push(...page.nodes);
    at = page.pageInfo;
  }
  return rest;
}
