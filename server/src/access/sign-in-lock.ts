import type { Deps } from '../deps.ts';
import { sha256 } from '../platform/lib/digest.ts';
import { first } from '../platform/store/store.ts';
import { countAttempt, RESET_ATTEMPTS, SIGN_IN_ATTEMPTS, withoutAttempt } from './lock-rules.ts';
import { deleteFailures, insertFailures, lockFailures, saveFailures } from './lock-queries.ts';

/** What is counted, and how often each may be tried. */
const RULES = { signIn: SIGN_IN_ATTEMPTS, reset: RESET_ATTEMPTS } as const;

type AttemptKind = keyof typeof RULES;

/** How an address is known here. */
export const digestOf = (email: string): string => sha256(email.trim().toLowerCase());

/** What attempts of one kind with one address are counted under; a device that is known has a count of its own. */
export const attemptName = (kind: 'reset' | 'device', email: string, device = ''): string =>
  sha256(`${kind} ${device} ${digestOf(email)}`);

/**
 * Counts an attempt before it is made. It lies in the store, so that all servers count together.
 *
 * @returns how long it must wait; 0 where it may be made
 */
export const beginAttempt = (deps: Deps, digest: string, kind: AttemptKind): Promise<number> => {
  const now = deps.clock.now();
  return deps.store.write(async (tx) => {
    await tx.run(insertFailures, { digest, failures: 0, since: now, lockedUntil: null });
    const { waitMs, next } = countAttempt(
      await first(tx, lockFailures, { digest }),
      RULES[kind],
      now,
    );
    if (waitMs === 0) await tx.run(saveFailures, { digest, ...next });
    return waitMs;
  });
};

/** Takes back an attempt that was counted and could not be made. */
export const takeBackAttempt = (deps: Deps, digest: string, kind: AttemptKind): Promise<unknown> =>
  deps.store.write(async (tx) => {
    const known = await first(tx, lockFailures, { digest });
    if (known !== undefined)
      await tx.run(saveFailures, { digest, ...withoutAttempt(known, RULES[kind]) });
  });

/** Somebody signed in: what failed before was a slip. */
export const forgetFailures = (deps: Deps, digest: string): Promise<unknown> =>
  deps.store.write((tx) => tx.run(deleteFailures, { digest }));
