import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import { arg, rows, textArg, type Db } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';

type Reviews = Tables['reviews'];

/** What is asked of a product's reviews, and the last review of the page before. */
type PageArgs = {
  shopId: string;
  productId: string;
  afterAt: number;
  afterId: string;
  limit: number;
};

/** What narrows a page down. The pattern is folded and its own signs are escaped. */
type FilterArgs = { leastRating: number; mostRating: number; leastPhotos: number; pattern: string };

// Literal, not a parameter: only so can the partial indexes answer.
const shown = (reviews: Reviews): SQL | undefined =>
  and(
    eq(reviews.shopId, textArg('shopId')),
    eq(reviews.productId, textArg('productId')),
    eq(reviews.state, sql`'published'`),
  );

const filtered = (reviews: Reviews): SQL | undefined =>
  and(
    sql`${reviews.rating} between ${arg('leastRating')} and ${arg('mostRating')}`,
    sql`${reviews.photos} >= ${arg('leastPhotos')}`,
    sql`${reviews.folded} like ${textArg('pattern')} escape '\\'`,
  );

/** A page of a product's reviews, by what it is ordered by; `extra` narrows it down. */
const pageBy =
  (order: 'createdAt' | 'helpful', extra: (reviews: Reviews) => SQL | undefined) =>
  (db: Db, { reviews }: Tables) =>
    db
      .select()
      .from(reviews)
      .where(
        and(
          shown(reviews),
          extra(reviews),
          sql`(${reviews[order]}, ${reviews.id}) < (${arg('afterAt')}, ${textArg('afterId')})`,
        ),
      )
      .orderBy(desc(reviews[order]), desc(reviews.id))
      .limit(arg('limit'));

const all = (): undefined => undefined;

export const selectNewest = rows<PageArgs>()('selectNewestReviews', pageBy('createdAt', all));

export const selectHelpful = rows<PageArgs>()('selectHelpfulReviews', pageBy('helpful', all));

export const selectOfRating = rows<PageArgs & { rating: number }>()(
  'selectReviewsOfRating',
  pageBy('createdAt', (reviews) => eq(reviews.rating, arg('rating'))),
);

export const selectWithPhotos = rows<PageArgs>()(
  'selectReviewsWithPhotos',
  pageBy('createdAt', (reviews) => sql`${reviews.photos} > 0`),
);

/** Any filters together, which walk through the product's reviews until a page is full. */
export const selectFiltered = rows<PageArgs & FilterArgs>()(
  'selectFilteredReviews',
  pageBy('createdAt', filtered),
);

export const selectFilteredHelpful = rows<PageArgs & FilterArgs>()(
  'selectFilteredHelpfulReviews',
  pageBy('helpful', filtered),
);

/** Reviews a person should look at: whoever waits longest comes first. */
export const selectWaiting = rows<{
  shopId: string;
  afterAt: number;
  afterId: string;
  limit: number;
}>()('selectWaitingReviews', (db, t) =>
  db
    .select()
    .from(t.reviews)
    .where(
      and(
        eq(t.reviews.shopId, textArg('shopId')),
        sql`${t.reviews.waitingSince} is not null`,
        sql`(${t.reviews.waitingSince}, ${t.reviews.id}) > (${arg('afterAt')}, ${textArg('afterId')})`,
      ),
    )
    .orderBy(asc(t.reviews.waitingSince), asc(t.reviews.id))
    .limit(arg('limit')),
);

/** Reviews that are not shown, in one state, the oldest first. */
export const selectNotShown = rows<{
  shopId: string;
  state: string;
  afterAt: number;
  afterId: string;
  limit: number;
}>()('selectReviewsNotShown', (db, t) =>
  db
    .select()
    .from(t.reviews)
    .where(
      and(
        eq(t.reviews.shopId, textArg('shopId')),
        eq(t.reviews.state, textArg('state')),
        sql`${t.reviews.state} <> 'published'`,
        sql`(${t.reviews.createdAt}, ${t.reviews.id}) > (${arg('afterAt')}, ${textArg('afterId')})`,
      ),
    )
    .orderBy(asc(t.reviews.createdAt), asc(t.reviews.id))
    .limit(arg('limit')),
);

/** Every published review of a shop, in the order in which they came here. */
export const selectPublished = rows<{ shopId: string; afterId: string; limit: number }>()(
  'selectPublishedReviews',
  (db, t) =>
    db
      .select()
      .from(t.reviews)
      .where(
        and(
          eq(t.reviews.shopId, textArg('shopId')),
          sql`${t.reviews.id} > ${textArg('afterId')}`,
          eq(t.reviews.state, sql`'published'`),
        ),
      )
      .orderBy(asc(t.reviews.id))
      .limit(arg('limit')),
);
