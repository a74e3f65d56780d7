import type { Deps } from '../deps.ts';
import { sha256 } from '../lib/digest.ts';
import { first } from '../store/store.ts';
import { afterFailure, waitMs } from './lock-rules.ts';
import {
  deleteFailures,
  insertFailures,
  lockFailures,
  saveFailures,
  selectFailures,
} from './lock-queries.ts';

/** How an address is known here. */
export const digestOf = (email: string): string => sha256(email.trim().toLowerCase());

/** How long nobody may sign in with this address; 0 where they may. */
export const readLock = async (deps: Deps, email: string): Promise<number> => {
  const digest = digestOf(email);
  const known = await deps.store.read((tx) => first(tx, selectFailures, { digest }));
  return waitMs(known, deps.clock.now());
};

/** Counts one failure. It lies in the store, so that all servers count together. */
export const noteFailure = (deps: Deps, email: string): Promise<void> => {
  const digest = digestOf(email);
  const now = deps.clock.now();
  return deps.store.write(async (tx) => {
    await tx.run(insertFailures, { digest, failures: 0, since: now, lockedUntil: null });
    const known = await first(tx, lockFailures, { digest });
    await tx.run(saveFailures, { digest, ...afterFailure(known, now) });
  });
};

/** Somebody signed in: what failed before was a slip. */
export const forgetFailures = (deps: Deps, email: string): Promise<unknown> =>
  deps.store.write((tx) => tx.run(deleteFailures, { digest: digestOf(email) }));
