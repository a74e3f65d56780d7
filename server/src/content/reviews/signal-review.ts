import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { ReadScored } from '../../case-signals.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectReview } from './queries.ts';
import type { ReviewRow } from './tables.ts';

/**
 * Tells cases of the stars of a review, once nothing of it waits for a person: a case must not tell a moderator
 * what they are.
 */
export const signalReview = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; after: ReviewRow; now: number },
): Promise<void> => {
  const { shop, after, now } = input;
  const { id, state, rating, version } = after;
  if (after.insider || after.importedFrom !== null || isQueued(after)) return;
  await deps.signalCase(tx, {
    shop,
    source: { kind: 'review', id },
    by: 'review',
    score: state === 'removed' ? null : rating,
    // The row counts its versions as it is saved: the same one may be edited and decided about.
    change: `${version}:${now}`,
    dueAt: now,
  });
};

/** A review as cases hear of it. */
export const readScoredReview: ReadScored = async (tx, key) => {
  const row = await first(tx, selectReview, key);
  if (row === undefined || row.state === 'removed' || row.shopperId === null) return null;
  if (isQueued(row)) return 'undecided';
  const { shopperId, orderId, rating: score, title, body } = row;
  const quote = [title ?? '', body].join('\n').trim();
  return { shopperId, orderId, by: 'review', score, quote, readyAt: 0 };
};

function isQueued({ state, waitingSince }: ReviewRow): boolean {
  return state === 'queued' || waitingSince !== null;
}
