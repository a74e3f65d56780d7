import type { Context } from 'hono';
import { getConnInfo } from '@hono/node-server/conninfo';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Deps } from '../deps.ts';
import { clientAddress } from '../lib/client-address.ts';
import { ProblemError } from './problem.ts';

/** Codes that may be tried wrongly by one shop from one address, and in how many seconds. */
export const FAILED_CODE_LIMIT = { points: 20, duration: 60 } as const;

/** Where a request comes from; an in-process request has no connection. */
const addressOf = (deps: Pick<Deps, 'trustedProxies'>, c: Context): string => {
  try {
    const connection = getConnInfo(c).remote.address ?? 'unknown';
    return clientAddress(connection, c.req.header('x-forwarded-for'), deps.trustedProxies);
  } catch {
    return 'local';
  }
};

/** Sign-ins that may fail from one address, whoever they name, and in how many seconds. */
export const FAILED_SIGN_IN_LIMIT = { points: 100, duration: 600 } as const;

/** Counts failed attempts per shop (or per door) and address, so that codes and passwords cannot be guessed. */
export interface AttemptLimit {
  /** @throws ProblemError tooManyRequests once the limit is reached */
  check(c: Context, shopId: string): Promise<void>;
  failed(c: Context, shopId: string): Promise<void>;
}

export const createAttemptLimit = (
  deps: Pick<Deps, 'trustedProxies'>,
  limit: { points: number; duration: number },
): AttemptLimit => {
  const limiter = new RateLimiterMemory(limit);
  const keyOf = (c: Context, shopId: string): string => `${shopId} ${addressOf(deps, c)}`;
  return {
    async check(c, shopId) {
      const used = await limiter.get(keyOf(c, shopId));
      if (used === null || used.consumedPoints < limit.points) return;
      const seconds = String(Math.max(1, Math.ceil(used.msBeforeNext / 1000)));
      throw new ProblemError('tooManyRequests', 'Too many attempts failed; wait a little.', {
        headers: { 'Retry-After': seconds },
      });
    },
    async failed(c, shopId) {
      await limiter.penalty(keyOf(c, shopId));
    },
  };
};
