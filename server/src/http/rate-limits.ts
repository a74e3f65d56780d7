import type { Context } from 'hono';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { BlockList } from 'node:net';
import type { Logger } from '../lib/logger.ts';
import { ProblemError } from './problem.ts';
import { sayInAnswer } from './reply.ts';
import { addressOf, isBehindUnknownProxy } from './request-address.ts';

/**
 * How many requests are answered within a window of so many seconds, by one server process. They are
 * wide: whoever shops, even an office or a telephone network behind one address, never meets them.
 */
export const RATE_LIMITS = {
  /** Everything that comes from one address: 500 shoppers, each with ten pages a minute. */
  address: { points: 60_000, duration: 60 },
  /** What visitors ask of one shop. */
  shop: { points: 300_000, duration: 60 },
  /** What one shopper asks: thirty pages a minute with sixty elements each, and half as much again. */
  shopper: { points: 3000, duration: 60 },
  /** What the backend and the team of one shop ask, whatever visitors do meanwhile. */
  merchant: { points: 300_000, duration: 60 },
} as const;

/** What a request is counted by. */
export type RatePolicy = keyof typeof RATE_LIMITS;

/** Counts requests and refuses what is too much. */
export interface RateLimits {
  /**
   * Counts this request by its address, and says in the answer how much is left.
   *
   * @throws ProblemError tooManyRequests
   */
  byAddress(c: Context): Promise<void>;
  /** The same without refusing: whoever watches the server is always answered. */
  countAddress(c: Context): Promise<void>;
  /** The same by a shop, a shopper or a merchant. */
  by(c: Context, policy: Exclude<RatePolicy, 'address'>, key: string): Promise<void>;
}

/**
 * Makes the counters of one server process. The limits of `RATE_LIMITS` are multiplied by `scale`.
 * Answers carry `RateLimit` and `RateLimit-Policy` as the IETF draft has them
 * (draft-ietf-httpapi-ratelimit-headers-10), for the policy that has the smallest share left.
 */
export function createRateLimits(
  deps: { readonly trustedProxies: BlockList; readonly logger: Logger },
  scale = 1,
): RateLimits {
  const limiters = {
    address: createLimiter('address', scale),
    shop: createLimiter('shop', scale),
    shopper: createLimiter('shopper', scale),
    merchant: createLimiter('merchant', scale),
  };
  let hasWarned = false;

  const warnOfProxy = (c: Context): void => {
    if (hasWarned || !isBehindUnknownProxy(deps, c)) return;
    hasWarned = true;
    deps.logger.warn(
      'many requests come from one address that forwards others; if it is your proxy, name it in TRUSTED_PROXIES',
    );
  };

  /** Counts a request; whether it is within the limit. */
  const take = (c: Context, policy: RatePolicy, key: string): Promise<boolean> => {
    const limiter = limiters[policy];
    return limiter.penalty(key).then((used) => {
      const left = Math.max(0, limiter.points - used.consumedPoints);
      sayRate(c, { policy, limit: limiter.points, left, seconds: secondsOf(used) });
      return used.consumedPoints <= limiter.points;
    });
  };

  return {
    async byAddress(c) {
      if (await take(c, 'address', addressOf(deps, c))) return;
      warnOfProxy(c);
      throw tooMany(c, 'address');
    },
    async countAddress(c) {
      await take(c, 'address', addressOf(deps, c));
    },
    async by(c, policy, key) {
      if (!(await take(c, policy, key))) throw tooMany(c, policy);
    },
  };
}

const WHOM = {
  address: 'this address',
  shop: 'this shop',
  shopper: 'this shopper',
  merchant: 'this shop',
} as const;

function createLimiter(policy: RatePolicy, scale: number): RateLimiterMemory {
  const { points, duration } = RATE_LIMITS[policy];
  return new RateLimiterMemory({ keyPrefix: '', points: points * scale, duration });
}

const secondsOf = (used: RateLimiterRes): number =>
  Math.max(1, Math.ceil(used.msBeforeNext / 1000));

interface Rate {
  readonly policy: RatePolicy;
  readonly limit: number;
  readonly left: number;
  readonly seconds: number;
}

/** Keeps the tightest of the policies that were asked. It is put into words once, when the answer is made. */
function sayRate(c: Context, rate: Rate): void {
  const known = c.get('rate') as Rate | undefined;
  if (known === undefined) sayInAnswer(c, () => rateHeaders(c.get('rate') as Rate));
  else if (known.left / known.limit <= rate.left / rate.limit) return;
  c.set('rate', rate);
}

function rateHeaders({ policy, limit, left, seconds }: Rate): Readonly<Record<string, string>> {
  return {
    RateLimit: `"${policy}";r=${left};t=${seconds}`,
    'RateLimit-Policy': `"${policy}";q=${limit};w=${RATE_LIMITS[policy].duration}`,
  };
}

function tooMany(c: Context, policy: RatePolicy): ProblemError {
  const rate = c.get('rate') as Rate | undefined;
  const seconds = String(rate?.seconds ?? 1);
  return new ProblemError(
    'tooManyRequests',
    `Too many requests of ${WHOM[policy]}; go on in ${seconds} seconds.`,
    { headers: { 'Retry-After': seconds } },
  );
}
