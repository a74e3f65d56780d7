/** Sign-ins that may fail for one address within the window, before it is locked. */
export const FAILURES_MAX = 10;
export const FAILURE_WINDOW_MS = 15 * 60_000;
/** How long it is locked. Short enough that nobody can be kept out for a day by a stranger. */
export const LOCK_MS = 15 * 60_000;

/** What is known of failed sign-ins with one address. */
export interface Failures {
  readonly failures: number;
  readonly since: number;
  readonly lockedUntil: number | null;
}

/** How long a sign-in must wait; 0 where it may be tried. */
export const waitMs = (known: Failures | undefined, now: number): number =>
  Math.max(0, (known?.lockedUntil ?? 0) - now);

/** The state after one more failure. */
export const afterFailure = (known: Failures | undefined, now: number): Failures => {
  const isOver = known === undefined || now - known.since >= FAILURE_WINDOW_MS;
  const failures = isOver ? 1 : known.failures + 1;
  const since = isOver ? now : known.since;
  const lockedUntil = failures >= FAILURES_MAX ? now + LOCK_MS : null;
  return { failures, since, lockedUntil };
};
