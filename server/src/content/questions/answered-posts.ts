import type { WordKind } from '../moderation/answer-words.ts';
import { lockPost, selectPost, updatePost } from './queries.ts';
import { POST_VOICES } from './reader-voices.ts';
import type { PostRow } from './tables.ts';
import { unknownPost } from './write-post.ts';

/** Questions and answers as what readers vote on and report. */
export const ANSWERED_POSTS: WordKind<PostRow> = {
  statements: POST_VOICES,
  select: selectPost,
  lock: lockPost,
  save: (tx, _before, after) => tx.run(updatePost, after),
  unknown: unknownPost,
  own: { refused: { code: 'ownReview', detail: 'Others say whether your answer helps.' } },
};
