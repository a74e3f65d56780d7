import { and, asc, desc, eq, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  rows,
  textArg,
  inShop,
  byKey,
} from '../../platform/store/statement.ts';
import type { ReviewKey } from './queries.ts';

export const addHelpful = change<ReviewKey & { by: number }>()('addHelpful', (db, t) =>
  db
    .update(t.reviews)
    .set({ helpful: sql`${t.reviews.helpful} + ${arg('by')}` })
    .where(byKey(t.reviews)),
);

export const addReports = change<ReviewKey>()('addReports', (db, t) =>
  db
    .update(t.reviews)
    .set({ reports: sql`${t.reviews.reports} + 1` })
    .where(byKey(t.reviews)),
);

/** Gives no row when this shopper has voted already. */
export const insertVote = rows()('insertReviewVote', (db, t) =>
  db
    .insert(t.reviewVotes)
    .values(everyColumn(t.reviewVotes))
    .onConflictDoNothing()
    .returning({ reviewId: t.reviewVotes.reviewId }),
);

export const deleteVote = rows<{ shopId: string; reviewId: string; shopperId: string }>()(
  'deleteReviewVote',
  (db, t) =>
    db
      .delete(t.reviewVotes)
      .where(
        and(
          inShop(t.reviewVotes),
          eq(t.reviewVotes.reviewId, textArg('reviewId')),
          eq(t.reviewVotes.shopperId, textArg('shopperId')),
        ),
      )
      .returning({ reviewId: t.reviewVotes.reviewId }),
);

/** Gives no row when this shopper has reported it already. */
export const insertReport = rows()('insertReviewReport', (db, t) =>
  db
    .insert(t.reviewReports)
    .values(everyColumn(t.reviewReports))
    .onConflictDoNothing()
    .returning({ reviewId: t.reviewReports.reviewId }),
);

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

/** What a shopper has reported, the newest first. */
export const selectReportsBy = rows<{ shopId: string; shopperId: string; limit: number }>()(
  'selectReviewReportsBy',
  (db, { reviewReports: reports }) =>
    db
      .select({ id: reports.reviewId, reason: reports.reason, note: reports.note, at: reports.at })
      .from(reports)
      .where(and(inShop(reports), eq(reports.shopperId, textArg('shopperId'))))
      .orderBy(desc(reports.at))
      .limit(arg('limit')),
);

/** Takes an erased person's words out of what they reported: that somebody did, and why, stays. */
export const eraseReportNotes = change<{ shopId: string; shopperId: string }>()(
  'eraseReviewReportNotes',
  (db, { reviewReports: reports }) =>
    db
      .update(reports)
      .set({ note: null })
      .where(and(inShop(reports), eq(reports.shopperId, textArg('shopperId')))),
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
