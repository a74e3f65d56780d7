import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { spamFields } from './proof.ts';
import type {
  ReviewDecision,
  ReviewPage,
  ReviewSignal,
  ReviewState,
  WithholdReason,
} from './reviews.ts';
import type { NamedProduct } from './products.ts';
import { POST_STATES, QUESTION_COLUMNS } from './list-words.ts';
import { columnsOf, type Counted } from './list-parts.ts';
import { id, instant, locale } from './values.ts';
import { cleanLine, longWords, shortWordsIfAny } from './words.ts';

/** `POST /products/{productId}/questions`. The same words again are the same question. */
export const questionInput = z.strictObject({
  body: longWords(LIMITS.questionMax),
  language: locale.nullish(),
  /** The name to show; the first name when not said. */
  name: shortWordsIfAny(LIMITS.reviewNameMax),
  ...spamFields,
});
export type QuestionInput = z.infer<typeof questionInput>;

/** `POST /questions/{questionId}/answers`, and the shop's own. */
export const answerInput = z.strictObject({
  body: longWords(LIMITS.answerMax),
  language: locale.nullish(),
  name: shortWordsIfAny(LIMITS.reviewNameMax),
  ...spamFields,
});
export type AnswerInput = z.infer<typeof answerInput>;

/** `POST /v1/questions/{questionId}/answers`. */
export const shopAnswerInput = answerInput.extend({
  /** Where it is null, it is refused with 412 once the shop has answered in other words. */
  replaces: z.null().optional(),
});
export type ShopAnswerInput = z.infer<typeof shopAnswerInput>;

/** `PUT /v1/questions/{questionId}/answers/{answerId}`: an answer of the shop in other words. */
export const answerChange = z.strictObject({
  body: longWords(LIMITS.answerMax),
  /**
   * When the answer that this one replaces was last written: its `editedAt`, else its `createdAt`. Where somebody
   * wrote meanwhile, it is refused with 412. Left out, whatever stands is replaced.
   */
  replaces: instant.optional(),
});
export type AnswerChange = z.infer<typeof answerChange>;

/** Who speaks: the shop, somebody who bought the product there, or who belongs to the shop. */
export type Answerer = 'shop' | 'buyer' | 'insider';

/** An answer as everybody sees it. */
export interface PublicAnswer {
  readonly id: string;
  readonly from: Answerer;
  readonly name: string;
  readonly body: string;
  readonly language: string | null;
  readonly helpful: number;
  readonly createdAt: string;
}

/** A question with its answers: the shop's first, then those that help most. */
export interface PublicQuestion {
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly body: string;
  readonly language: string | null;
  readonly createdAt: string;
  readonly answerCount: number;
  readonly answers: readonly PublicAnswer[];
}

/** `GET /products/{productId}/questions` */
export interface QuestionPage {
  readonly items: readonly PublicQuestion[];
  readonly nextCursor: string | null;
}
export const questionsQuery = z.object({ cursor: z.string().max(100).optional() });

/** What became of one's own question or answer. */
export interface OwnPost {
  readonly id: string;
  readonly state: ReviewState;
  readonly createdAt: string;
}

/** What a list of questions and answers is narrowed to. */
const postFilters = z.object({
  /** What is waiting for a person; questions with or without an answer; what is withheld; or all of it. */
  state: z.enum(POST_STATES).default('waiting'),
  kind: z.enum(['question', 'answer']).optional(),
  productId: id.optional(),
  /** Words of its text. */
  search: z.string().overwrite(cleanLine).max(LIMITS.reviewSearchMax).optional(),
  /** Written from this instant on, and before that one. */
  from: instant.optional(),
  until: instant.optional(),
  /** By when it was written; what waits is by since when it does. */
  order: z.enum(['asc', 'desc']).default('asc'),
});

/** `GET /v1/questions`: what is waiting for a person, unanswered, answered, or in one state. */
export const postsQuery = postFilters.extend({
  /** Whether it is to be counted how many there are. */
  counted: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageMax).default(LIMITS.pageDefault),
});
export type PostsQuery = z.output<typeof postsQuery>;

/** `GET /v1/exports/questions`: the same as a table for spreadsheets, in columns of one's choice. */
export const postExportQuery = postFilters.extend({ columns: columnsOf(QUESTION_COLUMNS) });

/** A question or an answer in the merchant's list. */
export interface ModeratedPost {
  readonly id: string;
  readonly kind: 'question' | 'answer';
  readonly questionId: string | null;
  readonly productId: string;
  /** What the product is called; null where nobody has told. */
  readonly product: NamedProduct | null;
  readonly from: Answerer | 'shopper';
  readonly name: string;
  readonly body: string;
  readonly state: ReviewState;
  readonly signals: readonly ReviewSignal[];
  readonly reason: WithholdReason | null;
  readonly decision: ReviewDecision | null;
  readonly answerCount: number;
  readonly createdAt: string;
  /** When the shop mended its answer. */
  readonly editedAt: string | null;
}

/** A list of them. */
export interface PostList {
  readonly items: readonly ModeratedPost[];
  readonly nextCursor: string | null;
  /** Only where it was asked to be counted. */
  readonly total: Counted | null;
}

/** `GET /v1/questions/{postId}/page`: a question or an answer, with what it answers or is answered by. */
export interface PostPage {
  readonly post: ModeratedPost;
  /** What an answer is to. */
  readonly question: ModeratedPost | null;
  /** Those that are shown, the shop's first. */
  readonly answers: readonly ModeratedPost[];
}

/** The first pages of what stands below a product. */
export interface ProductPosts {
  readonly reviews: ReviewPage;
  readonly questions: QuestionPage;
}
