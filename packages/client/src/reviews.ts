import { segmentOf } from '@okaeri/shared/paths';
import type {
  ReportReason,
  MyReviews,
  OwnReview,
  ReviewFigures,
  ReviewForm,
  ReviewInput,
  ReviewPage,
  ReviewPhoto,
} from '@okaeri/shared/reviews';
import type { Transport } from './transport.ts';

/** What a page of reviews is asked for. */
export interface ReviewsWanted {
  readonly sort?: 'newest' | 'helpful';
  readonly rating?: number | undefined;
  readonly photos?: boolean;
  readonly search?: string;
  readonly cursor?: string;
}

/** What may be said in a review; what is not said is empty. */
export type ReviewDraft = Pick<ReviewInput, 'rating' | 'body'> & Partial<ReviewInput>;

/** Reviews, typed. Every call may throw `OkaeriError`. */
export interface ReviewsClient {
  list(productId: string, wanted?: ReviewsWanted): Promise<ReviewPage>;
  figures(): Promise<ReviewFigures>;
  /** What the shopper may be asked about, and what they have written. */
  mine(): Promise<MyReviews>;
  /** Opens the form: from then on what is offered is a fact. */
  open(productId: string, orderId?: string): Promise<ReviewForm>;
  /** Saves one's review of a product; the same again changes nothing. */
  save(productId: string, draft: ReviewDraft): Promise<OwnReview>;
  remove(productId: string): Promise<OwnReview>;
  /** Says why one's withheld review should be shown; a person looks again. */
  appeal(productId: string, text: string): Promise<OwnReview>;
  /** Uploads a photo, which then waits for its review. */
  addPhoto(photo: Blob): Promise<ReviewPhoto>;
  vote(reviewId: string, helps: boolean): Promise<{ readonly helpful: number }>;
  /** Says that something is wrong with a review; without a reason of the list, something else. */
  report(reviewId: string, reason?: ReportReason): Promise<unknown>;
}

/** Makes the part of a client that is about reviews. */
export const createReviewsClient = (request: Transport): ReviewsClient => {
  const productPath = (productId: string): string => `/me/reviews/${segmentOf(productId)}`;
  return {
    list: (productId, wanted = {}) =>
      request(`/products/${segmentOf(productId)}/reviews${queryOf(wanted)}`),
    figures: () => request('/reviews/figures'),
    mine: () => request('/me/reviews', { personal: true }),
    open: (productId, orderId) =>
      request(`${productPath(productId)}/open`, {
        method: 'POST',
        body: { orderId },
        personal: true,
      }),
    save: (productId, draft) =>
      request(productPath(productId), { method: 'PUT', body: draft, personal: true }),
    remove: (productId) => request(productPath(productId), { method: 'DELETE', personal: true }),
    appeal: (productId, text) =>
      request(`${productPath(productId)}/appeal`, {
        method: 'POST',
        body: { text },
        personal: true,
      }),
    addPhoto: (photo) =>
      request('/me/reviews/photos', { method: 'POST', body: photo, personal: true }),
    vote: (reviewId, helps) =>
      request(`/reviews/${segmentOf(reviewId)}/vote`, {
        method: helps ? 'PUT' : 'DELETE',
        personal: true,
      }),
    report: (reviewId, reason) =>
      request(`/reviews/${segmentOf(reviewId)}/report`, {
        method: 'PUT',
        body: { reason },
        personal: true,
      }),
  };
};

function queryOf(wanted: ReviewsWanted): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted))
    if (value !== undefined && value !== '' && value !== false) query.set(name, String(value));
  return query.size === 0 ? '' : `?${query}`;
}
