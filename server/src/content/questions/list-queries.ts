import { and, asc, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import { arg, inShop, rows, textArg, type Statement } from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { PostRow } from './tables.ts';

/** What a list of questions and answers goes through. */
export type PostsThrough = 'waiting' | 'unanswered' | 'answered' | 'withheld' | 'product' | 'all';

type Span = { shopId: string; productId: string; from: number; until: number; limit: number };
type Asked = Span & { at: number; id: string };

const THROUGH = ['waiting', 'unanswered', 'answered', 'withheld', 'product', 'all'] as const;

// Literal, not parameters, and of each list its own: by them SQLite knows the index that is meant.
const NARROWED: Record<PostsThrough, SQL> = {
  waiting: sql`waiting_since is not null`,
  unanswered: sql`state = 'published' and question_id is null and answers = 0`,
  answered: sql`state = 'published' and question_id is null and answers > 0`,
  withheld: sql`state = 'withheld' and state <> 'published'`,
  product: sql`rank > -1 and state <> 'removed'`,
  all: sql`rank >= 0 and state <> 'removed'`,
};

const STATEMENTS = new Map(
  THROUGH.flatMap((through) =>
    (['asc', 'desc'] as const).map(
      (order) => [`${through} ${order}`, postsBy(through, order)] as const,
    ),
  ),
);
const COUNTS = new Map(THROUGH.map((through) => [through, countBy(through)]));

/** A stretch of questions and answers by when they were written, or began to wait, after a place. */
export const selectPostsThrough = (
  through: PostsThrough,
  order: 'asc' | 'desc',
): Statement<Asked, PostRow> => {
  const found = STATEMENTS.get(`${through} ${order}`);
  if (found === undefined) throw new Error(`No questions are listed by "${through} ${order}".`);
  return found;
};

/** How many such a list has, up to a limit. */
export const countPostsThrough = (through: PostsThrough): Statement<Span, { total: number }> => {
  const found = COUNTS.get(through);
  if (found === undefined) throw new Error(`No questions are counted by "${through}".`);
  return found;
};

/** How many questions are shown that nobody has answered and that wait for nothing else, up to a limit. */
export const countUnanswered = rows<{ shopId: string; limit: number }>()(
  'countUnanswered',
  (db, t) => {
    const some = db
      .select({ id: t.posts.id })
      .from(t.posts)
      .where(and(inShop(t.posts), NARROWED.unanswered, sql`waiting_since is null`))
      .limit(arg('limit'))
      .as('some');
    return db.select({ total: sql<number>`count(*)`.mapWith(Number) }).from(some);
  },
);

function postsBy(through: PostsThrough, order: 'asc' | 'desc'): Statement<Asked, PostRow> {
  const direction = order === 'asc' ? asc : desc;
  const beyond = order === 'asc' ? sql.raw('>') : sql.raw('<');
  return rows<Asked>()(`selectPostsThrough.${through}.${order}`, (db, t) => {
    const at = columnOf(t, through);
    return db
      .select()
      .from(t.posts)
      .where(
        and(
          narrowed(t, through),
          sql`(${at}, ${t.posts.id}) ${beyond} (${arg('at')}, ${textArg('id')})`,
        ),
      )
      .orderBy(direction(at), direction(t.posts.id))
      .limit(arg('limit'));
  });
}

function countBy(through: PostsThrough): Statement<Span, { total: number }> {
  return rows<Span>()(`countPostsThrough.${through}`, (db, t) => {
    const some = db
      .select({ id: t.posts.id })
      .from(t.posts)
      .where(narrowed(t, through))
      .limit(arg('limit'))
      .as('some');
    return db.select({ total: sql<number>`count(*)`.mapWith(Number) }).from(some);
  });
}

function narrowed(t: Tables, through: PostsThrough): SQL | undefined {
  const at = columnOf(t, through);
  return and(
    inShop(t.posts),
    NARROWED[through],
    through === 'product' ? eq(t.posts.productId, textArg('productId')) : undefined,
    gte(at, arg('from')),
    lt(at, arg('until')),
  );
}

function columnOf({ posts }: Tables, through: PostsThrough) {
  return through === 'waiting' ? posts.waitingSince : posts.createdAt;
}
