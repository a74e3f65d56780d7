import type { PostList, PostPage, PostsQuery } from '@okaeri/shared/questions';
import { foldWords } from '../moderation/signal-rules.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { ListCursor } from '../../platform/lib/list-cursor.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { countWalked, walkList, type ListWalk } from '../../platform/lib/walk-list.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  countPostsThrough,
  countUnanswered,
  selectPostsThrough,
  type PostsThrough,
} from './list-queries.ts';
import { namedPost, namedPosts } from './name-posts.ts';
import { selectAnswers, selectPost } from './queries.ts';
import type { PostRow } from './tables.ts';
import { unknownPost } from './write-post.ts';

/** What a list is asked for. */
export type PostsAsked = Omit<PostsQuery, 'counted' | 'cursor'> & {
  readonly counted: boolean;
  /** Undefined for the beginning. */
  readonly after: ListCursor | undefined;
};

/** Answers told with a question. */
const ANSWERS_MAX = 50;

/** Behind every id. */
const BEHIND_IDS = '\uFFFF';

/** The merchant's list of questions and answers: each page is a stretch of an index. */
export const listPosts = (deps: Deps, shop: ShopRow, asked: PostsAsked): Promise<PostList> =>
  deps.store.read(async (tx): Promise<PostList> => {
    const { through, span, walk } = walkOf(tx, shop.id, asked);
    const beginning = beginningOf(asked);
    const page = { after: asked.after ?? beginning, limit: asked.limit };
    const { rows, next } = await walkList(walk, page);
    const count = async (limit: number): Promise<number> =>
      (await first(tx, countPostsThrough(through), { ...span, limit }))?.total ?? 0;
    return {
      items: await namedPosts(tx, shop.id, rows),
      nextCursor: next === null ? null : `${next.at}_${next.id}`,
      total: asked.counted ? await countWalked(walk, { first: beginning, count }) : null,
    };
  });

/** A question or an answer, with what it answers or is answered by. */
export const readPost = (
  deps: Deps,
  of: { shop: ShopRow; postId: string },
): Promise<Outcome<PostPage>> =>
  deps.store.read(async (tx): Promise<Outcome<PostPage>> => {
    const { id: shopId } = of.shop;
    const post = await first(tx, selectPost, { shopId, id: of.postId });
    if (post === undefined || post.state === 'removed') return unknownPost(of.postId);
    const { questionId } = post;
    const question =
      questionId === null ? undefined : await first(tx, selectPost, { shopId, id: questionId });
    const about = { shopId, questionId: questionId ?? post.id, limit: ANSWERS_MAX };
    const answers = await tx.run(selectAnswers, about);
    return {
      ok: {
        post: await namedPost(tx, post),
        question: question === undefined ? null : await namedPost(tx, question),
        answers: await namedPosts(tx, shopId, answers),
      },
    };
  });

/** How many questions and answers wait for a person, up to a number. */
export const countWaitingPosts = async (tx: Tx, shopId: string, max: number): Promise<number> => {
  const span = { shopId, productId: '', from: 0, until: Number.MAX_SAFE_INTEGER };
  return (await first(tx, countPostsThrough('waiting'), { ...span, limit: max }))?.total ?? 0;
};

/** How many questions that are shown have no answer, up to a number; those that wait for a person are left out. */
export const countUnansweredPosts = async (tx: Tx, shopId: string, max: number): Promise<number> =>
  (await first(tx, countUnanswered, { shopId, limit: max }))?.total ?? 0;

function walkOf(
  tx: Tx,
  shopId: string,
  asked: PostsAsked,
): {
  through: PostsThrough;
  span: { shopId: string; productId: string; from: number; until: number };
  walk: ListWalk<PostRow, ListCursor>;
} {
  const { state, kind, productId, search, order } = asked;
  const from = asked.from === undefined ? 0 : Date.parse(asked.from);
  const until = asked.until === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(asked.until);
  const isWaiting = state === 'waiting';
  // What waits is listed by since when: when it was written is looked at row by row.
  const time = isWaiting ? { from: 0, until: Number.MAX_SAFE_INTEGER } : { from, until };
  const through = state === 'all' && productId !== undefined ? 'product' : state;
  const words = search === undefined ? '' : foldWords(search);
  const filters: ((row: PostRow) => boolean)[] = [];
  if (kind !== undefined)
    filters.push(({ questionId }) => (questionId === null) === (kind === 'question'));
  if (productId !== undefined && through !== 'product')
    filters.push((row) => row.productId === productId);
  if (words !== '') filters.push(({ body }) => foldWords(body).includes(words));
  if (isWaiting && (asked.from !== undefined || asked.until !== undefined))
    filters.push(({ createdAt }) => createdAt >= from && createdAt < until);
  const span = { shopId, productId: productId ?? '', ...time };
  const statement = selectPostsThrough(through, order);
  return {
    through,
    span,
    walk: {
      select: (after, limit) => tx.run(statement, { ...span, ...after, limit }),
      placeOf: ({ id, waitingSince, createdAt }) => ({
        id,
        at: isWaiting ? (waitingSince ?? createdAt) : createdAt,
      }),
      passes: filters.length === 0 ? null : (row) => filters.every((each) => each(row)),
    },
  };
}

function beginningOf({ order }: PostsAsked): ListCursor {
  return order === 'asc' ? { at: -1, id: '' } : { at: Number.MAX_SAFE_INTEGER, id: BEHIND_IDS };
}
