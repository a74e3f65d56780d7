import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  one,
  rows,
  textArg,
  given,
  inShop,
  byKey,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { PostRow } from './tables.ts';

export type PostKey = { shopId: string; id: string };
type PageArgs = { shopId: string; afterAt: number; afterId: string; limit: number };
type Posts = Tables['posts'];

// Literal, not a parameter: only so can the partial indexes answer.
const isQuestion = sql`question_id is null`;
const isAnswer = sql`question_id is not null`;
const isShown = sql`state = 'published'`;

export const insertPost = change<PostRow>()('insertPost', (db, t) =>
  db.insert(t.posts).values(everyColumn(t.posts)),
);

/** Everything of a question or answer that may change: never its words. */
export const updatePost = change<PostRow>()('updatePost', (db, t) =>
  db
    .update(t.posts)
    .set({
      ...given(t.posts, 'state', 'waitingSince', 'signals', 'decisions', 'reason', 'removedAt'),
      version: sql`${t.posts.version} + 1`,
    })
    .where(byKey(t.posts)),
);

export const selectPost = rows<PostKey>()('selectPost', (db, t) =>
  db.select().from(t.posts).where(byKey(t.posts)),
);
export const lockPost = rows<PostKey>()('lockPost', (db, t) =>
  forUpdate(db.select().from(t.posts).where(byKey(t.posts))),
);

export const addAnswers = change<PostKey & { by: number }>()('addAnswers', (db, t) =>
  db
    .update(t.posts)
    .set({ answers: sql`${t.posts.answers} + ${arg('by')}` })
    .where(byKey(t.posts)),
);
/** Questions about a product, the newest first. */
export const selectQuestions = rows<PageArgs & { productId: string }>()(
  'selectQuestions',
  (db, t) =>
    db
      .select()
      .from(t.posts)
      .where(
        and(
          ofShop(t.posts),
          eq(t.posts.productId, textArg('productId')),
          isShown,
          isQuestion,
          sql`(${t.posts.createdAt}, ${t.posts.id}) < (${arg('afterAt')}, ${textArg('afterId')})`,
        ),
      )
      .orderBy(desc(t.posts.createdAt), desc(t.posts.id))
      .limit(arg('limit')),
);

/** The first answers to a question: the shop's, then those that help most, the oldest first. */
export const selectAnswers = rows<{ shopId: string; questionId: string; limit: number }>()(
  'selectAnswers',
  (db, t) =>
    db
      .select()
      .from(t.posts)
      .where(and(ofShop(t.posts), eq(t.posts.questionId, textArg('questionId')), isShown, isAnswer))
      .orderBy(asc(t.posts.rank), desc(t.posts.helpful), asc(t.posts.id))
      .limit(arg('limit')),
);

/** What a shopper wrote last, questions and answers. */
export const selectPostsBy = rows<{ shopId: string; shopperId: string; limit: number }>()(
  'selectPostsBy',
  (db, t) =>
    db
      .select()
      .from(t.posts)
      .where(and(ofShop(t.posts), eq(t.posts.shopperId, textArg('shopperId'))))
      .orderBy(desc(t.posts.createdAt))
      .limit(arg('limit')),
);

/** The same words by anybody. */
export const selectSamePost = rows<{ shopId: string; textDigest: string }>()(
  'selectSamePost',
  (db, t) =>
    db
      .select({ id: t.posts.id })
      .from(t.posts)
      .where(and(ofShop(t.posts), eq(t.posts.textDigest, textArg('textDigest'))))
      .limit(one),
);

/** An answer of the shop in other words. */
export const mendAnswer = change<
  Pick<PostRow, 'shopId' | 'id' | 'body' | 'textDigest' | 'editedAt'>
>()('mendAnswer', (db, t) =>
  db
    .update(t.posts)
    .set({
      ...given(t.posts, 'body', 'textDigest', 'editedAt'),
      version: sql`${t.posts.version} + 1`,
    })
    .where(byKey(t.posts)),
);

/** Blanks what an erased person wrote. */
export const erasePost = change<PostKey & { removedAt: number }>()('erasePost', (db, t) =>
  db
    .update(t.posts)
    .set({
      ...given(t.posts, 'removedAt'),
      shopperId: null,
      name: '',
      body: '',
      language: null,
      textDigest: '',
      decisions: sql`'[]'`,
      state: sql`'removed'`,
      waitingSince: null,
      version: sql`${t.posts.version} + 1`,
    })
    .where(byKey(t.posts)),
);

export const movePostsOf = change<{ shopId: string; from: string; to: string }>()(
  'movePostsOf',
  (db, t) =>
    db
      .update(t.posts)
      .set({ shopperId: sql`${arg('to')}` })
      .where(and(ofShop(t.posts), eq(t.posts.shopperId, textArg('from')))),
);

function ofShop(posts: Posts): SQL {
  return inShop(posts);
}
