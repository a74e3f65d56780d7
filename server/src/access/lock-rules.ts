/** How often something may be tried, and for how long nobody may once that was too often. */
export interface AttemptRule {
  readonly attemptsMax: number;
  readonly windowMs: number;
  readonly lockMs: number;
}

/**
 * Passwords that may be tried wrongly for one address within the window. The lock is short, and does not
 * hold for devices that have signed in before: nobody can be kept out by a stranger
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
 */
export const SIGN_IN_ATTEMPTS: AttemptRule = {
  attemptsMax: 10,
  windowMs: 15 * 60_000,
  lockMs: 15 * 60_000,
};

/** Links to a new password that are sent to one address within the window. */
export const RESET_ATTEMPTS: AttemptRule = {
  attemptsMax: 3,
  windowMs: 60 * 60_000,
  lockMs: 60 * 60_000,
};

/** Rows of attempts older than this say nothing any more. */
export const ATTEMPTS_KEPT_MS = 2 * 60 * 60_000;

/** What is known of attempts under one name. `failures` counts those that have not turned out well. */
export interface Failures {
  readonly failures: number;
  readonly since: number;
  readonly lockedUntil: number | null;
}

/**
 * Counts an attempt before it is made: of any number at the same time, no more than `attemptsMax` are
 * tried. One that turns out well is taken back afterwards.
 *
 * @returns how long the attempt must wait, 0 where it may be made; and the state it leaves
 */
export const countAttempt = (
  known: Failures | undefined,
  rule: AttemptRule,
  now: number,
): { waitMs: number; next: Failures } => {
  const waitMs = (known?.lockedUntil ?? 0) - now;
  if (known !== undefined && waitMs > 0) return { waitMs, next: known };
  const isOver = known === undefined || now - known.since >= rule.windowMs;
  const failures = isOver ? 1 : known.failures + 1;
  const lockedUntil = failures >= rule.attemptsMax ? now + rule.lockMs : null;
  return { waitMs: 0, next: { failures, since: isOver ? now : known.since, lockedUntil } };
};

/** The state after an attempt that was counted and could not be made. */
export const withoutAttempt = (known: Failures, rule: AttemptRule): Failures => {
  const failures = Math.max(0, known.failures - 1);
  const lockedUntil = failures >= rule.attemptsMax ? known.lockedUntil : null;
  return { ...known, failures, lockedUntil };
};
