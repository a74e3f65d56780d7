import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Refusal } from '@okaeri/shared/errors';
import type {
  DecisionInput,
  DecisionsAnswer,
  QueuedReview,
  ReplyInput,
} from '@okaeri/shared/review-queue';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { decideEach } from '../moderation/decide-each.ts';
import { decidedOn } from '../moderation/decision-rules.ts';
import { queuedOf, unknownReview } from './queue.ts';
import { lockReview, selectReview } from './queries.ts';
import { factsOfReview, moveReviewPoints, saveReview } from './save-review.ts';
import { signalReview } from './signal-review.ts';
import type { ReviewRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Publishes a review or withholds it for a reason of the list; the author sees which. */
export const decideReview = (
  deps: Deps,
  input: { shop: ShopRow; reviewId: string; decision: DecisionInput },
): Promise<Outcome<QueuedReview>> =>
  change(deps, input, (row, now) => ({ ...row, ...decidedOn(row, input.decision, now) }));

/** The same decision about many. */
export const decideReviews = (
  deps: Deps,
  input: { shop: ShopRow; ids: readonly string[]; decision: DecisionInput },
): Promise<DecisionsAnswer> => {
  const { ids, ...same } = input;
  return decideEach(ids, (reviewId) => decideReview(deps, { ...same, reviewId }));
};

/** Answers a review in public, changes the answer, or takes it back with null. */
export const replyToReview = (
  deps: Deps,
  input: { shop: ShopRow; reviewId: string; text: string | null } & Pick<ReplyInput, 'replaces'>,
): Promise<Outcome<QueuedReview>> =>
  change(deps, input, (row, now) => {
    const { text, replaces } = input;
    const standing = row.reply?.editedAt ?? row.reply?.at ?? null;
    if (replaces !== undefined && !isSameInstant(replaces, standing))
      return {
        refused: { code: 'preconditionFailed', detail: 'The reply is another one by now.' },
      };
    const at = row.reply?.at ?? isoOf(now);
    const editedAt = row.reply === null ? null : isoOf(now);
    return { ...row, reply: text === null ? null : { text, at, editedAt } };
  });

/** Runs a change of a review by the merchant; who holds the author's row holds the review. */
function change(
  deps: Deps,
  input: { shop: ShopRow; reviewId: string },
  next: (row: ReviewRow, now: number) => ReviewRow | { refused: Refusal },
): Promise<Outcome<QueuedReview>> {
  return deps.store.write(async (tx): Promise<Outcome<QueuedReview>> => {
    const { shop, reviewId } = input;
    const key = { shopId: shop.id, id: reviewId };
    const seen = await first(tx, selectReview, key);
    // Locks are taken in one order everywhere: the shopper first, then what is theirs.
    if (seen?.shopperId != null)
      await first(tx, lockShopper, { shopId: shop.id, shopperId: seen.shopperId });
    const row = await first(tx, lockReview, key);
    if (row === undefined || row.state === 'removed') return unknownReview(reviewId);
    const now = nowOf(deps, shop);
    const after = next(row, now);
    if ('refused' in after) return after;
    await saveReview(tx, row, after);
    await signalReview(deps, tx, { shop, after, now });
    if (after.state !== row.state) await followPoints(deps, tx, shop, after);
    return { ok: await queuedOf(tx, after) };
  });
}

/** The same time, however it is written; or none. */
function isSameInstant(one: string | null, other: string | null): boolean {
  return one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other));
}

/** Gives a review's author, where there is one, what it should have earned by now. */
async function followPoints(deps: Deps, tx: Tx, shop: ShopRow, row: ReviewRow): Promise<void> {
  if (row.shopperId === null) return;
  const key = { shopId: shop.id, shopperId: row.shopperId };
  const shopper = await first(tx, lockShopper, key);
  if (shopper === undefined || shopper.erasedAt !== null) return;
  const { document, version } = await currentProgram(deps, tx, shop);
  const open = await openBook(tx, shopper, nowOf(deps, shop));
  const program = { document, version };
  await moveReviewPoints(deps, tx, open, { review: factsOfReview(row), program });
  await saveBook(tx, open);
}
