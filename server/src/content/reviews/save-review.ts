import type { Deps } from '../../deps.ts';
import type { ActivityFacts } from '../../loyalty/activities/activity-rules.ts';
import { promisedBy } from '../../loyalty/activities/promise-rules.ts';
import type { Activity } from '../../loyalty/activities/record-activity.ts';
import { setActivity } from '../../loyalty/activities/set-activity.ts';
import type { OpenBook } from '../../loyalty/ledger/open-book.ts';
import { loadProgram, type ProgramVersion } from '../../loyalty/program/load-program.ts';
import type { Tx } from '../../platform/store/store.ts';
import { insertReview, selectReview, updateReview } from './queries.ts';
import { addToStats } from './stats-queries.ts';
import { changeOf } from './stats-rules.ts';
import type { ReviewRow } from './tables.ts';

/** Keeps a review, and counts what has changed of it. */
export const saveReview = async (
  tx: Tx,
  before: ReviewRow | null,
  after: ReviewRow,
): Promise<void> => {
  await tx.run(before === null ? insertReview : updateReview, { ...after });
  tellOf(tx, before, after);
  const { shopId, productId } = after;
  const change = changeOf(before, after);
  if (Object.values(change).some((count) => count !== 0))
    await tx.run(addToStats, { shopId, productId, ...change });
};

/** Whether there is a review of this id. */
export const isKnownReview = async (
  tx: Tx,
  key: { shopId: string; id: string },
): Promise<boolean> => (await tx.run(selectReview, key)).length > 0;

/** Everything of a review that points may depend on: that it is there, and whether it has photos. */
export type ReviewFacts = Pick<ReviewRow, 'id' | 'state' | 'insider' | 'offer'> & {
  readonly hasPhotos: boolean;
};

/** The little of a review that its points depend on. */
export const factsOfReview = (row: ReviewRow): ReviewFacts => {
  const { id, state, insider, offer, photos } = row;
  return { id, state, insider, offer, hasPhotos: photos > 0 };
};

/**
 * Moves the points of a review to what they should be: given while it stands, taken back
 * when it was withheld or removed, given again when it comes back. What was shown when it
 * was asked for is what is given: the programme of that day, its campaigns, limits and the author's tier decide. Where
 * nothing was offered, nothing is given.
 */
export const moveReviewPoints = async (
  deps: Deps,
  tx: Tx,
  open: OpenBook,
  input: { review: ReviewFacts; program: ProgramVersion },
): Promise<void> => {
  const { review } = input;
  const version = review.offer?.programVersion ?? input.program.version;
  const document = await loadProgram(deps, tx, { shopId: open.shopper.shopId, version });
  const program = { document, version };
  const stands = !review.insider && (review.state === 'published' || review.state === 'queued');
  await setActivity(deps, tx, open, {
    act: actOf('review', 'review', review, open.now),
    program,
    exists: stands,
  });
  await setActivity(deps, tx, open, {
    act: actOf('photo', 'review-photo', review, open.now),
    program,
    exists: stands && review.hasPhotos,
  });
  if (review.state === 'published' && !review.insider)
    open.profile.advocateAt = open.shopper.advocateAt ?? open.now;
};

function tellOf(tx: Tx, before: ReviewRow | null, after: ReviewRow): void {
  const { shopId, shopperId, id: reviewId, productId, orderId, rating, state } = after;
  const data = { reviewId, productId, orderId, rating, state };
  const isNews = before === null || before.rating !== rating || before.body !== after.body;
  if (isNews && state !== 'removed') tx.emit({ shopId, type: 'review.submitted', shopperId, data });
  if (before?.state === state || state === 'queued') return;
  tx.emit({ shopId, type: `review.${state}`, shopperId, data });
}

function actOf(
  kind: ActivityFacts['kind'],
  prefix: string,
  { id, offer }: ReviewFacts,
  now: number,
): Activity & { promised: NonNullable<Activity['promised']> | null } {
  return {
    id: `${prefix}:${id}`,
    facts: { kind, name: null, at: now, amountMinor: null, currency: null },
    channel: null,
    market: null,
    promised: offer && promisedBy(offer),
  };
}
