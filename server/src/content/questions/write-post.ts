import type { Refusal } from '@okaeri/shared/errors';
import type { AnswerInput, OwnPost, QuestionInput } from '@okaeri/shared/questions';
import { isProven } from '../../access/proof-of-work.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps, ShopperClaims } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import { enterAuthor } from '../moderation/find-author.ts';
import { findPurchase, isInsider } from '../reviews/load-review.ts';
import { settingsOf } from '../reviews/settings.ts';
import { digestOfText, foldWords, signalsOf } from '../moderation/signal-rules.ts';
import { spamOf } from '../moderation/spam-rules.ts';
import { firstNameOf } from '../reviews/write-review.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { newPost, POSTS_PER_DAY, shownBy, toOwnPost } from './post-rules.ts';
import {
  addAnswers,
  insertPost,
  lockPost,
  selectPost,
  selectPostsBy,
  selectSamePost,
  updatePost,
} from './queries.ts';
import type { PostRow } from './tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

type Outcome = { readonly ok: OwnPost; readonly created: boolean } | { readonly refused: Refusal };
type Asker = { readonly shop: ShopRow; readonly claims: ShopperClaims };

export const unknownPost = (id: string): { refused: Refusal } => ({
  refused: { code: 'unknownPost', detail: `There is no question or answer "${id}".` },
});

const BLOCKED = {
  refused: { code: 'shopperBlocked', detail: 'Blocked shoppers write nothing.' },
} as const;

const NOT_A_BUYER = {
  refused: {
    code: 'notABuyer',
    detail: 'Whoever bought the product answers, or the shop.',
  },
} as const;

/** Keeps a question or an answer, counts what is shown of it, and notifies who waits for it. */
export const savePost = async (
  deps: Deps,
  tx: Tx,
  change: { shop: ShopRow; before: PostRow | null; after: PostRow; now: number },
): Promise<void> => {
  const { shop, before, after, now } = change;
  await tx.run(before === null ? insertPost : updatePost, after);
  if (after.questionId === null) return;
  const by = shownBy(before, after);
  if (by !== 0) await tx.run(addAnswers, { shopId: shop.id, id: after.questionId, by });
  if (by > 0) await tellAsker(deps, tx, { shop, answer: after, now });
};

interface Said {
  readonly shop: ShopRow;
  readonly shopper: ShopperRow;
  readonly now: number;
  readonly productId: string;
  readonly questionId: string | null;
  readonly author: PostRow['author'];
  readonly input: QuestionInput | AnswerInput;
  readonly isProven: boolean;
}

/** Asks about a product. */
export const askQuestion = (
  deps: Deps,
  input: Asker & { productId: string; question: QuestionInput },
): Promise<Outcome> => {
  const { shop, productId, question } = input;
  const proven = isProven(deps, shop, question.proof);
  return asAuthor(deps, input, (tx, shopper, now) => {
    const said = { shop, shopper, now, productId, questionId: null, input: question };
    return say(deps, tx, { ...said, author: 'shopper', isProven: proven });
  });
};

/** Answers a question, as somebody who bought the product, or belongs to the shop and says so. */
export const answerQuestion = (
  deps: Deps,
  input: Asker & { questionId: string; answer: AnswerInput },
): Promise<Outcome> =>
  asAuthor(deps, input, async (tx, shopper, now): Promise<Outcome> => {
    const { shop, questionId, answer } = input;
    const question = await first(tx, selectPost, { shopId: shop.id, id: questionId });
    if (question?.state !== 'published' || question.questionId !== null)
      return unknownPost(questionId);
    const { productId } = question;
    const insider = isInsider(shopper, settingsOf(shop));
    const asked = { orderId: null, onlyThis: false, now };
    const bought = insider || (await findPurchase(tx, { shopper, productId }, asked)) !== null;
    if (!bought) return NOT_A_BUYER;
    const said = { shop, shopper, now, productId, questionId, input: answer };
    // Who has bought it, or belongs to the shop, is no program.
    return say(deps, tx, { ...said, author: insider ? 'insider' : 'buyer', isProven: true });
  });

/** Takes one's own question or answer back. */
export const removePost = (deps: Deps, input: Asker & { postId: string }): Promise<Outcome> =>
  asAuthor(deps, input, async (tx, shopper, now): Promise<Outcome> => {
    const { shop, postId } = input;
    const row = await first(tx, lockPost, { shopId: shop.id, id: postId });
    if (row === undefined || row.shopperId !== shopper.id || row.state === 'removed')
      return unknownPost(postId);
    const after: PostRow = { ...row, state: 'removed', waitingSince: null, removedAt: now };
    await savePost(deps, tx, { shop, before: row, after, now });
    return { ok: toOwnPost(after), created: false };
  });

/** Notifies the asker, once the answer is shown. */
async function tellAsker(
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; answer: PostRow; now: number },
): Promise<void> {
  const { shop, answer, now } = input;
  if (deps.mail === null) return;
  await addToOutbox(deps, tx, {
    shop,
    id: `answer:${answer.id}`,
    payload: { kind: 'answerToQuestion', answerId: answer.id },
    dueAt: now,
  });
}

function asAuthor(
  deps: Deps,
  { shop, claims }: Asker,
  act: (tx: Tx, shopper: ShopperRow, now: number) => Promise<Outcome>,
): Promise<Outcome> {
  return deps.store.write(async (tx): Promise<Outcome> => {
    const now = nowOf(deps, shop);
    const entered = await enterAuthor(deps, tx, { shop, writer: { claims }, now });
    if ('refused' in entered) return entered;
    return entered.ok.status === 'blocked' ? BLOCKED : act(tx, entered.ok, now);
  });
}

/** Writes down what a shopper says. The same words to the same again are what was said before. */
async function say(deps: Deps, tx: Tx, said: Said): Promise<Outcome> {
  const { shop, shopper, now, productId, questionId, author, input } = said;
  const textDigest = digestOfText(foldWords(input.body));
  const who = { shopId: shop.id, shopperId: shopper.id, limit: POSTS_PER_DAY + 1 };
  const latest = await tx.run(selectPostsBy, who);
  const same = latest.find(
    (row) =>
      row.textDigest === textDigest &&
      row.productId === productId &&
      row.questionId === questionId &&
      row.state !== 'removed',
  );
  if (same !== undefined) return { ok: toOwnPost(same), created: false };
  const known = await first(tx, selectSamePost, { shopId: shop.id, textDigest });
  const name = input.name ?? firstNameOf(shopper.name);
  const signals = signalsOf({
    title: null,
    name,
    body: input.body,
    textKnown: known !== undefined,
    photoKnown: false,
    writtenToday: latest.filter(({ createdAt }) => createdAt > now - DAY_MS).length,
    languages: settingsOf(shop).languages,
    ...spamOf(shopper, { website: input.website, isProven: said.isProven }),
  });
  const after = newPost({
    shopId: shop.id,
    id: newId(),
    productId,
    questionId,
    shopperId: shopper.id,
    author,
    name,
    body: input.body,
    language: input.language ?? null,
    textDigest,
    signals,
    now,
  });
  await savePost(deps, tx, { shop, before: null, after, now });
  return { ok: toOwnPost(after), created: true };
}
