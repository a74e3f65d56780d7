import { expect, it } from 'vitest';
import { ATTEMPTS_MAX, waitAfter } from './backoff-rules.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

it.each([
  [1, MINUTE_MS],
  [2, 2 * MINUTE_MS],
  [3, 4 * MINUTE_MS],
  [10, 512 * MINUTE_MS],
  // Doubled once more it would be 17 hours.
  [11, 12 * HOUR_MS],
  [12, 12 * HOUR_MS],
  [2000, 12 * HOUR_MS],
])('after %i attempts the next one waits %i ms', (attempts, waitMs) => {
  expect(waitAfter(attempts)).toBe(waitMs);
});

it('twelve attempts are spread over more than one day and less than two', () => {
  expect(ATTEMPTS_MAX).toBe(12);
  const waits = Array.from({ length: ATTEMPTS_MAX - 1 }, (_, index) => waitAfter(index + 1));
  const spreadMs = waits.reduce((sum, wait) => sum + wait, 0);
  expect(spreadMs).toBeGreaterThan(24 * HOUR_MS);
  expect(spreadMs).toBeLessThan(48 * HOUR_MS);
});
