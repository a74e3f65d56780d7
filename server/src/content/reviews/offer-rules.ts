import type { ReviewOffer } from '@okaeri/shared/reviews';
import { activityParts, type ActivityTerms } from '../../loyalty/activities/activity-rules.ts';
import { isoOf } from '../../platform/lib/clock.ts';

/**
 * What a shopper is offered for a review now. What it will say is not known here, and
 * could not be asked for: the same for every number of stars and every text.
 */
export const offerOf = (terms: ActivityTerms, now: number): ReviewOffer => ({
  points: pointsFor('review', terms, now),
  photoPoints: pointsFor('photo', terms, now),
  programVersion: terms.programVersion,
  shownAt: isoOf(now),
});

/** What is kept with a review: nothing, where nothing was offered. */
export const madeOffer = (offer: ReviewOffer | null): ReviewOffer | null =>
  offer !== null && offer.points + offer.photoPoints > 0 ? offer : null;

function pointsFor(kind: 'review' | 'photo', terms: ActivityTerms, at: number): number {
  return activityParts({ kind, name: null, at, amountMinor: null, currency: null }, terms).reduce(
    (sum, { desired }) => sum + desired,
    0,
  );
}
