import type { ReviewOffer } from '@okaeri/shared/reviews';
import { toldOffer, type Kept } from '../../loyalty/activities/promise-rules.ts';

/** What was offered for a review, with how it was counted. */
export type KeptReviewOffer = Kept<ReviewOffer>;

/** What is said of an offer beside a review, and to its author: nothing, where nothing was offered. */
export const shownOffer = (offer: KeptReviewOffer | null): ReviewOffer | null =>
  offer !== null && offer.points + offer.photoPoints > 0 ? toldOffer(offer) : null;

/**
 * Which of two offers for one product stands when their shoppers become one: the one that promises more, then the
 * earlier, so that any order of merging ends alike.
 */
export const betterOffer = (one: KeptReviewOffer, other: KeptReviewOffer): KeptReviewOffer => {
  const [left, right] = [rankOf(one), rankOf(other)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return (left[at] ?? 0) <= (right[at] ?? 0) ? one : other;
};

function rankOf({ points, photoPoints, shownAt, programVersion }: ReviewOffer): number[] {
  return [-(points + photoPoints), Date.parse(shownAt), programVersion, -points];
}
