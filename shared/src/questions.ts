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
import { locale } from './values.ts';
import { longWords, shortWordsIfAny } from './words.ts';

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

/** `GET /v1/questions`: what is waiting for a person, unanswered, or in one state. */
export const postsQuery = z.object({
  state: z.enum(['waiting', 'unanswered', 'withheld']).default('waiting'),
  cursor: z.string().max(100).optional(),
});

/** A question or an answer in the merchant's list. */
export interface ModeratedPost {
  readonly id: string;
  readonly kind: 'question' | 'answer';
  readonly questionId: string | null;
  readonly productId: string;
  readonly from: Answerer | 'shopper';
  readonly name: string;
  readonly body: string;
  readonly state: ReviewState;
  readonly signals: readonly ReviewSignal[];
  readonly reason: WithholdReason | null;
  readonly decision: ReviewDecision | null;
  readonly answerCount: number;
  readonly createdAt: string;
}

/** The first pages of what stands below a product. */
export interface ProductPosts {
  readonly reviews: ReviewPage;
  readonly questions: QuestionPage;
}
