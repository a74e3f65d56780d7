import { readerStatements } from '../moderation/reader-queries.ts';

/** Votes on reviews, and reports about them. */
export const REVIEW_VOICES = readerStatements(
  'Review',
  ({ reviews, reviewVotes, reviewReports }) => ({
    words: reviews,
    votes: { table: reviewVotes, wordId: 'reviewId' },
    reports: { table: reviewReports, wordId: 'reviewId' },
  }),
);
