import { z } from 'zod';
import { LIMITS } from '@okaeri/shared/limits';
import { decimalToMinor } from '../../../platform/lib/currency.ts';
import type { PlatformEvent, ProductSnapshot } from '../contract/platform-event-rules.ts';
import { instantOf, readAs, readProductOf } from '../contract/reading-rules.ts';
import { amount, ident, list, moment } from './payload-rules.ts';

/*
 * What is read of a product: the REST resource that webhooks carry
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/product), lenient where versions differ.
 */

const variant = z.object({
  id: ident,
  price: amount.nullish(),
  inventory_policy: z.string().nullish(),
  inventory_quantity: z.int().nullish(),
  /** Old versions say who counts the pieces; null where nobody does. */
  inventory_management: z.string().nullish(),
  /** Only where it was asked for: whether it can be bought now. */
  available: z.boolean().nullish(),
});
type Variant = z.output<typeof variant>;

/** A product. */
export const productPayload = z.object({
  id: ident,
  title: z.string().nullish(),
  handle: z.string().nullish(),
  status: z.string().nullish(),
  published_at: moment.nullish(),
  updated_at: moment.nullish(),
  created_at: moment.nullish(),
  tags: z.union([z.string(), z.array(z.string())]).nullish(),
  image: z.object({ src: z.string().nullish() }).nullish(),
  variants: list(variant),
});
type Payload = z.output<typeof productPayload>;

/** Where a product is, and what its prices are in: neither is in the payload. */
export interface ProductPlace {
  readonly address: string;
  readonly currency: string;
}

/** What a message about a product comes to. */
export const readProductMessage = (body: unknown, place: ProductPlace): PlatformEvent => {
  const payload = readAs(productPayload, body);
  const snapshot = readProduct(payload, place);
  const { productId } = snapshot;
  // It is not said whether the pieces of a variant are counted: one that nobody counts has none, and can be bought.
  const isUnsaid = payload.variants.some((one) => stockOf(one) === 'unsaid');
  return isUnsaid || payload.variants.length > LIMITS.variantsPerProductMax
    ? { kind: 'productLook', productId, otherwise: snapshot }
    : { kind: 'product', snapshot };
};

/** `products/delete` carries nothing but the id. */
export const readGoneProduct = (body: unknown): PlatformEvent => ({
  kind: 'productGone',
  productId: readAs(productPayload.pick({ id: true }), body).id,
});

/** A product as it is known here; of a product with too many variants, the first ones. */
export const readProduct = (payload: Payload, place: ProductPlace): ProductSnapshot => {
  const { address, currency } = place;
  const isShown = (payload.status ?? 'active') === 'active' && payload.published_at != null;
  const all = payload.variants.slice(0, LIMITS.variantsPerProductMax).map((one) => ({
    id: one.id,
    available: isShown && stockOf(one) !== 'out',
    prices: pricesOf(one, currency),
  }));
  const lowest = Math.min(...all.map(({ prices }) => prices[currency] ?? Infinity));
  return readProductOf(payload.id, {
    updatedAt: payload.updated_at ?? payload.created_at ?? 0,
    title: payload.title,
    url: payload.handle == null ? null : urlOf(address, payload.handle),
    imageUrl: payload.image?.src ?? null,
    prices: Number.isFinite(lowest) ? { [currency]: lowest } : {},
    available: all.some(({ available }) => available),
    markets: [],
    tags: tagsOf(payload.tags),
    collectionIds: [],
    publishedAt: instantOf(payload.published_at),
    variants: all,
  });
};

function stockOf(one: Variant): 'in' | 'out' | 'unsaid' {
  if (one.available != null) return one.available ? 'in' : 'out';
  if (one.inventory_policy === 'continue' || (one.inventory_quantity ?? 0) > 0) return 'in';
  if (one.inventory_management === undefined) return 'unsaid';
  return one.inventory_management === null ? 'in' : 'out';
}

function pricesOf({ price }: Variant, currency: string): Record<string, number> {
  const minor = price == null ? undefined : decimalToMinor(price, currency);
  return minor === undefined ? {} : { [currency]: minor };
}

/** Every shop answers at its own address, and leads on to the one shoppers see. */
function urlOf(address: string, handle: string): string {
  return `https://${address}/products/${encodeURIComponent(handle)}`;
}

function tagsOf(tags: Payload['tags']): string[] {
  const all = typeof tags === 'string' ? tags.split(',') : (tags ?? []);
  return all.map((tag) => tag.trim()).filter((tag) => tag !== '');
}
