import { LIMITS } from '@okaeri/shared/limits';
import type { PublicQuestion, QuestionPage } from '@okaeri/shared/questions';
import type { Deps } from '../../deps.ts';
import type { ListCursor } from '../../platform/lib/list-cursor.ts';
import { toPublicQuestion } from './post-rules.ts';
import { selectAnswers, selectQuestions } from './queries.ts';
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
