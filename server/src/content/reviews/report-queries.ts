import { and, asc, eq, sql } from 'drizzle-orm';
import { change, inShop, rows, textArg } from '../../platform/store/statement.ts';

/** What a review was reported for, and how often. */
export const selectReports = rows<{ shopId: string; reviewId: string }>()(
  'selectReviewReports',
  (db, t) =>
    db
      .select({ reason: t.reviewReports.reason, count: sql<number>`count(*)`.mapWith(Number) })
      .from(t.reviewReports)
      .where(and(inShop(t.reviewReports), eq(t.reviewReports.reviewId, textArg('reviewId'))))
      .groupBy(t.reviewReports.reason)
      .orderBy(asc(t.reviewReports.reason)),
);

export const deleteVotesOf = change<{ shopId: string; reviewId: string }>()(
  'deleteReviewVotesOf',
  (db, t) =>
    db
      .delete(t.reviewVotes)
      .where(and(inShop(t.reviewVotes), eq(t.reviewVotes.reviewId, textArg('reviewId')))),
);

export const deleteReportsOf = change<{ shopId: string; reviewId: string }>()(
  'deleteReviewReportsOf',
  (db, t) =>
    db
      .delete(t.reviewReports)
      .where(and(inShop(t.reviewReports), eq(t.reviewReports.reviewId, textArg('reviewId')))),
);
