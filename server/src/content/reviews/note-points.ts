import type { Tx } from '../../platform/store/store.ts';
import { setPointsGiven } from './queries.ts';

/** The shop gave points to the author of a review, which had told of something that went wrong: edited later, it says so. */
export const notePointsGiven = (
  tx: Tx,
  review: { shopId: string; id: string; now: number },
): Promise<unknown> => tx.run(setPointsGiven, review);
