import type { Outcome } from '../../platform/lib/outcome.ts';
import type { AnswerInput, ModeratedPost } from '@okaeri/shared/questions';
import type { DecisionInput, DecisionsAnswer } from '@okaeri/shared/reviews';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../platform/lib/ids.ts';
import { decideEach } from '../moderation/decide-each.ts';
import { digestOfText, foldWords } from '../moderation/signal-rules.ts';
import { first } from '../../platform/store/store.ts';
import { decidedPost, newPost, toModerated } from './post-rules.ts';
import { lockPost, selectAnswers, selectPost } from './queries.ts';
import { savePost, unknownPost } from './write-post.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Publishes a question or an answer, or withholds it for a reason of the list. */
export const decidePost = (
  deps: Deps,
  input: { shop: ShopRow; postId: string; decision: DecisionInput },
): Promise<Outcome<ModeratedPost>> =>
  deps.store.write(async (tx): Promise<Outcome<ModeratedPost>> => {
    const { shop, postId, decision } = input;
    const now = nowOf(deps, shop);
    const row = await first(tx, lockPost, { shopId: shop.id, id: postId });
    if (row === undefined || row.state === 'removed') return unknownPost(postId);
    const after = decidedPost(row, decision, now);
    await savePost(deps, tx, { shop, before: row, after, now });
    return { ok: toModerated(after) };
  });

/** The same decision about many. */
export const decidePosts = (
  deps: Deps,
  input: { shop: ShopRow; ids: readonly string[]; decision: DecisionInput },
): Promise<DecisionsAnswer> => {
  const { ids, ...same } = input;
  return decideEach(ids, (postId) => decidePost(deps, { ...same, postId }));
};

/** Answers looked through for the same words; the shop's own come first. */
const GIVEN_MAX = 50;

/** The shop's own answer, shown at once and first. The same words again are the same answer. */
export const answerAsShop = (
  deps: Deps,
  input: { shop: ShopRow; questionId: string; answer: AnswerInput },
): Promise<Outcome<ModeratedPost>> =>
  deps.store.write(async (tx): Promise<Outcome<ModeratedPost>> => {
    const { shop, questionId, answer } = input;
    const now = nowOf(deps, shop);
    const question = await first(tx, selectPost, { shopId: shop.id, id: questionId });
    if (question === undefined || question.questionId !== null || question.state === 'removed')
      return unknownPost(questionId);
    const textDigest = digestOfText(foldWords(answer.body));
    const given = await tx.run(selectAnswers, { shopId: shop.id, questionId, limit: GIVEN_MAX });
    const same = given.find((row) => row.author === 'shop' && row.textDigest === textDigest);
    if (same !== undefined) return { ok: toModerated(same) };
    const after = newPost({
      shopId: shop.id,
      id: newId(),
      productId: question.productId,
      questionId,
      shopperId: null,
      author: 'shop',
      name: answer.name ?? '',
      body: answer.body,
      language: answer.language ?? null,
      textDigest,
      signals: [],
      now,
    });
    await savePost(deps, tx, { shop, before: null, after, now });
    return { ok: toModerated(after) };
  });
