import { createTurns } from '../platform/lib/turns.ts';

/**
 * Passwords hashed at once, and how many more may wait. scrypt takes a tenth of a second and 32 MB, on one of
 * the four threads that files, names and photos need too: one at a time leaves three to them. As many wait as
 * may be tried for one address, and a few more; the next are asked to come back.
 */
export const HASH_LIMITS = { atOnce: 1, waitingMax: 16 } as const;

/** The queue of the process. */
const turns = createTurns(HASH_LIMITS);

/**
 * Runs what hashes a password, when it is its turn.
 *
 * @throws QueueFullError when too many wait
 */
export const inHashTurn = <T>(work: () => Promise<T>): Promise<T> => turns.run(work);
