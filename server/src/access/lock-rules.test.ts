import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATTEMPTS_KEPT_MS,
  countAttempt,
  RESET_ATTEMPTS,
  SIGN_IN_ATTEMPTS,
  withoutAttempt,
  type Failures,
} from './lock-rules.ts';

const RULE = { attemptsMax: 3, windowMs: 1000, lockMs: 500 };

const after = (times: readonly number[]): { known: Failures | undefined; tried: number } => {
  let known: Failures | undefined;
  let tried = 0;
  for (const at of times) {
    const { waitMs, next } = countAttempt(known, RULE, at);
    known = next;
    if (waitMs === 0) tried += 1;
  }
  return { known, tried };
};

describe('counting attempts before they are made', () => {
  it('lets as many pass as the rule allows, and locks with the last of them', () => {
    expect(after([0, 1, 2]).tried).toBe(3);
    expect(after([0, 1, 2, 3, 4]).tried).toBe(3);
    expect(countAttempt(after([0, 1, 2]).known, RULE, 3).waitMs).toBe(499);
  });

  it('opens again at the end of the lock, not before', () => {
    const { known } = after([0, 1, 2]);
    expect(countAttempt(known, RULE, 501).waitMs).toBe(1);
    expect(countAttempt(known, RULE, 502)).toEqual({
      waitMs: 0,
      next: { failures: 4, since: 0, lockedUntil: 1002 },
    });
  });

  it('counts on within a window, whenever it began', () => {
    expect(after([0, 0]).known?.failures).toBe(2);
    expect(after([5000, 5999]).known).toEqual({ failures: 2, since: 5000, lockedUntil: null });
  });

  it('starts a new window at its end', () => {
    expect(countAttempt(after([0, 1]).known, RULE, 999).next.failures).toBe(3);
    expect(countAttempt(after([0, 1]).known, RULE, 1000).next).toEqual({
      failures: 1,
      since: 1000,
      lockedUntil: null,
    });
  });

  it('takes back an attempt that was not made, and the lock with it', () => {
    const { known } = after([0, 1, 2]);
    if (known === undefined) throw new Error('Nothing was counted.');
    expect(withoutAttempt(known, RULE)).toEqual({ failures: 2, since: 0, lockedUntil: null });
    const twice = { failures: 4, since: 0, lockedUntil: 502 };
    expect(withoutAttempt(twice, RULE)).toEqual({ ...twice, failures: 3 });
    expect(withoutAttempt({ failures: 0, since: 0, lockedUntil: null }, RULE).failures).toBe(0);
  });

  it('never lets more than the limit pass within one window, however they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 499 }), { maxLength: 60 }), (times) => {
        expect(after(times.toSorted((a, b) => a - b)).tried).toBeLessThanOrEqual(3);
      }),
    );
  });
});

it('attempts are kept twice as long as the longest window and lock', () => {
  const spans = [SIGN_IN_ATTEMPTS, RESET_ATTEMPTS].map(({ windowMs, lockMs }) =>
    Math.max(windowMs, lockMs),
  );
  expect(ATTEMPTS_KEPT_MS).toBe(2 * Math.max(...spans));
});

it.each([
  ['signing in', SIGN_IN_ATTEMPTS, [10, 15, 15]],
  ['a new password', RESET_ATTEMPTS, [3, 60, 60]],
])('%s may be tried so often in so many minutes, and is locked for so many', (_, rule, limits) => {
  const { attemptsMax, windowMs, lockMs } = rule;
  expect([attemptsMax, windowMs / 60_000, lockMs / 60_000]).toEqual(limits);
});
