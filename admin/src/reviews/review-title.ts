import type { QueuedReview } from '@okaeri/shared/review-queue';
import { excerptOf } from '../lib/excerpt.ts';

/** What a review is called: its title, else how it begins. */
export const reviewTitle = ({ title, body }: QueuedReview): string => title ?? excerptOf(body, 60);
