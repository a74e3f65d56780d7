import type { WordKind } from '../moderation/answer-words.ts';
import { lockReview, selectReview } from './queries.ts';
import { REVIEW_VOICES } from './reader-voices.ts';
import { saveReview } from './save-review.ts';
import type { ReviewRow } from './tables.ts';

/** Reviews as what readers vote on and report. */
export const ANSWERED_REVIEWS: WordKind<ReviewRow> = {
  statements: REVIEW_VOICES,
  select: selectReview,
  lock: lockReview,
  save: saveReview,
  unknown: (id) => ({
    refused: { code: 'unknownReview', detail: `There is no review "${id}".` },
  }),
  own: { refused: { code: 'ownReview', detail: 'Others say whether your review helps.' } },
};
