import type { Context } from 'hono';
import type { BlockList } from 'node:net';
import type { Logger } from '../lib/logger.ts';
import { createWindowCounter, type WindowCounter } from '../lib/window-counter.ts';
import { createWindowSet } from '../lib/window-set.ts';
import type { HeaderRecord } from './reply.ts';
import {
  isTighter,
  RATE_LIMITS,
  rateHeaders,
  sayGivenBack,
  sayRate,
  tooMany,
  type Rate,
  type RateEnv,
  type RatePolicy,
  type SaidOnce,
  type SaidPolicy,
} from './rate-policies.ts';
import { addressOf, isBehindUnknownProxy } from './request-address.ts';

/** Counts requests and refuses what is too much. */
export interface RateLimits {
  /**
   * Counts this request by its address, and says in the answer how much is left.
   *
   * @throws ProblemError tooManyRequests
   */
  byAddress(c: Context): void;
  /** The same by the public pages that are read from its address. */
  byPageRead(c: Context): void;
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
  /** Takes back what `bySaid` counted of this request: nothing was done for it. */
  unsay(c: Context): void;
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
    pages: createLimit('pages', scale),
    shop: createLimit('shop', scale),
    shopper: createLimit('shopper', scale),
    writes: createLimit('writes', scale),
    messages: createLimit('messages', scale),
    merchant: createLimit('merchant', scale),
  };
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

  const takeOfAddress = (c: Context, policy: 'address' | 'pages'): void => {
    if (take(c, policy, addressOf(deps, c))) return;
    warnOfProxy(c);
    throw tooMany(c, policy);
  };

  return {
    byAddress(c) {
      takeOfAddress(c, 'address');
    },
    byPageRead(c) {
      takeOfAddress(c, 'pages');
    },
    countAddress(c) {
      take(c, 'address', addressOf(deps, c));
    },
    by(c, policy, key) {
      if (!take(c, policy, key)) throw tooMany(c, policy);
    },
    ...countingSaid(take, (policy, key) => limits[policy].count.giveBack(key)),
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

/** Counts what shoppers say, and takes it back where nothing was done for it. */
function countingSaid(
  take: (c: Context, policy: SaidPolicy, key: string) => boolean,
  giveBack: (policy: SaidPolicy, key: string) => void,
): Pick<RateLimits, 'bySaid' | 'unsay'> {
  const repeats = createWindowSet(RATE_LIMITS.writes.duration * 1000);
  return {
    bySaid(c, key, { isMessage, once }) {
      const repeated = once === undefined ? undefined : `${key} ${once}`;
      if (repeated !== undefined && repeats.has(repeated)) return;
      const policies: readonly SaidPolicy[] = isMessage ? ['writes', 'messages'] : ['writes'];
      for (const policy of policies) if (!take(c, policy, key)) throw tooMany(c, policy);
      if (repeated !== undefined) repeats.add(repeated);
      noteSaid(c, { key, repeated, policies });
    },
    unsay(c) {
      const said = saidIn(c);
      if (said === undefined) return;
      for (const policy of said.policies) {
        giveBack(policy, said.key);
        sayGivenBack(c, policy);
      }
      if (said.repeated !== undefined) repeats.forget(said.repeated);
    },
  };
}

interface Limit {
  readonly limit: number;
  readonly count: WindowCounter;
}

function createLimit(policy: RatePolicy, scale: number): Limit {
  const { points, duration } = RATE_LIMITS[policy];
  return { limit: points * scale, count: createWindowCounter(duration * 1000) };
}

function noteSaid(c: Context<RateEnv>, said: SaidOnce): void {
  c.set('saidOnce', said);
}

function saidIn(c: Context<RateEnv>): SaidOnce | undefined {
  return c.get('saidOnce');
}
