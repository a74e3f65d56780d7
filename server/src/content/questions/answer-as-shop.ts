import type { Refusal } from '@okaeri/shared/errors';
import type { AnswerChange, ModeratedPost, ShopAnswerInput } from '@okaeri/shared/questions';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { digestOfText, foldWords } from '../moderation/signal-rules.ts';
import { first } from '../../platform/store/store.ts';
import { namedPost } from './name-posts.ts';
import { newPost } from './post-rules.ts';
import { lockPost, mendAnswer, selectAnswers } from './queries.ts';
import { savePost, unknownPost } from './write-post.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Answers looked through for the same words; the shop's own come first. */
const GIVEN_MAX = 50;

/**
 * The shop's own answer, shown at once and first. The same words again are the same answer. Who says that there is
 * none yet is refused where somebody of the shop was quicker.
 */
export const answerAsShop = (
  deps: Deps,
  input: { shop: ShopRow; questionId: string; answer: ShopAnswerInput },
): Promise<Outcome<ModeratedPost>> =>
  deps.store.write(async (tx): Promise<Outcome<ModeratedPost>> => {
    const { shop, questionId, answer } = input;
    const now = nowOf(deps, shop);
    // Held until the end: of two who answer at once, the second finds what the first has said.
    const question = await first(tx, lockPost, { shopId: shop.id, id: questionId });
    if (question === undefined || question.questionId !== null || question.state === 'removed')
      return unknownPost(questionId);
    const textDigest = digestOfText(foldWords(answer.body));
    const given = await tx.run(selectAnswers, { shopId: shop.id, questionId, limit: GIVEN_MAX });
    const own = given.filter(({ author }) => author === 'shop');
    const same = own.find((row) => row.textDigest === textDigest);
    if (same !== undefined) return { ok: await namedPost(tx, same) };
    if (answer.replaces === null && own.length > 0) return isAnother();
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
    return { ok: await namedPost(tx, after) };
  });

/** Says an answer of the shop in other words. Whoever asked is not written to again. */
export const mendAnswerOfShop = (
  deps: Deps,
  input: { shop: ShopRow; questionId: string; answerId: string; change: AnswerChange },
): Promise<Outcome<ModeratedPost>> =>
  deps.store.write(async (tx): Promise<Outcome<ModeratedPost>> => {
    const { shop, questionId, answerId, change } = input;
    const row = await first(tx, lockPost, { shopId: shop.id, id: answerId });
    if (row?.questionId !== questionId || row.author !== 'shop' || row.state === 'removed')
      return unknownPost(answerId);
    const textDigest = digestOfText(foldWords(change.body));
    const { replaces } = change;
    if (replaces !== undefined && Date.parse(replaces) !== (row.editedAt ?? row.createdAt))
      return row.body === change.body ? { ok: await namedPost(tx, row) } : isAnother();
    const after = { ...row, body: change.body, textDigest, editedAt: nowOf(deps, shop) };
    await tx.run(mendAnswer, after);
    return { ok: await namedPost(tx, after) };
  });

function isAnother(): { refused: Refusal } {
  return { refused: { code: 'preconditionFailed', detail: 'The answer is another one by now.' } };
}
