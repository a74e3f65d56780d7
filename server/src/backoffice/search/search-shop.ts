import type { FoundReview, SearchAnswer, SearchQuery } from '@okaeri/shared/search';
import { listWrittenReviews } from '../../content/reviews/list-written.ts';
import { listCodes } from '../../loyalty/rewards/list-codes.ts';
import { listShopOrders } from '../../loyalty/orders/list-shop-orders.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { wordsOf } from '../../loyalty/shoppers/term-rules.ts';
import { findRef } from '../../loyalty/shoppers/shopper-ref.ts';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { listShoppers } from '../shopper-record/list-shoppers.ts';

/** Of each kind, and of what belongs to the first shopper found. */
const FOUND_MAX = 5;
const OF_SHOPPER_MAX = 2;

const NOTHING: SearchAnswer = { shoppers: [], orders: [], codes: [], reviews: [] };

/**
 * What goes by what was typed: shoppers by words, orders by the beginning of their number, the one code that is
 * spelt so, and what the first shopper has. Every one of them is a stretch of an index.
 */
export const searchShop = async (
  deps: Deps,
  shop: ShopRow,
  { q, kind }: SearchQuery,
): Promise<SearchAnswer> => {
  const shoppers = kind === 'orders' ? [] : await findShoppers(deps, shop, q);
  if (kind === 'shoppers') return { ...NOTHING, shoppers };
  const orders = await findOrders(deps, shop, { search: q, limit: FOUND_MAX });
  if (kind === 'orders') return { ...NOTHING, orders };
  const codes = await findCodes(deps, shop, { search: q, limit: 1 });
  const owned = await ofShopper(deps, shop, shoppers[0]);
  return {
    shoppers,
    orders: [...orders, ...owned.orders.filter(({ id }) => orders.every((one) => one.id !== id))],
    codes: [...codes, ...owned.codes.filter(({ id }) => codes.every((one) => one.id !== id))],
    reviews: owned.reviews,
  };
};

async function ofShopper(
  deps: Deps,
  shop: ShopRow,
  first: ListedShopper | undefined,
): Promise<Pick<SearchAnswer, 'orders' | 'codes' | 'reviews'>> {
  const shopperId = first?.id;
  if (first === undefined || shopperId == null) return NOTHING;
  const of = { shopperId, limit: OF_SHOPPER_MAX };
  const [orders, codes, reviews] = await Promise.all([
    findOrders(deps, shop, of),
    findCodes(deps, shop, of),
    findReviews(deps, shop, first),
  ]);
  return { orders, codes, reviews };
}

async function findShoppers(
  deps: Deps,
  shop: ShopRow,
  q: string,
): Promise<SearchAnswer['shoppers']> {
  if (wordsOf(q).length === 0) return [];
  const asked = { search: q, sort: 'newest', order: 'desc', counted: 'false' } as const;
  const list = await listShoppers(deps, shop, { ...asked, limit: FOUND_MAX });
  return list?.items ?? [];
}

async function findOrders(
  deps: Deps,
  shop: ShopRow,
  of: { search?: string; shopperId?: string; limit: number },
): Promise<SearchAnswer['orders']> {
  const asked = { ...of, sort: 'placed', order: 'desc', counted: false } as const;
  return (await listShopOrders(deps, shop, asked))?.items ?? [];
}

async function findCodes(
  deps: Deps,
  shop: ShopRow,
  of: { search?: string; shopperId?: string; limit: number },
): Promise<SearchAnswer['codes']> {
  return (await listCodes(deps, shop, { ...of, order: 'desc', counted: false }))?.items ?? [];
}

function findReviews(
  deps: Deps,
  shop: ShopRow,
  { id, name, email }: ListedShopper,
): Promise<FoundReview[]> {
  return deps.store.read(async (tx): Promise<FoundReview[]> => {
    const row = id === null ? undefined : await findRef(tx, shop.id, { externalId: id });
    if (row === undefined) return [];
    const of = { shopId: shop.id, shopperId: row.id, limit: OF_SHOPPER_MAX, forAuthor: false };
    const { reviews } = await listWrittenReviews(tx, of);
    return reviews.map((review) => ({
      id: review.id,
      productId: review.productId,
      title: review.title,
      rating: review.rating,
      state: review.isWaiting ? 'waiting' : review.state,
      shopper: { id, guestId: null, name, email },
    }));
  });
}
