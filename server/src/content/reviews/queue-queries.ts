import { and, asc, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import { arg, inShop, rows, textArg, type Statement } from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { ReviewsThrough } from './queue-rules.ts';
import type { ReviewRow } from './tables.ts';

type Span = {
  shopId: string;
  state: string;
  stars: number;
  productId: string;
  from: number;
  until: number;
  limit: number;
};
type Asked = Span & { rating: number; at: number; id: string };

/** Literal, not parameters, and of each list its own: by them SQLite knows the index that is meant. */
const OF_LIST: Record<ReviewsThrough, SQL> = {
  waiting: sql`waiting_since is not null`,
  state: sql`rating >= 1`,
  // Stars come with the decision, not before it.
  stars: sql`rating < 6 and waiting_since is null`,
  byStars: sql`rating < 6 and waiting_since is null`,
  product: sql`rating <= 5`,
  all: sql`rating > 0`,
};

const THROUGH = ['waiting', 'state', 'stars', 'product', 'all', 'byStars'] as const;
const STATEMENTS = new Map(
  THROUGH.flatMap((through) =>
    (['asc', 'desc'] as const).map(
      (order) => [`${through} ${order}`, reviewsBy(through, order)] as const,
    ),
  ),
);
const COUNTS = new Map(THROUGH.map((through) => [through, countBy(through)]));

/** A stretch of reviews in an order, after a place. */
export const selectReviewsThrough = (
  through: ReviewsThrough,
  order: 'asc' | 'desc',
): Statement<Asked, ReviewRow> => {
  const found = STATEMENTS.get(`${through} ${order}`);
  if (found === undefined) throw new Error(`No reviews are listed by "${through} ${order}".`);
  return found;
};

/** How many such a list has, up to a limit. */
export const countReviewsThrough = (
  through: ReviewsThrough,
): Statement<Span, { total: number }> => {
  const found = COUNTS.get(through);
  if (found === undefined) throw new Error(`No reviews are counted by "${through}".`);
  return found;
};

function reviewsBy(through: ReviewsThrough, order: 'asc' | 'desc'): Statement<Asked, ReviewRow> {
  const direction = order === 'asc' ? asc : desc;
  const beyond = order === 'asc' ? sql.raw('>') : sql.raw('<');
  return rows<Asked>()(`selectReviewsThrough.${through}.${order}`, (db, t) => {
    const at = columnOf(t, through);
    const { rating, id } = t.reviews;
    const isByStars = through === 'byStars';
    const place = isByStars
      ? sql`(${rating}, ${at}, ${id}) ${beyond} (${arg('rating')}, ${arg('at')}, ${textArg('id')})`
      : sql`(${at}, ${id}) ${beyond} (${arg('at')}, ${textArg('id')})`;
    return db
      .select()
      .from(t.reviews)
      .where(and(narrowed(t, through), place))
      .orderBy(...(isByStars ? [direction(rating)] : []), direction(at), direction(id))
      .limit(arg('limit'));
  });
}

function countBy(through: ReviewsThrough): Statement<Span, { total: number }> {
  return rows<Span>()(`countReviewsThrough.${through}`, (db, t) => {
    const some = db
      .select({ id: t.reviews.id })
      .from(t.reviews)
      .where(narrowed(t, through))
      .limit(arg('limit'))
      .as('some');
    return db.select({ total: sql<number>`count(*)`.mapWith(Number) }).from(some);
  });
}

function narrowed(t: Tables, through: ReviewsThrough): SQL | undefined {
  const { reviews } = t;
  const at = columnOf(t, through);
  return and(
    inShop(reviews),
    OF_LIST[through],
    through === 'state' ? eq(reviews.state, textArg('state')) : undefined,
    through === 'stars' ? eq(reviews.rating, arg('stars')) : undefined,
    through === 'product' ? eq(reviews.productId, textArg('productId')) : undefined,
    gte(at, arg('from')),
    lt(at, arg('until')),
  );
}

function columnOf({ reviews }: Tables, through: ReviewsThrough) {
  return through === 'waiting' ? reviews.waitingSince : reviews.createdAt;
}
