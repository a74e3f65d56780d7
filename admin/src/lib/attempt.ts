import { PROBLEMS } from '@okaeri/shared/errors';
import { ApiError } from './request.ts';

/** Sends something that must count once, with its `Idempotency-Key`. */
export type Attempt = <T>(body: unknown, send: (key: string) => Promise<T>) => Promise<T>;

/**
 * Keeps the keys of what was sent and not answered. A key belongs to a body: the same sent again after
 * silence has the same key and counts once; what was corrected, and what was done or refused, has a new one.
 */
export const createAttempt = (): Attempt => {
  const keys = new Map<string, string>();
  return async (body, send) => {
    const text = JSON.stringify(body);
    const key = keys.get(text) ?? crypto.randomUUID();
    keys.set(text, key);
    try {
      const done = await send(key);
      keys.delete(text);
      return done;
    } catch (error) {
      if (isRefusal(error)) keys.delete(text);
      throw error;
    }
  };
};

/** Whether the server has decided. Silence, trouble and "not now" say nothing about what was sent. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.code === 'offline') return false;
  const { status } = PROBLEMS[error.code];
  return status < 500 && status !== 429 && error.code !== 'requestInFlight';
}
