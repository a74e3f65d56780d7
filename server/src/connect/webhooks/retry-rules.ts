import { DAY_MS } from '../../platform/lib/clock.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * How long to wait after each attempt that failed
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, "Deliverability and reliability").
 */
export const WAITS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Each wait is longer by up to this part of it, so that what failed together does not come together again. */
const JITTER = 0.1;

/** An endpoint that nothing has reached for so long is not tried any more. */
export const GIVEN_UP_MS = 5 * DAY_MS;

/** What `Retry-After` asks for: seconds, or a date (RFC 9110, section 10.2.3). */
export const askedWaitMs = (header: string | undefined, now: number): number => {
  if (header === undefined) return 0;
  const isDate = header.endsWith(' GMT');
  if (!isDate && !/^\d{1,9}$/.test(header)) return 0;
  const asked = isDate ? Date.parse(header) - now : Number(header) * SECOND;
  return Number.isFinite(asked) ? Math.min(Math.max(asked, 0), DAY_MS) : 0;
};

/**
 * When to try again after so many attempts; null where there is no more to try.
 *
 * @param chance between 0 and 1
 */
export const nextTryAt = (
  attempts: number,
  of: { now: number; askedMs: number; chance: number },
): number | null => {
  const wait = WAITS_MS[attempts - 1];
  if (wait === undefined) return null;
  return of.now + Math.max(Math.round(wait * (1 + JITTER * of.chance)), of.askedMs);
};
