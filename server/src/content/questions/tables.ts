import type { ReviewDecisionRecord } from '../moderation/documents.ts';
import type { Columns } from '../../platform/store/columns.ts';
import { sql } from 'drizzle-orm';
import type { Answerer } from '@okaeri/shared/questions';
import type {
  ReportReason,
  ReviewSignal,
  ReviewState,
  WithholdReason,
} from '@okaeri/shared/reviews';
import type { AccountTables } from '../../loyalty/ledger/account-tables.ts';
import type { Row } from '../../platform/store/tables.ts';

/** True of every post: only lists that say so literally use such an index. Without statistics SQLite mixes them up. */
const OF_LIST = { all: sql`rank >= 0`, product: sql`rank > -1` };

/** What is asked about products, and what is answered. */
export const questionTables = (c: Columns, { shoppers }: AccountTables) => {
  const posts = c.table(
    'posts',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      productId: c.text('product_id').notNull(),
      /** The question an answer is to; null for questions. */
      questionId: c.text('question_id'),
      /** Null for the shop's own answers, and once their author was erased. */
      shopperId: c.text('shopper_id'),
      author: c.text('author').$type<Answerer | 'shopper'>().notNull(),
      /** 0 for the shop's answers, which come first. */
      rank: c.count('rank').notNull(),
      name: c.text('name').notNull(),
      body: c.text('body').notNull(),
      language: c.text('language'),
      textDigest: c.text('text_digest').notNull(),
      state: c.text('state').$type<ReviewState>().notNull(),
      waitingSince: c.instant('waiting_since'),
      signals: c.json<readonly ReviewSignal[]>('signals').notNull(),
      decisions: c.json<readonly ReviewDecisionRecord[]>('decisions').notNull(),
      reason: c.text('reason').$type<WithholdReason>(),
      helpful: c.count('helpful').notNull().default(0),
      reports: c.count('reports').notNull().default(0),
      /** Answers that are shown. */
      answers: c.count('answers').notNull().default(0),
      createdAt: c.instant('created_at').notNull(),
      /** When the shop mended its answer. */
      editedAt: c.instant('edited_at'),
      removedAt: c.instant('removed_at'),
      version: c.count('version').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('posts_by_age').on(t.shopId, t.createdAt, t.id).where(OF_LIST.all),
      c
        .index('posts_of_product')
        .on(t.shopId, t.productId, t.createdAt, t.id)
        .where(OF_LIST.product),
      c
        .index('questions_answered')
        .on(t.shopId, t.createdAt, t.id)
        .where(sql`state = 'published' and question_id is null and answers > 0`),
      c
        .index('questions_newest')
        .on(t.shopId, t.productId, t.createdAt, t.id)
        .where(sql`state = 'published' and question_id is null`),
      c
        .index('answers_by_question')
        .on(t.shopId, t.questionId, t.rank, t.helpful, t.id)
        .where(sql`state = 'published' and question_id is not null`),
      c
        .index('questions_unanswered')
        .on(t.shopId, t.createdAt, t.id)
        .where(sql`state = 'published' and question_id is null and answers = 0`),
      c
        .index('posts_waiting')
        .on(t.shopId, t.waitingSince, t.id)
        .where(sql`waiting_since is not null`),
      c
        .index('posts_not_shown')
        .on(t.shopId, t.state, t.createdAt, t.id)
        .where(sql`state <> 'published'`),
      c.index('posts_by_author').on(t.shopId, t.shopperId, t.createdAt),
      c.index('posts_by_text').on(t.shopId, t.textDigest),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  /** Who found an answer helpful. */
  const postVotes = c.table(
    'post_votes',
    {
      shopId: c.text('shop_id').notNull(),
      postId: c.text('post_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.postId, t.shopperId] }),
      c.index('post_votes_by_shopper').on(t.shopId, t.shopperId, t.postId),
    ],
  );

  /** Who thinks that something is wrong with a question or an answer. */
  const postReports = c.table(
    'post_reports',
    {
      shopId: c.text('shop_id').notNull(),
      postId: c.text('post_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      reason: c.text('reason').$type<ReportReason>().notNull(),
      note: c.text('note'),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.postId, t.shopperId] }),
      c.index('post_reports_by_shopper').on(t.shopId, t.shopperId, t.postId),
    ],
  );

  return { posts, postVotes, postReports };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof questionTables> {}
}

export type PostRow = Row<'posts'>;
