import type { QueuedReview } from '@okaeri/shared/reviews';

/** What a review is called: its title, else how it begins. */
export const reviewTitle = ({ title, body }: QueuedReview): string =>
  title ?? Array.from(body).slice(0, 60).join('');
