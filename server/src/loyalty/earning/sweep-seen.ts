import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { sweepRows } from '../../platform/store/sweep-rows.ts';
import { deleteOldSeen } from '../ledger/usage-queries.ts';

/** How long it is kept how much a shopper looked at on a day: the day itself counts, and no other. */
export const SEEN_KEPT_MS = 2 * DAY_MS;

/**
 * Forgets how much was looked at on days that are over. A sandbox's clock is ahead of this one, so that its
 * days go later. What caps, challenges and streaks count is never swept: a refund may still change any period.
 */
export const sweepSeen = (deps: Deps): Promise<number> =>
  sweepRows(deps.store, deleteOldSeen, deps.clock.now() - SEEN_KEPT_MS);
