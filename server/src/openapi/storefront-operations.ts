import { claimInput, claimTicketInput } from '@okaeri/shared/activities';
import { contactInput } from '@okaeri/shared/contacts';
import { answerInput, questionInput, questionsQuery } from '@okaeri/shared/questions';
import { redemptionInput } from '@okaeri/shared/redemptions';
import {
  appealInput,
  codeInput,
  openInput,
  reportInput,
  reviewInput,
  reviewsQuery,
  starsQuery,
} from '@okaeri/shared/reviews';
import { profileChange } from '@okaeri/shared/shoppers';
import { quoteInput } from '@okaeri/shared/storefront';
import { eventsInput } from '@okaeri/shared/suggestions';
import type { Operation, Operations } from './operation.ts';

const S = '/storefront/v1/{publicKey}';
const open = { open: true } as const;

const at = (operations: Readonly<Record<string, Operation>>): Operations =>
  Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name.replace(' /', ` ${S}/`),
      operation,
    ]),
  );

/** What the widget calls, with a shopper’s token or as a guest. */
export const STOREFRONT: Operations = at({
  'GET /program': {
    id: 'getPublicProgram',
    summary: 'The programme as shoppers see it',
    answers: 'getPublicProgram',
    ...open,
  },
  'POST /quote': {
    id: 'quote',
    summary: 'What a cart would earn, as it will be earned',
    answers: 'quote',
    body: quoteInput,
    ...open,
  },
  'GET /proof': {
    id: 'getProof',
    summary: 'Work to be done before something is written',
    answers: 'getProof',
    ...open,
  },
  'GET /me': {
    id: 'getMe',
    summary: 'Everything the widget needs, in one answer',
    answers: 'getMe',
  },
  'PATCH /me': {
    id: 'changeMe',
    summary: 'Change one’s own profile',
    answers: 'getMe',
    body: profileChange,
  },
  'DELETE /me': { id: 'eraseMe', summary: 'Be forgotten', answers: null },
  'POST /me/enroll': { id: 'enrollMe', summary: 'Join the programme', answers: 'getMe' },
  'GET /me/export': {
    id: 'exportMe',
    summary: 'Everything that is kept about oneself',
    answers: 'exportMe',
  },
  'GET /me/transactions': {
    id: 'listMyTransactions',
    summary: 'One’s own history, with receipts',
    answers: 'listTransactions',
  },
  'POST /me/card': { id: 'showCard', summary: 'A card to be shown at a till', answers: 'showCard' },
  'POST /me/events': {
    id: 'noteSeen',
    summary: 'Tell which products were looked at',
    answers: null,
    body: eventsInput,
  },
  'GET /me/referral': {
    id: 'getMyReferral',
    summary: 'One’s own code to recommend the shop with',
    answers: 'getMyReferral',
  },
  'POST /me/activities/nonces': {
    id: 'openClaim',
    summary: 'A ticket for an act that a browser may claim',
    answers: 'claimTicket',
    body: claimTicketInput,
  },
  'POST /me/activities': {
    id: 'claimActivity',
    summary: 'Claim an act with its ticket',
    answers: 'recordActivity',
    statuses: [200, 201],
    body: claimInput,
  },
  'POST /me/contacts': {
    id: 'askContact',
    summary: 'Whether the page may ask for something now',
    answers: 'askContact',
    body: contactInput,
  },
  'POST /me/contacts/dismiss': {
    id: 'dismissContact',
    summary: 'Say that one does not want to be asked',
    answers: 'askContact',
    body: contactInput,
  },
  'POST /redemptions': {
    id: 'redeem',
    summary: 'Take a reward',
    answers: 'redeem',
    statuses: [200, 201],
    body: redemptionInput,
    keyed: true,
  },
  'POST /redemptions/{redemptionId}/release': {
    id: 'release',
    summary: 'Give a reward back',
    answers: 'redeem',
  },
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
