/** Where the time comes from: epoch milliseconds, passed in so that rules never ask for it themselves. */
export interface Clock {
  now(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;

/** Milliseconds in one day of 24 hours; holds and expiries count in these. */
export const DAY_MS = 86_400_000;

/**
 * The instant that never comes: the largest time a JavaScript date can carry.
 * Stored instead of NULL so that "earliest first" sorts alike on both engines.
 */
export const NEVER_AT = 8_640_000_000_000_000;

/** ISO 8601 in UTC for the API, or null for the instant that never comes. */
export const toIso = (at: number): string | null =>
  at >= NEVER_AT ? null : new Date(at).toISOString();

let lastAt = Number.NaN;
let lastIso = '';

/** ISO 8601 in UTC for an instant that is known to come. */
export const isoOf = (at: number): string => {
  // Two dozen answers may leave within one millisecond, and each says when that was.
  if (at === lastAt) return lastIso;
  lastIso = new Date(at).toISOString();
  lastAt = at;
  return lastIso;
};
