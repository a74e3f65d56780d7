import type { ReviewDecisionRecord } from '../moderation/documents.ts';
import type { KeptReviewOffer } from './offer-rules.ts';
import type { Columns } from '../../platform/store/columns.ts';
import { sql } from 'drizzle-orm';
import type {
  ReportReason,
  ReviewSignal,
  ReviewState,
  WithholdReason,
  ReviewReply,
} from '@okaeri/shared/reviews';
import type { ReviewText } from './documents.ts';
import type { AccountTables } from '../../loyalty/ledger/account-tables.ts';
import type { Row } from '../../platform/store/tables.ts';

const PUBLISHED = sql`state = 'published'`;
/**
 * True of every review: only lists that say so literally use such an index. Without statistics SQLite would go through
 * all of a shop's, in their order, for those of one product.
 */
const OF_LIST = {
  all: sql`rating > 0`,
  state: sql`rating >= 1`,
  // Stars come with the decision, not before it.
  stars: sql`rating < 6 and waiting_since is null`,
  product: sql`rating <= 5`,
};

/** What shoppers write about what they bought. */
export const reviewTables = (c: Columns, { shoppers }: AccountTables) => {
  const reviews = c.table(
    'reviews',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      productId: c.text('product_id').notNull(),
      /** Null for reviews that were imported from elsewhere, and once their author was erased. */
      shopperId: c.text('shopper_id'),
      /** The order that stands behind it; null where none does. */
      orderId: c.text('order_id'),
      rating: c.count('rating').notNull(),
      title: c.text('title'),
      body: c.text('body').notNull(),
      language: c.text('language'),
      name: c.text('name').notNull(),
      attributes: c.json<Readonly<Record<string, string>>>('attributes').notNull(),
      /** Title and text in small letters, to search in. */
      folded: c.text('folded').notNull(),
      /** SHA-256 of the folded text: who writes the same again is found by it. */
      textDigest: c.text('text_digest').notNull(),
      state: c.text('state').$type<ReviewState>().notNull(),
      /** Since when a person should look at it; null when nobody needs to. It may be visible meanwhile. */
      waitingSince: c.instant('waiting_since'),
      signals: c.json<readonly ReviewSignal[]>('signals').notNull(),
      /** What was offered when it was asked for. It is set once; a trigger refuses to change it. */
      offer: c.json<KeptReviewOffer | null>('offer'),
      insider: c.flag('insider').notNull(),
      importedFrom: c.text('imported_from'),
      /** The file it came with, for undoing it whole. */
      importId: c.text('import_id'),
      photos: c.count('photos').notNull().default(0),
      helpful: c.count('helpful').notNull().default(0),
      reports: c.count('reports').notNull().default(0),
      reply: c.json<ReviewReply | null>('reply'),
      /** What was decided about it, the latest last; an appeal stands among them. */
      decisions: c.json<readonly ReviewDecisionRecord[]>('decisions').notNull(),
      reason: c.text('reason').$type<WithholdReason>(),
      /** What it said before it was edited, the oldest first. */
      history: c.json<readonly ReviewText[]>('history').notNull(),
      createdAt: c.instant('created_at').notNull(),
      editedAt: c.instant('edited_at'),
      removedAt: c.instant('removed_at'),
      /** When the shop gave its author points in a case that it had opened: what is edited later says so. */
      pointsGivenAt: c.instant('points_given_at'),
      version: c.count('version').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.uniqueIndex('reviews_by_author').on(t.shopId, t.shopperId, t.productId),
      c.index('reviews_newest').on(t.shopId, t.productId, t.createdAt, t.id).where(PUBLISHED),
      c.index('reviews_helpful').on(t.shopId, t.productId, t.helpful, t.id).where(PUBLISHED),
      c
        .index('reviews_by_rating')
        .on(t.shopId, t.productId, t.rating, t.createdAt, t.id)
        .where(PUBLISHED),
      c
        .index('reviews_with_photos')
        .on(t.shopId, t.productId, t.createdAt, t.id)
        .where(sql`state = 'published' and photos > 0`),
      // Not of the published ones: SQLite would walk through all of a shop's for one product's.
      c
        .index('reviews_not_shown')
        .on(t.shopId, t.state, t.createdAt, t.id)
        .where(sql`state <> 'published'`),
      c
        .index('reviews_waiting')
        .on(t.shopId, t.waitingSince, t.id)
        .where(sql`waiting_since is not null`),
      c
        .index('reviews_by_import')
        .on(t.shopId, t.importId)
        .where(sql`import_id is not null`),
      c.index('reviews_by_age').on(t.shopId, t.createdAt, t.id).where(OF_LIST.all),
      c.index('reviews_by_state').on(t.shopId, t.state, t.createdAt, t.id).where(OF_LIST.state),
      c.index('reviews_by_stars').on(t.shopId, t.rating, t.createdAt, t.id).where(OF_LIST.stars),
      c
        .index('reviews_of_product')
        .on(t.shopId, t.productId, t.createdAt, t.id)
        .where(OF_LIST.product),
      c.index('reviews_by_text').on(t.shopId, t.textDigest),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
      c.check('reviews_have_stars', sql`rating between 1 and 5`),
    ],
  );

  /** Stars of one product, counted as reviews come and go. */
  const reviewStats = c.table(
    'review_stats',
    {
      shopId: c.text('shop_id').notNull(),
      productId: c.text('product_id').notNull(),
      all1: c.count('all1').notNull(),
      all2: c.count('all2').notNull(),
      all3: c.count('all3').notNull(),
      all4: c.count('all4').notNull(),
      all5: c.count('all5').notNull(),
      offered1: c.count('offered1').notNull(),
      offered2: c.count('offered2').notNull(),
      offered3: c.count('offered3').notNull(),
      offered4: c.count('offered4').notNull(),
      offered5: c.count('offered5').notNull(),
      imported1: c.count('imported1').notNull(),
      imported2: c.count('imported2').notNull(),
      imported3: c.count('imported3').notNull(),
      imported4: c.count('imported4').notNull(),
      imported5: c.count('imported5').notNull(),
      withheld1: c.count('withheld1').notNull(),
      withheld2: c.count('withheld2').notNull(),
      withheld3: c.count('withheld3').notNull(),
      withheld4: c.count('withheld4').notNull(),
      withheld5: c.count('withheld5').notNull(),
      verified: c.count('verified').notNull(),
      withPhotos: c.count('with_photos').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.productId] })],
  );

  /** Who found a review helpful. */
  const reviewVotes = c.table(
    'review_votes',
    {
      shopId: c.text('shop_id').notNull(),
      reviewId: c.text('review_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.reviewId, t.shopperId] }),
      c.index('review_votes_by_shopper').on(t.shopId, t.shopperId, t.reviewId),
    ],
  );

  /** Who thinks that something is wrong with a review, and what. */
  const reviewReports = c.table(
    'review_reports',
    {
      shopId: c.text('shop_id').notNull(),
      reviewId: c.text('review_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      reason: c.text('reason').$type<ReportReason>().notNull(),
      note: c.text('note'),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.reviewId, t.shopperId] }),
      c.index('review_reports_by_shopper').on(t.shopId, t.shopperId, t.reviewId),
    ],
  );

  /** What was offered to whom, when it was first shown; never changed. */
  const reviewOffers = c.table(
    'review_offers',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      productId: c.text('product_id').notNull(),
      offer: c.json<KeptReviewOffer>('offer').notNull(),
      shownAt: c.instant('shown_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.shopperId, t.productId] })],
  );

  return { reviews, reviewStats, reviewVotes, reviewReports, reviewOffers };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof reviewTables> {}
}

export type ReviewRow = Row<'reviews'>;
export type ReviewStatsRow = Row<'reviewStats'>;
