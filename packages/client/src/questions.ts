import { segmentOf } from '@okaeri/shared/paths';
import type { AnswerInput, OwnPost, QuestionInput, QuestionPage } from '@okaeri/shared/questions';
import type { ReportReason } from '@okaeri/shared/reviews';
import type { Transport } from './transport.ts';

/** Questions about products, typed. Every call may throw `OkaeriError`. */
export interface QuestionsClient {
  list(productId: string, cursor?: string): Promise<QuestionPage>;
  /** Asks; the same words again are the same question. */
  ask(productId: string, question: QuestionInput): Promise<OwnPost>;
  /** Answers, as somebody who bought the product. */
  answer(questionId: string, answer: AnswerInput): Promise<OwnPost>;
  /** Takes one's own question or answer back. */
  remove(postId: string): Promise<OwnPost>;
  vote(answerId: string, helps: boolean): Promise<{ readonly helpful: number }>;
  report(postId: string, reason?: ReportReason): Promise<unknown>;
}

/** Makes the part of a client that is about questions. */
export const createQuestionsClient = (request: Transport): QuestionsClient => {
  const ofProduct = (productId: string): string => `/products/${segmentOf(productId)}/questions`;
  const post = (id: string): string => `/questions/${segmentOf(id)}`;
  const say = (path: string, body: QuestionInput | AnswerInput): Promise<OwnPost> =>
    request(path, { method: 'POST', body, personal: true });
  return {
    list: (productId, cursor) =>
      request(ofProduct(productId) + (cursor ? `?cursor=${encodeURIComponent(cursor)}` : '')),
    ask: (productId, question) => say(ofProduct(productId), question),
    answer: (questionId, answer) => say(`${post(questionId)}/answers`, answer),
    remove: (postId) => request(post(postId), { method: 'DELETE', personal: true }),
    vote: (answerId, helps) =>
      request(`${post(answerId)}/vote`, { method: helps ? 'PUT' : 'DELETE', personal: true }),
    report: (postId, reason) =>
      request(`${post(postId)}/report`, { method: 'PUT', body: { reason }, personal: true }),
  };
};
