import { z } from 'zod';
import { LIMITS } from '@okaeri/shared/limits';
import { decimalToMinor } from '../../../platform/lib/currency.ts';
import type { PlatformEvent, ProductSnapshot } from '../contract/platform-event-rules.ts';
import { instantOf, readAs, readProductOf } from '../contract/reading-rules.ts';
import { amount, ident, list, moment } from './payload-rules.ts';

/*
 * What is read of a product: the resource of the REST API v3, which webhooks carry as it is when they are sent
 * (https://woocommerce.github.io/woocommerce-rest-api-docs/#product-properties).
 */

const named = z.object({ id: ident, name: z.string().nullish() });

/** What a product and a variation have in common. */
const sold = z.object({
  id: ident,
  status: z.string().nullish(),
  price: amount.nullish(),
  purchasable: z.boolean().nullish(),
  stock_status: z.string().nullish(),
});

/** A variation, as it is asked for. */
export const variationPayload = sold;
export type WooVariation = z.output<typeof variationPayload>;

/** A product. */
export const productPayload = sold.extend({
  name: z.string().nullish(),
  type: z.string().nullish(),
  /** The product a variation is one of; 0 for none. */
  parent_id: ident.nullish(),
  permalink: z.string().nullish(),
  date_created_gmt: moment.nullish(),
  date_modified_gmt: moment.nullish(),
  sold_individually: z.boolean().nullish(),
  categories: list(named),
  tags: list(named),
  images: list(z.object({ src: z.string().nullish() })),
  variations: list(ident),
});
export type WooProduct = z.output<typeof productPayload>;

/** What a message about a product comes to. `currency` is the shop's: it is not in the payload. */
export const readProductMessage = (
  body: unknown,
  canAsk: boolean,
  currency: string,
): PlatformEvent => {
  const payload = readAs(productPayload, body);
  const { id: productId, parent_id: parentId } = payload;
  // A variation says nothing of what it is one of.
  if (parentId != null && parentId !== '0')
    return { kind: 'productLook', productId: parentId, otherwise: null };
  if (payload.status === 'trash') return { kind: 'productGone', productId };
  if (!isNamed(payload)) return { kind: 'ignored', why: 'the product has no name yet' };
  const snapshot = readProduct(payload, { currency, variations: null });
  return canAsk && payload.variations.length > 0
    ? { kind: 'productLook', productId, otherwise: snapshot }
    : { kind: 'product', snapshot };
};

/** `product.deleted` carries nothing but the id. */
export const readGoneProduct = (body: unknown): PlatformEvent => ({
  kind: 'productGone',
  productId: readAs(productPayload.pick({ id: true }), body).id,
});

/** Whether a product is called something: one that was only begun is not. */
export const isNamed = ({ name }: WooProduct): boolean => name != null && name.trim() !== '';

/** A product as it is known here. Of variations nobody has asked for, nothing but that there are such. */
export const readProduct = (
  payload: WooProduct,
  { currency, variations }: { currency: string; variations: readonly WooVariation[] | null },
): ProductSnapshot => {
  const isShown = payload.status == null || payload.status === 'publish';
  const available = isShown && canBeBought(payload);
  const variants = variations ?? payload.variations.map((id) => ({ ...payload, id, price: null }));
  return readProductOf(payload.id, {
    updatedAt: payload.date_modified_gmt ?? payload.date_created_gmt ?? 0,
    title: payload.name,
    // Until it is shown its address leads to a page for the team alone.
    url: isShown ? (payload.permalink ?? null) : null,
    imageUrl: payload.images[0]?.src ?? null,
    prices: pricesOf(payload, currency),
    available,
    quantityMax: payload.sold_individually === true ? 1 : null,
    markets: [],
    tags: payload.tags.flatMap(({ name }) => (name == null ? [] : [name])),
    collectionIds: payload.categories.map(({ id }) => id),
    publishedAt: isShown ? instantOf(payload.date_created_gmt) : null,
    variants: variants.slice(0, LIMITS.variantsPerProductMax).map((one) => ({
      id: one.id,
      available: available && canBeBought(one),
      prices: pricesOf(one, currency),
    })),
  });
};

function canBeBought({ status, purchasable, stock_status: stock }: WooVariation): boolean {
  return status !== 'private' && purchasable !== false && stock !== 'outofstock';
}

/** A price that is none is left out: products of a group, and those that are not for sale yet, have an empty one. */
function pricesOf(
  { price }: Pick<WooVariation, 'price'>,
  currency: string,
): Record<string, number> {
  const minor = price == null ? undefined : decimalToMinor(price, currency);
  return minor === undefined || minor < 0 ? {} : { [currency]: minor };
}
