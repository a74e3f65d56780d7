import type { Deps } from '../deps.ts';
import { deleteEndedSessions, deleteEndedVerifications } from './auth-queries.ts';
import { ATTEMPTS_KEPT_MS } from './lock-rules.ts';
import { deleteOldFailures } from './lock-queries.ts';

/** Forgets sessions and questions that are over, and failures that count no more. */
export const sweepAccess = (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  return deps.store.write(async (tx) => {
    await tx.run(deleteEndedSessions, { now });
    await tx.run(deleteEndedVerifications, { now });
    await tx.run(deleteOldFailures, { before: now - ATTEMPTS_KEPT_MS });
  });
};
