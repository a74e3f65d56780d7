import type { PublicReview, ReviewPhoto } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';

/** A photo and the review it came with. */
export interface Shot {
  readonly photo: ReviewPhoto;
  readonly review: PublicReview;
}

/** The photos of reviews, in their order. */
export const shotsOf = (reviews: readonly PublicReview[]): Shot[] =>
  reviews.flatMap((review) => review.photos.map((photo) => ({ photo, review })));

/** Where a photo is. */
export const urlOf = (model: AppModel, photo: ReviewPhoto): string =>
  model.snippet.baseUrl + photo.path;
