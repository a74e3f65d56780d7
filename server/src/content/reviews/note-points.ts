import { change, byKey, arg } from '../../platform/store/statement.ts';
import { isNull, sql, and } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';

const setPointsGiven = change<{ shopId: string; id: string; now: number }>()(
  'setReviewPointsGiven',
  (db, t) =>
    db
      .update(t.reviews)
      .set({ pointsGivenAt: sql`${arg('now')}` })
      .where(and(byKey(t.reviews), isNull(t.reviews.pointsGivenAt))),
);

/** The shop gave points to the author of a review, which had told of something that went wrong: edited later, it says so. */
export const notePointsGiven = (
  tx: Tx,
  review: { shopId: string; id: string; now: number },
): Promise<unknown> => tx.run(setPointsGiven, review);
