import { LIMITS } from '@okaeri/shared/limits';
import type { ModeratedPost, PublicQuestion, QuestionPage } from '@okaeri/shared/questions';
import type { Deps } from '../../deps.ts';
import type { ListCursor } from '../../platform/lib/list-cursor.ts';
import type { Tx } from '../../platform/store/store.ts';
import { moderatedPage } from '../moderation/moderated-page.ts';
import { toModerated, toPublicQuestion } from './post-rules.ts';
import {
  selectAnswers,
  selectQuestions,
  selectUnanswered,
  selectWaitingPosts,
  selectWithheldPosts,
} from './queries.ts';
import type { PostRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Questions about a product, each with its first answers. */
export const listQuestions = (
  deps: Deps,
  of: { shop: ShopRow; productId: string; after: ListCursor },
): Promise<QuestionPage> =>
  deps.store.read(async (tx): Promise<QuestionPage> => {
    const { shop, productId, after } = of;
    const limit = LIMITS.reviewPage;
    const page = { shopId: shop.id, productId, afterAt: after.at, afterId: after.id };
    const found = await tx.run(selectQuestions, { ...page, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const items: PublicQuestion[] = [];
    for (const row of shown) {
      const asked = { shopId: shop.id, questionId: row.id, limit: LIMITS.answersShown };
      const answers = row.answers === 0 ? [] : await tx.run(selectAnswers, asked);
      items.push(toPublicQuestion(row, answers));
    }
    const last = found.length > limit ? shown.at(-1) : undefined;
    return { items, nextCursor: last === undefined ? null : `${last.createdAt}_${last.id}` };
  });

type ListState = 'waiting' | 'unanswered' | 'withheld';

const STATEMENTS = {
  waiting: selectWaitingPosts,
  unanswered: selectUnanswered,
  withheld: selectWithheldPosts,
} as const;

/** The merchant's list: what waits for a person, what nobody has answered, what is withheld. */
export const listPosts = (
  deps: Deps,
  shop: ShopRow,
  asked: { state: ListState; after: ListCursor },
): Promise<{ items: ModeratedPost[]; nextCursor: string | null }> =>
  deps.store.read(async (tx) => {
    const { shown, nextCursor } = await moderatedPage({ ...asked, shopId: shop.id }, (page) =>
      selectList(tx, asked.state, page),
    );
    return { items: shown.map(toModerated), nextCursor };
  });

/** How many questions and answers wait for a person, up to a number. */
export const countWaitingPosts = async (tx: Tx, shopId: string, max: number): Promise<number> =>
  (await tx.run(selectWaitingPosts, { shopId, afterAt: 0, afterId: '', limit: max })).length;

function selectList(
  tx: Tx,
  state: ListState,
  page: { shopId: string; afterAt: number; afterId: string; limit: number },
): Promise<PostRow[]> {
  return tx.run(STATEMENTS[state], page);
}
