import type { Context } from 'hono';
import { LIMITS } from '@okaeri/shared/limits';
import { ProblemError } from './problem.ts';
import { sayInAnswer, type HeaderRecord } from './reply.ts';

/**
 * How many requests are answered within a window of so many seconds, by one server process. They are
 * wide: shoppers, even of an office or a telephone network behind one address, never meet them.
 */
export const RATE_LIMITS = {
  /** Everything that comes from one address: 500 shoppers, each with ten pages a minute. */
  address: { points: 60_000, duration: 60 },
  /** Pages of ours that links lead to: nobody reads five a second, and programs that follow links may. */
  pages: { points: LIMITS.publicPageReadsPerMinute, duration: 60 },
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
export type RatePolicy = keyof typeof RATE_LIMITS;

const WHOM = {
  address: 'this address',
  pages: 'this address',
  shop: 'this shop',
  shopper: 'this shopper',
  writes: 'this shopper',
  messages: 'this shopper',
  merchant: 'this shop',
} as const;

/** How far a policy is used up. */
export interface Rate {
  readonly policy: RatePolicy;
  readonly limit: number;
  readonly left: number;
  readonly seconds: number;
  readonly isOver: boolean;
}

/** What counts what shoppers say. */
export type SaidPolicy = 'writes' | 'messages';

/** What a request was counted as that says something. */
export interface SaidOnce {
  readonly key: string;
  readonly repeated: string | undefined;
  readonly policies: readonly SaidPolicy[];
}

/** What of it a request carries. */
export interface RateEnv {
  Variables: { rate?: Rate; saidOnce?: SaidOnce };
}

/** Keeps the tightest of the policies that were asked. It is put into words once, when the answer is made. */
export function sayRate(c: Context<RateEnv>, rate: Rate): void {
  const known = c.get('rate');
  if (known === undefined) sayInAnswer(c, () => rateHeaders(c.get('rate') ?? rate));
  else if (!isTighter(rate, known)) return;
  c.set('rate', rate);
}

/** Says in the answer, which is made already, that one of a policy was not used after all. */
export function sayGivenBack(c: Context<RateEnv>, policy: RatePolicy): void {
  const rate = c.get('rate');
  if (rate?.policy !== policy) return;
  const now = { ...rate, left: rate.left + 1 };
  for (const [name, value] of Object.entries(rateHeaders(now))) c.res.headers.set(name, value);
}

/** Whether less is left of one than of the other. */
export function isTighter(one: Rate, other: Rate): boolean {
  return one.left / one.limit < other.left / other.limit;
}

/** What is said where one is used up. */
export function tooMany(c: Context<RateEnv>, policy: RatePolicy): ProblemError {
  const rate = c.get('rate');
  const seconds = String(rate?.seconds ?? 1);
  return new ProblemError(
    'tooManyRequests',
    `Too many requests of ${WHOM[policy]}; go on in ${seconds} seconds.`,
    { headers: { 'Retry-After': seconds } },
  );
}

/** What an answer says of a policy. */
export function rateHeaders({ policy, limit, left, seconds }: Rate): HeaderRecord {
  return {
    RateLimit: `"${policy}";r=${left};t=${seconds}`,
    'RateLimit-Policy': `"${policy}";q=${limit};w=${RATE_LIMITS[policy].duration}`,
  };
}
