import { LIMITS } from '@okaeri/shared/limits';
import type {
  PublicReview,
  ReviewFigures,
  ReviewPage,
  ReviewSummary,
  ReviewsQuery,
} from '@okaeri/shared/reviews';
import type { Deps } from '../../deps.ts';
import { FIRST_CURSOR, type ListCursor } from '../../platform/lib/list-cursor.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { loadPhotos } from './claim-photos.ts';
import {
  selectFiltered,
  selectFilteredHelpful,
  selectHelpfulStretch,
  selectStretch,
  selectHelpful,
  selectNewest,
  selectOfRating,
  selectWithPhotos,
} from './list-queries.ts';
import { toPublic } from './review-view.ts';
import { settingsOf } from './settings.ts';
import { foldWords } from '../moderation/signal-rules.ts';
import { selectAllStats, selectStats } from './stats-queries.ts';
import {
  importedCount,
  NO_COUNTS,
  productSummary,
  sumOf,
  withheldSummary,
  type Counts,
} from './stats-rules.ts';
import type { ReviewRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** What a page of reviews is asked for. */
export type Asked = Omit<ReviewsQuery, 'cursor'> & { readonly after: ListCursor };

const STARS_LEAST = 1;
const STARS_MOST = 5;

/** Reviews of a page, and where looking for more goes on when it was stopped before the end. */
interface Found {
  readonly found: readonly ReviewRow[];
  readonly goesOnAt: ListCursor | null;
}

/** Reviews looked through by one statement, and by one request: no search keeps others waiting. */
export const STRETCH = 1000;
export const STRETCHES_MAX = 5;

/** Reviews with their photos, as everybody sees them. */
const withPhotos = async (
  tx: Tx,
  shopId: string,
  found: readonly ReviewRow[],
): Promise<PublicReview[]> => {
  const photos = await loadPhotos(
    tx,
    shopId,
    found.filter((row) => row.photos > 0).map(({ id }) => id),
  );
  return found.map((row) =>
    toPublic(
      row,
      photos.filter(({ reviewId }) => reviewId === row.id),
    ),
  );
};

/** A product's stars and one page of its reviews, within one read. */
export const readPage = async (
  tx: Tx,
  of: { shop: ShopRow; productId: string },
  asked: Asked,
): Promise<{ page: ReviewPage; counts: Counts }> => {
  const { shop, productId } = of;
  const counts = await countsOfProduct(tx, shop.id, productId);
  const { found, goesOnAt } = await selectPage(tx, { shopId: shop.id, productId }, asked);
  const shown = found.slice(0, LIMITS.reviewPage);
  const last = found.length > shown.length ? shown.at(-1) : undefined;
  const place = asked.sort === 'helpful' ? last?.helpful : last?.createdAt;
  const next = last === undefined ? goesOnAt : { at: place, id: last.id };
  const { attributes } = settingsOf(shop);
  const page: ReviewPage = {
    summary: productSummary(counts),
    attributes: attributes.filter(
      ({ productIds }) => productIds.length === 0 || productIds.includes(productId),
    ),
    items: await withPhotos(tx, shop.id, shown),
    nextCursor: next === null ? null : `${next.at}_${next.id}`,
  };
  return { page, counts };
};

/** Where the first page begins: before every review. */
export const FIRST: ListCursor = FIRST_CURSOR.newest;

/** A product's reviews as its page shows them. */
export const listReviews = (
  deps: Deps,
  of: { shop: ShopRow; productId: string },
  asked: Asked,
): Promise<ReviewPage> => deps.store.read(async (tx) => (await readPage(tx, of, asked)).page);

/** The stars of some products, for the pages that list them. */
export const listStars = (
  deps: Deps,
  shop: ShopRow,
  productIds: readonly string[],
): Promise<Record<string, ReviewSummary>> =>
  deps.store.read(async (tx) => {
    const stars: Record<string, ReviewSummary> = {};
    for (const productId of productIds)
      stars[productId] = productSummary(await countsOfProduct(tx, shop.id, productId));
    return stars;
  });

/** Products whose counts one read adds up. */
const STATS_PAGE = 1000;

/** The true figures of a whole shop, for the panel that says how its reviews work. */
export const readFigures = async (deps: Deps, shop: ShopRow): Promise<ReviewFigures> => {
  let total = NO_COUNTS;
  let after = '';
  for (;;) {
    const asked = { shopId: shop.id, after, limit: STATS_PAGE };
    const page = await deps.store.read((tx) => tx.run(selectAllStats, asked));
    total = sumOf([total, ...page]);
    const last = page.at(-1);
    if (last === undefined || page.length < STATS_PAGE) break;
    after = last.productId;
  }
  const { offered, notOffered, withPhotos: _, ...published } = productSummary(total);
  return {
    from: settingsOf(shop).from,
    published,
    offered,
    notOffered,
    withheld: withheldSummary(total),
    verified: total.verified,
    imported: importedCount(total),
  };
};

async function countsOfProduct(tx: Tx, shopId: string, productId: string): Promise<Counts> {
  return (await first(tx, selectStats, { shopId, productId })) ?? NO_COUNTS;
}

async function selectPage(
  tx: Tx,
  of: { shopId: string; productId: string },
  asked: Asked,
): Promise<Found> {
  const { at: afterAt, id: afterId } = asked.after;
  const page = { ...of, afterAt, afterId, limit: LIMITS.reviewPage + 1 };
  const { sort, rating, photos, search } = asked;
  const filters = [rating !== undefined, photos, search !== undefined].filter(Boolean).length;
  const isHelpful = sort === 'helpful';
  const whole = (found: ReviewRow[]): Found => ({ found, goesOnAt: null });
  if (filters === 0) return whole(await tx.run(isHelpful ? selectHelpful : selectNewest, page));
  // One filter alone, by age, has an index of its own.
  if (filters === 1 && !isHelpful && rating !== undefined)
    return whole(await tx.run(selectOfRating, { ...page, rating }));
  if (filters === 1 && !isHelpful && photos) return whole(await tx.run(selectWithPhotos, page));
  return findFiltered(tx, page, asked);
}

/** Looks for what filters leave, a stretch at a time. What lies beyond is for the next page. */
async function findFiltered(
  tx: Tx,
  page: { shopId: string; productId: string; afterAt: number; afterId: string; limit: number },
  { sort, rating, photos, search }: Asked,
): Promise<Found> {
  const isHelpful = sort === 'helpful';
  const filters = {
    leastRating: rating ?? STARS_LEAST,
    mostRating: rating ?? STARS_MOST,
    leastPhotos: photos ? 1 : 0,
    pattern: patternOf(search ?? ''),
  };
  const found: ReviewRow[] = [];
  let { afterAt, afterId } = page;
  for (let stretch = 0; stretch < STRETCHES_MAX; stretch += 1) {
    const from = { ...page, afterAt, afterId };
    const of = { ...from, offset: STRETCH - 1 };
    const end = await first(tx, isHelpful ? selectHelpfulStretch : selectStretch, of);
    const until = { untilAt: end?.at ?? -1, untilId: end?.id ?? '' };
    const limit = page.limit - found.length;
    const statement = isHelpful ? selectFilteredHelpful : selectFiltered;
    found.push(...(await tx.run(statement, { ...from, ...filters, ...until, limit })));
    if (end === undefined || found.length === page.limit) return { found, goesOnAt: null };
    [afterAt, afterId] = [end.at, end.id];
  }
  return { found, goesOnAt: { at: afterAt, id: afterId } };
}

// The signs that mean something in a LIKE pattern, and the one that says they do not.
function patternOf(search: string): string {
  return `%${foldWords(search).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
