import type { Context } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Deps } from '../../deps.ts';
import { ProblemError } from './problem.ts';
import { addressOf } from './request-address.ts';

/**
 * Codes one shop may try wrongly from one address, and in how many seconds. Right ones count while
 * they are being looked at, so it leaves room for a busy checkout.
 */
export const FAILED_CODE_LIMIT = { points: 100, duration: 60 } as const;

/** Sign-ins that may fail from one address, whoever they name, and in how many seconds. */
export const FAILED_SIGN_IN_LIMIT = { points: 100, duration: 600 } as const;

/** Links to a new password asked for from one address, and in how many seconds. */
export const RESET_CONNECTION_LIMIT = { points: 20, duration: 3600 } as const;

/** Invitations that may be tried wrongly from one address, and in how many seconds. */
export const FAILED_INVITATION_LIMIT = { points: 30, duration: 600 } as const;

/**
 * Counts attempts by a name (a shop, a door) and the address they come from, so that codes and passwords
 * cannot be guessed. An attempt counts before it is made: of a burst no more are tried than of a queue
 * (OWASP ASVS 5.0, 6.3.1).
 */
export interface AttemptLimit {
  /**
   * Counts an attempt that is about to be made.
   *
   * @throws ProblemError tooManyRequests once the limit is reached
   */
  begin(c: Context, name: string): Promise<void>;
  /** Gives an attempt back that was no guess. */
  giveBack(c: Context, name: string): Promise<void>;
}

/** Makes the counter of one door. */
export const createAttemptLimit = (
  deps: Pick<Deps, 'trustedProxies'>,
  limit: { readonly points: number; readonly duration: number },
): AttemptLimit => {
  const limiter = new RateLimiterMemory(limit);
  const keyOf = (c: Context, name: string): string => `${name} ${addressOf(deps, c)}`;
  return {
    async begin(c, name) {
      const key = keyOf(c, name);
      const used = await limiter.penalty(key);
      if (used.consumedPoints <= limit.points) return;
      // What was refused was not tried: it does not count.
      await limiter.reward(key);
      const seconds = String(Math.max(1, Math.ceil(used.msBeforeNext / 1000)));
      throw new ProblemError('tooManyRequests', 'Too many attempts failed; wait a little.', {
        headers: { 'Retry-After': seconds },
      });
    },
    async giveBack(c, name) {
      await limiter.reward(keyOf(c, name));
    },
  };
};
