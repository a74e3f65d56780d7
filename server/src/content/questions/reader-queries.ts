import { and, desc, eq, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  rows,
  textArg,
  inShop,
  byKey,
} from '../../platform/store/statement.ts';
import type { PostKey } from './queries.ts';

export const addPostHelpful = change<PostKey & { by: number }>()('addPostHelpful', (db, t) =>
  db
    .update(t.posts)
    .set({ helpful: sql`${t.posts.helpful} + ${arg('by')}` })
    .where(byKey(t.posts)),
);
export const addPostReports = change<PostKey>()('addPostReports', (db, t) =>
  db
    .update(t.posts)
    .set({ reports: sql`${t.posts.reports} + 1` })
    .where(byKey(t.posts)),
);

type Reader = { shopId: string; postId: string; shopperId: string };

/** Gives no row when this shopper has voted already. */
export const insertPostVote = rows<Reader & { at: number }>()('insertPostVote', (db, t) =>
  db
    .insert(t.postVotes)
    .values(everyColumn(t.postVotes))
    .onConflictDoNothing()
    .returning({ postId: t.postVotes.postId }),
);
export const deletePostVote = rows<Reader>()('deletePostVote', (db, t) =>
  db
    .delete(t.postVotes)
    .where(
      and(
        inShop(t.postVotes),
        eq(t.postVotes.postId, textArg('postId')),
        eq(t.postVotes.shopperId, textArg('shopperId')),
      ),
    )
    .returning({ postId: t.postVotes.postId }),
);
/** Gives no row when this shopper has reported it already. */
export const insertPostReport = rows()('insertPostReport', (db, t) =>
  db
    .insert(t.postReports)
    .values(everyColumn(t.postReports))
    .onConflictDoNothing()
    .returning({ postId: t.postReports.postId }),
);

/** What a shopper has reported, the newest first. */
export const selectPostReportsBy = rows<{ shopId: string; shopperId: string; limit: number }>()(
  'selectPostReportsBy',
  (db, { postReports: reports }) =>
    db
      .select({ id: reports.postId, reason: reports.reason, note: reports.note, at: reports.at })
      .from(reports)
      .where(and(inShop(reports), eq(reports.shopperId, textArg('shopperId'))))
      .orderBy(desc(reports.at))
      .limit(arg('limit')),
);

/** Takes an erased person's words out of what they reported: that somebody did, and why, stays. */
export const erasePostReportNotes = change<{ shopId: string; shopperId: string }>()(
  'erasePostReportNotes',
  (db, { postReports: reports }) =>
    db
      .update(reports)
      .set({ note: null })
      .where(and(inShop(reports), eq(reports.shopperId, textArg('shopperId')))),
);
