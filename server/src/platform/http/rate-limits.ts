import type { Context } from 'hono';
import type { BlockList } from 'node:net';
import type { Logger } from '../lib/logger.ts';
import { createWindowCounter } from '../lib/window-counter.ts';
import { createWindowSet } from '../lib/window-set.ts';
import { ProblemError } from './problem.ts';
import { sayInAnswer, type HeaderRecord } from './reply.ts';
import { addressOf, isBehindUnknownProxy } from './request-address.ts';

/**
 * How many requests are answered within a window of so many seconds, by one server process. They are
 * wide: shoppers, even of an office or a telephone network behind one address, never meet them.
 */
export const RATE_LIMITS = {
  /** Everything that comes from one address: 500 shoppers, each with ten pages a minute. */
  address: { points: 60_000, duration: 60 },
  /** What visitors ask of one shop. */
  shop: { points: 300_000, duration: 60 },
  /** What one shopper asks: thirty pages a minute with sixty elements each, and half as much again. */
  shopper: { points: 3000, duration: 60 },
  /** What one shopper says: every write, but taking back. What a page asks by itself is none of it. */
  writes: { points: 60, duration: 600 },
  /** Posts and messages one shopper writes for people to read. */
  messages: { points: 20, duration: 600 },
  /** What the backend and the team of one shop ask, whatever visitors do meanwhile. */
  merchant: { points: 300_000, duration: 60 },
} as const;

/** What a request is counted by. */
type RatePolicy = keyof typeof RATE_LIMITS;

/** Counts requests and refuses what is too much. */
export interface RateLimits {
  /**
   * Counts this request by its address, and says in the answer how much is left.
   *
   * @throws ProblemError tooManyRequests
   */
  byAddress(c: Context): void;
  /** The same without refusing: the monitoring of a server is always answered. */
  countAddress(c: Context): void;
  /** The same by a shop, a shopper, or a merchant. */
  by(c: Context, policy: 'shop' | 'shopper' | 'merchant', key: string): void;
  /** The same by what a shopper writes. One that is sent again, with its key, is the same write, and counted once. */
  bySaid(
    c: Context,
    key: string,
    said: { readonly isMessage: boolean; readonly once: string | undefined },
  ): void;
  /**
   * Counts a request of a shopper by all three at once, and gives what the answer says of it; nothing where one
   * of them has asked too much.
   */
  byShopper(
    keys: Readonly<Record<'address' | 'shop' | 'shopper', string>>,
  ): HeaderRecord | undefined;
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
  const limits = {
    address: createLimit('address', scale),
    shop: createLimit('shop', scale),
    shopper: createLimit('shopper', scale),
    writes: createLimit('writes', scale),
    messages: createLimit('messages', scale),
    merchant: createLimit('merchant', scale),
  };
  const repeats = createWindowSet(RATE_LIMITS.writes.duration * 1000);
  let hasWarned = false;

  const warnOfProxy = (c: Context): void => {
    if (hasWarned || !isBehindUnknownProxy(deps, c)) return;
    hasWarned = true;
    deps.logger.warn(
      'many requests come from one address that forwards others; if it is your proxy, name it in TRUSTED_PROXIES',
    );
  };

  const takeRate = (policy: RatePolicy, key: string): Rate => {
    const { limit, count } = limits[policy];
    const used = count(key);
    const seconds = Math.max(1, Math.ceil(used.msLeft / 1000));
    const left = Math.max(0, limit - used.count);
    return { policy, limit, left, seconds, isOver: used.count > limit };
  };

  /** Counts a request; whether it is within the limit. */
  const take = (c: Context, policy: RatePolicy, key: string): boolean => {
    const rate = takeRate(policy, key);
    sayRate(c, rate);
    return !rate.isOver;
  };

  return {
    byAddress(c) {
      if (take(c, 'address', addressOf(deps, c))) return;
      warnOfProxy(c);
      throw tooMany(c, 'address');
    },
    countAddress(c) {
      take(c, 'address', addressOf(deps, c));
    },
    by(c, policy, key) {
      if (!take(c, policy, key)) throw tooMany(c, policy);
    },
    bySaid(c, key, { isMessage, once }) {
      const repeated = once === undefined ? undefined : `${key} ${once}`;
      if (repeated !== undefined && repeats.has(repeated)) return;
      if (!take(c, 'writes', key)) throw tooMany(c, 'writes');
      if (isMessage && !take(c, 'messages', key)) throw tooMany(c, 'messages');
      if (repeated !== undefined) repeats.add(repeated);
    },
    byShopper({ address, shop, shopper }) {
      const rates = [
        takeRate('address', address),
        takeRate('shop', shop),
        takeRate('shopper', shopper),
      ];
      if (rates.some(({ isOver }) => isOver)) return undefined;
      return rateHeaders(rates.reduce((one, other) => (isTighter(other, one) ? other : one)));
    },
  };
}

const WHOM = {
  address: 'this address',
  shop: 'this shop',
  shopper: 'this shopper',
  writes: 'this shopper',
  messages: 'this shopper',
  merchant: 'this shop',
} as const;

interface Limit {
  readonly limit: number;
  readonly count: ReturnType<typeof createWindowCounter>;
}

interface Rate {
  readonly policy: RatePolicy;
  readonly limit: number;
  readonly left: number;
  readonly seconds: number;
  readonly isOver: boolean;
}

/** What of it a request carries. */
interface RateEnv {
  Variables: { rate?: Rate };
}

function createLimit(policy: RatePolicy, scale: number): Limit {
  const { points, duration } = RATE_LIMITS[policy];
  return { limit: points * scale, count: createWindowCounter(duration * 1000) };
}

/** Keeps the tightest of the policies that were asked. It is put into words once, when the answer is made. */
function sayRate(c: Context<RateEnv>, rate: Rate): void {
  const known = c.get('rate');
  if (known === undefined) sayInAnswer(c, () => rateHeaders(c.get('rate') ?? rate));
  else if (!isTighter(rate, known)) return;
  c.set('rate', rate);
}

function isTighter(one: Rate, other: Rate): boolean {
  return one.left / one.limit < other.left / other.limit;
}

function tooMany(c: Context<RateEnv>, policy: RatePolicy): ProblemError {
  const rate = c.get('rate');
  const seconds = String(rate?.seconds ?? 1);
  return new ProblemError(
    'tooManyRequests',
    `Too many requests of ${WHOM[policy]}; go on in ${seconds} seconds.`,
    { headers: { 'Retry-After': seconds } },
  );
}

function rateHeaders({ policy, limit, left, seconds }: Rate): HeaderRecord {
  return {
    RateLimit: `"${policy}";r=${left};t=${seconds}`,
    'RateLimit-Policy': `"${policy}";q=${limit};w=${RATE_LIMITS[policy].duration}`,
  };
}
