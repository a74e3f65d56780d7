import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import { arg, one, rows, textArg, type Db, inShop } from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';

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
    inShop(reviews),
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

type Until = { untilAt: number; untilId: string };

const until =
  (order: 'createdAt' | 'helpful') =>
  (reviews: Reviews): SQL | undefined =>
    and(
      filtered(reviews),
      sql`(${reviews[order]}, ${reviews.id}) >= (${arg('untilAt')}, ${textArg('untilId')})`,
    );

/** Any filters together, within a stretch of a product's reviews. */
export const selectFiltered = rows<PageArgs & FilterArgs & Until>()(
  'selectFilteredReviews',
  pageBy('createdAt', until('createdAt')),
);

export const selectFilteredHelpful = rows<PageArgs & FilterArgs & Until>()(
  'selectFilteredHelpfulReviews',
  pageBy('helpful', until('helpful')),
);

/** Where a stretch of so many reviews ends; no row where there are fewer. */
const stretchBy =
  (order: 'createdAt' | 'helpful') =>
  (db: Db, { reviews }: Tables) =>
    db
      .select({ at: reviews[order], id: reviews.id })
      .from(reviews)
      .where(
        and(
          shown(reviews),
          sql`(${reviews[order]}, ${reviews.id}) < (${arg('afterAt')}, ${textArg('afterId')})`,
        ),
      )
      .orderBy(desc(reviews[order]), desc(reviews.id))
      .limit(one)
      .offset(arg('offset'));

type StretchArgs = Omit<PageArgs, 'limit'> & { offset: number };
export const selectStretch = rows<StretchArgs>()('selectStretch', stretchBy('createdAt'));
export const selectHelpfulStretch = rows<StretchArgs>()(
  'selectHelpfulStretch',
  stretchBy('helpful'),
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
          inShop(t.reviews),
          sql`${t.reviews.id} > ${textArg('afterId')}`,
          eq(t.reviews.state, sql`'published'`),
        ),
      )
      .orderBy(asc(t.reviews.id))
      .limit(arg('limit')),
);
