import { readerStatements } from '../moderation/reader-queries.ts';

/** Votes on questions and answers, and reports about them. */
export const POST_VOICES = readerStatements('Post', ({ posts, postVotes, postReports }) => ({
  words: posts,
  votes: { table: postVotes, wordId: 'postId' },
  reports: { table: postReports, wordId: 'postId' },
}));
