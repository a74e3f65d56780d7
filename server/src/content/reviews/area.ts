import { USUAL_PRIORITIES } from '@okaeri/shared/touch-priorities';
import { invitationRoutes } from './invitation-routes.ts';
import { mediaRoutes } from './photo-routes.ts';
import { reviewsOperations } from './operations.ts';
import { photoTables } from './photo-tables.ts';
import { reviewTables } from './tables.ts';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { reviewExportRoutes } from './export-reviews.ts';
import { forgetAuthor, moveAuthor } from './forget-author.ts';
import { listWrittenReviews } from './list-written.ts';
import { reviewRoutes } from './merchant-routes.ts';
import { ASKED_FOR_MS } from './purchase-rules.ts';
import { myReviewRoutes, publicReviewRoutes, readerRoutes } from './routes.ts';
import { sendAddressCode } from './send-address-code.ts';
import { sendReviewRequest } from './send-request.ts';
import { readScoredReview } from './signal-review.ts';
import { sweepPhotos } from './sweep-photos.ts';
import { sweepRemoved } from './sweep-removed.ts';
import { PERSON_OF_REPORTS, PERSON_OF_VOTES } from '../moderation/person-uses.ts';
import type { Area } from '../../area.ts';

export const reviews = {
  name: 'content/reviews',
  events: ['review.submitted', 'review.published', 'review.withheld', 'review.removed'],
  schema: [reviewTables, photoTables],
  routes: {
    merchant: { '/reviews': reviewRoutes, '/exports/reviews': reviewExportRoutes },
    storefront: { '/': publicReviewRoutes, '/me/reviews': myReviewRoutes },
    shopper: { '/reviews': readerRoutes },
    public: { '/media': mediaRoutes },
    pages: { '/review': invitationRoutes },
  },
  operations: reviewsOperations,
  tags: { reviews: 'Reviews: decided, answered, brought, taken out' },
  abilities: {
    '/reviews': { read: 'read', write: 'moderate' },
    '/reviews/settings': { read: 'read', write: 'run' },
    '/exports/reviews': { read: 'read', write: 'own' },
    '/reviews/photos': { read: 'moderate', write: 'moderate' },
  },
  jobs: (deps) => [
    { name: 'sweepPhotos', everyMs: HOUR_MS, run: () => sweepPhotos(deps) },
    { name: 'sweepRemoved', everyMs: HOUR_MS, run: () => sweepRemoved(deps) },
  ],
  // A request that stands longer in a page becomes a nuisance.
  touches: {
    addressCode: {
      touchClass: 'service',
      purpose: null,
      priority: 100,
      isAwaited: true,
      // Who is blocked takes back with it what they wrote, which is refused to nobody (E10).
      isAboutOwnPoints: true,
      isProfiled: false,
      isAskedFor: true,
      validForMs: 2 * DAY_MS,
      standsForMs: 7 * DAY_MS,
    },
    reviewRequest: {
      touchClass: 'relationship',
      purpose: 'reviews',
      priority: USUAL_PRIORITIES.reviewRequest,
      isAwaited: false,
      isAboutOwnPoints: false,
      isProfiled: false,
      validForMs: ASKED_FOR_MS,
      standsForMs: 14 * DAY_MS,
    },
  },
  deliveryHandlers: {
    reviewRequest: sendReviewRequest,
    addressCode: sendAddressCode,
  },
  caseSources: { review: readScoredReview },
  tables: {
    reviews: { carried: { id: '' }, person: { list: 'done', move: 'done', erase: 'done' } },
    reviewStats: { carried: { productId: '' } },
    reviewVotes: { carried: { reviewId: '', shopperId: '' }, person: PERSON_OF_VOTES },
    reviewReports: { carried: { reviewId: '', shopperId: '' }, person: PERSON_OF_REPORTS },
    reviewOffers: {
      carried: { shopperId: '', productId: '' },
      person: {
        list: { skipped: 'When a review was asked for; the request is among the contacts.' },
        move: 'done',
        erase: 'done',
      },
    },
    reviewPhotos: {
      carried: { id: '' },
      person: {
        list: 'done',
        move: { skipped: 'A photo belongs to its review; one without is deleted within a day.' },
        erase: 'done',
      },
    },
  },
  personalData: {
    list: listWrittenReviews,
    move: moveAuthor,
    erase: forgetAuthor,
  },
} satisfies Area;

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    reviewRequest: {
      readonly orderId: string;
      /** 0 for the first, then the reminders. */
      readonly step: number;
    };
    addressCode: { readonly shopperId: string; readonly sealedCode: string };
  }
}
