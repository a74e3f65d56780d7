import { answerInput, questionInput, questionsQuery } from '@okaeri/shared/questions';
import {
  appealInput,
  codeInput,
  openInput,
  reportInput,
  reviewInput,
  reviewsQuery,
  starsQuery,
} from '@okaeri/shared/reviews';
import { atStorefront, open } from './storefront-paths.ts';

/** What the widget calls about reviews and questions. */
export const STOREFRONT_CONTENT = atStorefront({
  'GET /products/{productId}/reviews': {
    id: 'listProductReviews',
    summary: 'What buyers say of a product',
    answers: 'listProductReviews',
    query: reviewsQuery,
    ...open,
  },
  'GET /stars': {
    id: 'listStars',
    summary: 'Averages of several products',
    answers: 'listStars',
    query: starsQuery,
    ...open,
  },
  'GET /reviews/figures': {
    id: 'getFigures',
    summary: 'How reviews work in this shop',
    answers: 'getReviewFigures',
    ...open,
  },
  'GET /me/reviews': {
    id: 'getMyReviews',
    summary: 'What one has written, and may write about',
    answers: 'getMyReviews',
  },
  'POST /me/reviews/{productId}/open': {
    id: 'openReview',
    summary: 'Begin a review, and see what it earns',
    answers: 'openReview',
    body: openInput,
  },
  'PUT /me/reviews/{productId}': {
    id: 'writeReview',
    summary: 'Write a review, or change it',
    answers: 'writeReview',
    statuses: [200, 201],
    body: reviewInput,
  },
  'DELETE /me/reviews/{productId}': {
    id: 'removeReview',
    summary: 'Take one’s review back',
    answers: 'writeReview',
  },
  'POST /me/reviews/{productId}/appeal': {
    id: 'appealReview',
    summary: 'Object to a review being withheld',
    answers: 'writeReview',
    body: appealInput,
  },
  'POST /me/reviews/confirmation': {
    id: 'sendCode',
    summary: 'Have a code sent, to show that an address is one’s own',
    answers: 'sendCode',
  },
  'PUT /me/reviews/confirmation': {
    id: 'confirmCode',
    summary: 'Show that an address is one’s own',
    answers: 'confirmCode',
    body: codeInput,
  },
  'PUT /reviews/{reviewId}/vote': {
    id: 'voteReview',
    summary: 'Say that a review helps',
    answers: 'voted',
  },
  'DELETE /reviews/{reviewId}/vote': {
    id: 'unvoteReview',
    summary: 'Take that back',
    answers: 'voted',
  },
  'PUT /reviews/{reviewId}/report': {
    id: 'reportReview',
    summary: 'Report a review',
    answers: 'reported',
    body: reportInput,
  },
  'GET /products/{productId}/questions': {
    id: 'listProductQuestions',
    summary: 'What is asked about a product',
    answers: 'listProductQuestions',
    query: questionsQuery,
    ...open,
  },
  'POST /products/{productId}/questions': {
    id: 'askQuestion',
    summary: 'Ask about a product',
    answers: 'ownPost',
    statuses: [200, 201],
    body: questionInput,
  },
  'POST /questions/{questionId}/answers': {
    id: 'answerProductQuestion',
    summary: 'Answer a question',
    answers: 'ownPost',
    statuses: [200, 201],
    body: answerInput,
  },
  'DELETE /questions/{postId}': {
    id: 'removePost',
    summary: 'Take one’s question or answer back',
    answers: 'ownPost',
  },
  'PUT /questions/{postId}/vote': {
    id: 'votePost',
    summary: 'Say that an answer helps',
    answers: 'voted',
  },
  'DELETE /questions/{postId}/vote': {
    id: 'unvotePost',
    summary: 'Take that back',
    answers: 'voted',
  },
  'PUT /questions/{postId}/report': {
    id: 'reportPost',
    summary: 'Report a question or an answer',
    answers: 'reported',
    body: reportInput,
  },
});
