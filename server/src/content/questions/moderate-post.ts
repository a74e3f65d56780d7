import type { Outcome } from '../../platform/lib/outcome.ts';
import type { AnswerInput, ModeratedPost } from '@okaeri/shared/questions';
import type { DecisionInput, DecisionsAnswer, ReportInput } from '@okaeri/shared/reviews';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { newId } from '../../platform/lib/ids.ts';
import { decideEach } from '../moderation/decide-each.ts';
import { digestOfText, foldWords } from '../moderation/signal-rules.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { decidedPost, newPost, REPORTS_TO_QUEUE, toModerated } from './post-rules.ts';
import { lockPost, selectAnswers, selectPost, updatePost } from './queries.ts';
import {
  addPostHelpful,
  addPostReports,
  deletePostVote,
  insertPostReport,
  insertPostVote,
} from './reader-queries.ts';
import { savePost, unknownPost } from './write-post.ts';
import type { PostRow } from './tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
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

type Reader = { readonly shop: ShopRow; readonly shopper: ShopperRow; readonly postId: string };

const OWN = {
  refused: { code: 'ownReview', detail: 'Others say whether your answer helps.' },
} as const;

/** Says that an answer helps, or no longer does. Saying it again changes nothing. */
export const votePost = (
  deps: Deps,
  input: Reader & { helps: boolean },
): Promise<Outcome<{ helpful: number }>> =>
  withShown(deps, input, async (tx, row) => {
    const { shop, shopper, postId, helps } = input;
    const key = { shopId: shop.id, postId, shopperId: shopper.id };
    const changed = await (helps
      ? tx.run(insertPostVote, { ...key, at: nowOf(deps, shop) })
      : tx.run(deletePostVote, key));
    const by = changed.length * (helps ? 1 : -1);
    if (by !== 0) await tx.run(addPostHelpful, { shopId: shop.id, id: postId, by });
    return { ok: { helpful: row.helpful + by } };
  });

/** Says that something is wrong with a question or an answer. It stays until a person has looked. */
export const reportPost = (
  deps: Deps,
  input: Reader & { report: ReportInput },
): Promise<Outcome<{ reported: true }>> =>
  withShown(deps, input, async (tx) => {
    const { shop, shopper, postId, report } = input;
    const { reason, note = null } = report;
    const at = nowOf(deps, shop);
    const key = { shopId: shop.id, postId, shopperId: shopper.id };
    const added = await tx.run(insertPostReport, { ...key, reason, note, at });
    if (added.length > 0) await tx.run(addPostReports, { shopId: shop.id, id: postId });
    const row = await first(tx, lockPost, { shopId: shop.id, id: postId });
    if (row !== undefined && row.reports >= REPORTS_TO_QUEUE && !row.signals.includes('reported'))
      await tx.run(updatePost, {
        ...row,
        signals: [...row.signals, 'reported'],
        waitingSince: row.waitingSince ?? at,
      });
    return { ok: { reported: true as const } };
  });

function withShown<T>(
  deps: Deps,
  { shop, shopper, postId }: Reader,
  act: (tx: Tx, row: PostRow) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return deps.store.write(async (tx): Promise<Outcome<T>> => {
    const row = await first(tx, selectPost, { shopId: shop.id, id: postId });
    if (row?.state !== 'published') return unknownPost(postId);
    return row.shopperId === shopper.id ? OWN : act(tx, row);
  });
}
