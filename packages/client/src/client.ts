import type { Page, Transaction } from '@okaeri/shared/ledger';
import type { Problem } from '@okaeri/shared/errors';
import type { Redemption } from '@okaeri/shared/redemptions';
import type { Me, PublicProgram, Quote, QuoteRequest } from '@okaeri/shared/storefront';
import { createAttemptKeys, type KeyStorage } from './attempt-keys.ts';
import { OkaeriError } from './problem.ts';

/** How long a request may take before it counts as lost. */
const TIMEOUT_MS = 10_000;

/** What a client needs to know. */
export interface ClientOptions {
  /** Where the server is, without a slash at the end: `https://loyalty.example`. */
  readonly baseUrl: string;
  /** The shop's public key, `okr_pk_…`. */
  readonly publicKey: string;
  /** Gives the shopper token, or null for a guest. `fresh` asks for one that was not used before. */
  readonly getToken: (fresh: boolean) => Promise<string | null>;
  /** Where keys of unfinished redemptions are kept; the page's own storage by default. */
  readonly storage?: KeyStorage;
}

/** The storefront API, typed. Every call may throw `OkaeriError`. */
export interface Client {
  program(): Promise<PublicProgram>;
  me(): Promise<Me>;
  enroll(): Promise<Me>;
  transactions(cursor?: string): Promise<Page<Transaction>>;
  quote(cart: QuoteRequest): Promise<Quote>;
  /** Takes a reward. After a lost answer, calling again gives the first one: points are never taken twice. */
  redeem(rewardId: string): Promise<Redemption>;
  /** Gives an unused code back for its points. */
  release(redemptionId: string): Promise<Redemption>;
}

interface Call {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly personal?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

const readProblem = async (answer: Response): Promise<OkaeriError> => {
  try {
    const problem = (await answer.json()) as Problem;
    return new OkaeriError(problem.code, problem);
  } catch (error) {
    return new OkaeriError('unexpected', undefined, error);
  }
};

/** Makes a client. Nothing is requested until a method is called. */
export const createClient = (options: ClientOptions): Client => {
  const root = `${options.baseUrl}/storefront/v1/${encodeURIComponent(options.publicKey)}`;
  const keys = createAttemptKeys(options.publicKey, options.storage);

  const send = async (path: string, call: Call, fresh: boolean): Promise<Response> => {
    const headers: Record<string, string> = { ...call.headers };
    if (call.body !== undefined) headers['Content-Type'] = 'application/json';
    if (call.personal) {
      const token = await options.getToken(fresh);
      if (token === null) throw new OkaeriError('missingCredentials');
      headers['Authorization'] = `Bearer ${token}`;
    }
    try {
      return await fetch(root + path, {
        method: call.method ?? 'GET',
        headers,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        credentials: 'omit',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new OkaeriError('offline', undefined, error);
    }
  };

  const request = async <T>(path: string, call: Call = {}): Promise<T> => {
    let answer = await send(path, call, false);
    // A token that has just ended is no reason to bother anybody: ask the shop for another, once.
    if (answer.status === 401 && call.personal) answer = await send(path, call, true);
    if (!answer.ok) throw await readProblem(answer);
    return (await answer.json()) as T;
  };

  return {
    program: () => request('/program'),
    me: () => request('/me', { personal: true }),
    enroll: () => request('/me/enroll', { method: 'POST', body: {}, personal: true }),
    transactions: (cursor) =>
      request(`/me/transactions${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`, {
        personal: true,
      }),
    quote: (cart) => request('/quote', { method: 'POST', body: cart }),
    async redeem(rewardId) {
      const key = keys.begin(rewardId);
      try {
        const redemption = await request<Redemption>('/redemptions', {
          method: 'POST',
          body: { rewardId },
          personal: true,
          headers: { 'Idempotency-Key': key },
        });
        keys.end(rewardId);
        return redemption;
      } catch (error) {
        // Only an answer settles an attempt; silence and a server in trouble do not.
        const status = error instanceof OkaeriError ? (error.problem?.status ?? 0) : 0;
        if (status >= 400 && status < 500 && status !== 429) keys.end(rewardId);
        throw error;
      }
    },
    release: (redemptionId) =>
      request(`/redemptions/${encodeURIComponent(redemptionId)}/release`, {
        method: 'POST',
        personal: true,
      }),
  };
};
