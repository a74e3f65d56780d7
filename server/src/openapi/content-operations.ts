import { reviewSettings } from '@okaeri/shared/review-settings';
import type { Operations } from './operation.ts';

const FILE = { media: 'application/octet-stream' } as const;
const CSV = { media: 'text/csv' } as const;
const WRITTEN = { media: 'multipart/form-data' } as const;

/** Reviews and questions, and who decides about them. */
export const CONTENT: Operations = {
  'GET /v1/reviews': {
    id: 'listReviews',
    summary: 'Reviews, by where they stand',
    answers: 'listReviews',
  },
  'POST /v1/reviews/decisions': {
    id: 'decideReviews',
    summary: 'Publish or withhold several reviews',
    answers: 'decideMany',
  },
  'POST /v1/reviews/{reviewId}/decision': {
    id: 'decideReview',
    summary: 'Publish a review, or withhold it for a reason of the list',
    answers: 'decideReview',
  },
  'PUT /v1/reviews/{reviewId}/reply': {
    id: 'replyToReview',
    summary: 'Answer a review in public',
    answers: 'decideReview',
  },
  'DELETE /v1/reviews/{reviewId}/reply': {
    id: 'removeReply',
    summary: 'Take the public answer to a review away',
    answers: 'decideReview',
  },
  'GET /v1/reviews/settings': {
    id: 'getReviewSettings',
    summary: 'How the shop asks for reviews',
    answers: reviewSettings,
  },
  'PUT /v1/reviews/settings': {
    id: 'putReviewSettings',
    summary: 'Change how the shop asks for reviews',
    answers: reviewSettings,
    tagged: true,
  },
  'GET /v1/reviews/figures': {
    id: 'getReviewFigures',
    summary: 'How reviews are counted, and how many are shown and not shown',
    answers: 'getReviewFigures',
  },
  'GET /v1/reviews/photos/{photoId}': {
    id: 'getReviewPhoto',
    summary: 'A photo of a review that is not shown yet',
    answers: { media: 'image/webp' },
  },
  'GET /v1/reviews/export.csv': {
    id: 'exportReviews',
    summary: 'Every review as a file',
    answers: CSV,
  },
  'GET /v1/reviews/feeds/google.xml': {
    id: 'getGoogleFeed',
    summary: 'Reviews as Google wants them',
    answers: { media: 'application/xml' },
  },
  'GET /v1/reviews/feeds/meta.csv': {
    id: 'getMetaFeed',
    summary: 'Reviews as Meta wants them',
    answers: CSV,
  },
  'POST /v1/reviews/imports/preview': {
    id: 'previewReviews',
    summary: 'What would come of a file of reviews',
    answers: 'previewReviews',
    body: WRITTEN,
  },
  'POST /v1/reviews/imports': {
    id: 'importReviews',
    summary: 'Take a file of reviews in',
    answers: 'importReviews',
    statuses: [201],
    body: WRITTEN,
  },
  'GET /v1/reviews/imports': {
    id: 'listImports',
    summary: 'Files of reviews that were taken in',
    answers: 'listImports',
  },
  'DELETE /v1/reviews/imports/{importId}': {
    id: 'undoImport',
    summary: 'Take back what a file of reviews brought',
    answers: 'importReviews',
  },
  'GET /v1/questions': {
    id: 'listQuestions',
    summary: 'Questions and answers, by where they stand',
    answers: 'listQuestions',
  },
  'POST /v1/questions/decisions': {
    id: 'decideQuestions',
    summary: 'Publish or withhold several questions and answers',
    answers: 'decideMany',
  },
  'POST /v1/questions/{postId}/decision': {
    id: 'decideQuestion',
    summary: 'Publish or withhold a question or an answer',
    answers: 'moderatedPost',
  },
  'POST /v1/questions/{questionId}/answers': {
    id: 'answerQuestion',
    summary: 'Answer a question as the shop',
    answers: 'moderatedPost',
    statuses: [200, 201],
  },
  'GET /media/{file}': {
    id: 'getMedia',
    summary: 'A photo of a review that is shown',
    answers: { media: 'image/webp' },
    revalidated: true,
    open: true,
  },
  'GET /storefront/v1/{publicKey}/products/{productId}/reviews.html': {
    id: 'getReviewsPage',
    summary: 'Reviews of a product as HTML with structured data, for pages made on a server',
    answers: { media: 'text/html' },
    open: true,
  },
  'POST /storefront/v1/{publicKey}/me/reviews/photos': {
    id: 'addPhoto',
    summary: 'Add a photo to a review that is being written',
    answers: 'addPhoto',
    statuses: [201],
    body: FILE,
  },
};
