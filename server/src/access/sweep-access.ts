import type { Deps } from '../deps.ts';
import { deleteEndedSessions, deleteEndedVerifications } from './auth-queries.ts';
import { ATTEMPTS_KEPT_MS } from './lock-rules.ts';
import { DAY_MS } from '../platform/lib/clock.ts';
import { sweepRows } from '../platform/store/sweep-rows.ts';
import { deleteOldFailures } from './lock-queries.ts';
import { deleteOldActs, deleteOldInvitations } from './sweep-queries.ts';

/** How long the log of acts is kept: two years, so that one whole year can be compared with another. */
export const ACTS_KEPT_MS = 731 * DAY_MS;
/** How long an invitation is kept after it was taken or has ended. */
export const INVITATIONS_KEPT_MS = 30 * DAY_MS;

/** Forgets sessions and questions that are over, failures that count no more, old lines of the log, old invitations. */
export const sweepAccess = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  await deps.store.writeAlone(async (tx) => {
    await tx.run(deleteEndedSessions, { now });
    await tx.run(deleteEndedVerifications, { now });
    await tx.run(deleteOldFailures, { before: now - ATTEMPTS_KEPT_MS });
  });
  await sweepRows(deps.store, deleteOldActs, now - ACTS_KEPT_MS);
  await sweepRows(deps.store, deleteOldInvitations, now - INVITATIONS_KEPT_MS);
};
