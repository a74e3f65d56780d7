import { randomUUID } from 'node:crypto';
import type { Problem } from '@okaeri/shared/errors';
import { OkaeriError } from './problem.ts';

/** What a client needs to know. */
export interface ClientOptions {
  /** Where the server is, without a slash at the end: `https://loyalty.example`. */
  readonly baseUrl: string;
  /** `okr_sk_…` */
  readonly secretKey: string;
  /** How long one attempt may take; ten seconds when not said. */
  readonly timeoutMs?: number;
  /** Attempts at one request, the first among them; four when not said. */
  readonly attempts?: number;
}

/** One request to the merchant API. */
export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Makes a `POST` safe to repeat: the same key is sent with each attempt. Made up where not given. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request and reads its answer; throws `OkaeriError`. */
export type Transport = <T>(path: string, call?: Call) => Promise<T>;

const TIMEOUT_MS = 10_000;
const ATTEMPTS = 4;
const WAIT_MS = 200;
const WAIT_MS_MAX = 10_000;

/** Answers that may be another in a moment: too much to do, or a proxy without its server. */
const AGAIN: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * Makes a transport. What may be repeated is repeated: the same request with the same
 * `Idempotency-Key`, so that an answer that was lost costs nobody any points.
 */
export const createTransport = (options: ClientOptions): Transport => {
  const { baseUrl, secretKey, timeoutMs = TIMEOUT_MS, attempts = ATTEMPTS } = options;

  const send = (url: URL, call: Call, idempotencyKey: string | undefined): Promise<Response> =>
    fetch(url, {
      method: call.method ?? 'GET',
      headers: {
        Authorization: `Bearer ${secretKey}`,
        ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });

  return async <T>(path: string, call: Call = {}): Promise<T> => {
    const url = addressOf(baseUrl, path, call.query);
    const key = call.method === 'POST' ? (call.idempotencyKey ?? randomUUID()) : undefined;
    for (let attempt = 1; ; attempt += 1) {
      let answer: Response | undefined;
      let cause: unknown;
      try {
        answer = await send(url, call, key);
        if (answer.ok)
          return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T);
      } catch (error) {
        // No answer, or one that ended in the middle.
        cause = error;
        answer = undefined;
      }
      const isFinal = answer !== undefined && !AGAIN.has(answer.status);
      if (isFinal || attempt >= attempts)
        throw answer === undefined
          ? new OkaeriError('offline', { status: 0, cause })
          : await readProblem(answer);
      const waitMs = waitAfter(attempt, answer);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  };
};

function addressOf(baseUrl: string, path: string, query: Call['query']): URL {
  const url = new URL(`${baseUrl.replace(/\/$/, '')}/v1${path}`);
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

/** Whether an answer is one of the server's own, and not of something before it. */
function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

async function readProblem(answer: Response): Promise<OkaeriError> {
  const { status } = answer;
  try {
    const problem: unknown = await answer.json();
    return isProblem(problem)
      ? new OkaeriError(problem.code, { status, problem })
      : new OkaeriError('unexpected', { status });
  } catch (cause) {
    return new OkaeriError('unexpected', { status, cause });
  }
}

/** Twice as long each time, and never in step with others (https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/). */
function waitAfter(attempt: number, answer: Response | undefined): number {
  const seconds = Number(answer?.headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(seconds)) return Math.min(seconds * 1000, WAIT_MS_MAX);
  return Math.min(WAIT_MS * 2 ** (attempt - 1), WAIT_MS_MAX) * (0.5 + Math.random() / 2);
}
