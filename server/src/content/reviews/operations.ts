import { reviewSettings } from '@okaeri/shared/review-settings';
import { appealInput } from '@okaeri/shared/review-queue';
import {
  codeInput,
  openInput,
  reportInput,
  reviewInput,
  reviewsQuery,
  starsQuery,
} from '@okaeri/shared/reviews';
import { atStorefront, open, publicPage, type Operations, saysNothing } from '../../operation.ts';

const FILE = { media: 'application/octet-stream' } as const;
const CSV = { media: 'text/csv' } as const;
const HTML = { media: 'text/html' } as const;

/** What the API's document says of this area's routes. */
export const reviewsOperations: Operations = {
  'GET /v1/reviews': {
    id: 'listReviews',
    summary: 'Reviews, by where they stand',
    answers: 'listReviews',
  },
  'GET /v1/exports/reviews': {
    id: 'exportReviewList',
    summary: 'A list of reviews as a table, all of it',
    answers: { media: 'text/csv' },
  },
  'GET /v1/reviews/{reviewId}/page': {
    id: 'getReview',
    summary: 'One review, as the list has it',
    answers: 'getReview',
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
  'GET /review/{publicKey}': {
    id: 'getInvitationPage',
    summary: 'The page an e-mail that asks for a review leads to',
    answers: HTML,
    ...publicPage,
  },
  ...atStorefront({
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
      ...saysNothing('It opens a form.'),
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
  }),
};
