import { describe, expect, it } from 'vitest';
import { ApiError } from './request.ts';
import { createAttempt, type Attempt } from './attempt.ts';

/** Sends a body and gives the key it went with; where `code` is said, it is answered by that problem. */
const sentWith = async (
  attempt: Attempt,
  body: unknown,
  code?: ApiError['code'],
): Promise<string> => {
  let sent = '';
  const sending = attempt(body, (key) => {
    sent = key;
    return code === undefined ? Promise.resolve() : Promise.reject(new ApiError(code, 'no'));
  });
  await sending.catch(() => undefined);
  return sent;
};

describe('the key of an attempt', () => {
  it.each(['offline', 'internal', 'busy', 'storeUnavailable', 'tooManyRequests'] as const)(
    'stays with its body after "%s", so that it counts once',
    async (code) => {
      const attempt = createAttempt();
      const key = await sentWith(attempt, { points: 500 }, code);
      expect(await sentWith(attempt, { points: 500 })).toBe(key);
    },
  );

  it.each(['adjustmentTooLarge', 'invalidRequest', 'idempotencyKeyReused', 'notAllowed'] as const)(
    'is another after "%s", so that it can be sent again at once',
    async (code) => {
      const attempt = createAttempt();
      const key = await sentWith(attempt, { points: -5000 }, code);
      expect(await sentWith(attempt, { points: -5000 })).not.toBe(key);
    },
  );

  it('is another once the body is another, and the first again with the first', async () => {
    const attempt = createAttempt();
    const key = await sentWith(attempt, { points: 500 }, 'offline');
    expect(await sentWith(attempt, { points: 50 })).not.toBe(key);
    expect(await sentWith(attempt, { points: 500 })).toBe(key);
  });

  it('is another after it was done', async () => {
    const attempt = createAttempt();
    const key = await sentWith(attempt, { points: 500 });
    expect(await sentWith(attempt, { points: 500 })).not.toBe(key);
  });
});
