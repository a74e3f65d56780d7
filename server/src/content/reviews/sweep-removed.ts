import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { deleteReportsOf, deleteVotesOf } from './report-queries.ts';
import { letGoPhotosOf } from './let-go-photos.ts';
import { deleteReview, selectLongRemoved } from './removal-queries.ts';

/** How long what was removed is kept (ISO 20488 asks for a year at least). */
export const REMOVED_KEPT_MS = 366 * DAY_MS;
const AT_ONCE = 100;

/** Removes a review's row with all that hangs on it. Its photos are swept. */
export const dropReview = async (tx: Tx, key: { shopId: string; id: string }): Promise<void> => {
  const { shopId, id } = key;
  await letGoPhotosOf(tx, key);
  await tx.run(deleteVotesOf, { shopId, reviewId: id });
  await tx.run(deleteReportsOf, { shopId, reviewId: id });
  await tx.run(deleteReview, key);
};

/** Forgets reviews that were removed more than a year ago. What was withheld stays: it is published as a figure. */
export const sweepRemoved = async (deps: Deps): Promise<number> => {
  const before = deps.clock.now() - REMOVED_KEPT_MS;
  const found = await deps.store.read((tx) =>
    tx.run(selectLongRemoved, { before, limit: AT_ONCE }),
  );
  for (const key of found) {
    if (deps.underWay.stopping.aborted) break;
    await deps.store.write((tx) => dropReview(tx, key));
  }
  return found.length;
};
