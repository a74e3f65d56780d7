import { segmentOf } from '@okaeri/shared/paths';
import type { OwnReview, ReviewForm, ReviewInput, ReviewPhoto } from '@okaeri/shared/reviews';
import type { Transport } from './transport.ts';

/** What may be said in a review; what is not said is empty. */
export type ReviewDraft = Pick<ReviewInput, 'rating' | 'body'> & Partial<ReviewInput>;

/** Writing one's reviews, typed. Every call may throw `OkaeriError`. */
export interface ReviewWriter {
  /** Opens the form: from then on what is offered is a fact. */
  open(productId: string, orderId?: string): Promise<ReviewForm>;
  /** Saves one's review of a product; the same again changes nothing. */
  save(productId: string, draft: ReviewDraft): Promise<OwnReview>;
  remove(productId: string): Promise<OwnReview>;
  /** Says why one's withheld review should be shown; a person looks again. */
  appeal(productId: string, text: string): Promise<OwnReview>;
  /** Uploads a photo, which then waits for its review. */
  addPhoto(photo: Blob): Promise<ReviewPhoto>;
}

/** Makes the part of a client that writes reviews. */
export const createReviewWriter = (request: Transport): ReviewWriter => {
  const productPath = (productId: string): string => `/me/reviews/${segmentOf(productId)}`;
  return {
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
  };
};
