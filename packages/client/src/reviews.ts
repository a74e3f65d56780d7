import { segmentOf } from '@okaeri/shared/paths';
import type { ReportReason, MyReviews, ReviewFigures, ReviewPage } from '@okaeri/shared/reviews';
import type { Transport } from './transport.ts';

/** What a page of reviews is asked for. */
export interface ReviewsWanted {
  readonly sort?: 'newest' | 'helpful';
  readonly rating?: number | undefined;
  readonly photos?: boolean;
  readonly search?: string;
  readonly cursor?: string;
}

/** Reviews as they are read, typed. Every call may throw `OkaeriError`. */
export interface ReviewsClient {
  list(productId: string, wanted?: ReviewsWanted): Promise<ReviewPage>;
  figures(): Promise<ReviewFigures>;
  /** What the shopper may be asked about, and what they have written. */
  mine(): Promise<MyReviews>;
  vote(reviewId: string, helps: boolean): Promise<{ readonly helpful: number }>;
  /** Says that something is wrong with a review; without a reason of the list, something else. */
  report(reviewId: string, reason?: ReportReason): Promise<unknown>;
}

/** Makes the part of a client that reads reviews; `review-writer.ts` has the one that writes them. */
export const createReviewsClient = (request: Transport): ReviewsClient => {
  return {
    list: (productId, wanted = {}) =>
      request(`/products/${segmentOf(productId)}/reviews${queryOf(wanted)}`),
    figures: () => request('/reviews/figures'),
    mine: () => request('/me/reviews', { personal: true }),
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
