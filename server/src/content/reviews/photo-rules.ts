import type { ReviewState } from '@okaeri/shared/reviews';

/**
 * The place of a photo that was taken from its review, or whose author was erased. One that still
 * waits for a review has the first place.
 */
export const LET_GO = -1;

/** What is known of a photo: its review with the state of that, and its place in it. */
export interface PhotoPlace {
  readonly reviewId: string | null;
  readonly state: ReviewState | null;
  readonly position: number;
}

/**
 * Whether anyone who knows the name of a photo is shown it: with its review, also while that waits
 * to be looked at, as its author alone knows the name then. So is one that waits for its review.
 */
export const mayBeShown = ({ reviewId, state, position }: PhotoPlace): boolean =>
  reviewId === null ? position !== LET_GO : state === 'published' || state === 'queued';
