import type { Problem } from '@okaeri/shared/errors';
import { OkaeriError } from './problem.ts';
import { toJson } from './to-json.ts';

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
}

/** One request to the storefront API. */
export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, a file as it is. */
  readonly body?: unknown;
  /** Sent with the shopper's token. */
  readonly personal?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends requests and reads answers; throws `OkaeriError`. */
export type Transport = <T>(path: string, call?: Call) => Promise<T>;

/** Makes a transport. Nothing is requested until it is called. */
export const createTransport = (options: ClientOptions): Transport => {
  const root = `${options.baseUrl}/storefront/v1/${encodeURIComponent(options.publicKey)}`;
  const send = async (path: string, call: Call, fresh: boolean): Promise<Response> => {
    const headers: Record<string, string> = { ...call.headers };
    const { body } = call;
    const isFile = body instanceof Blob;
    if (body !== undefined && !isFile) headers['Content-Type'] = 'application/json';
    if (call.personal) {
      const token = await options.getToken(fresh);
      if (token === null) throw new OkaeriError('missingCredentials');
      headers['Authorization'] = `Bearer ${token}`;
    }
    try {
      return await fetch(root + path, {
        method: call.method ?? 'GET',
        headers,
        // Of nothing, JSON makes nothing.
        body: isFile ? body : toJson(body),
        credentials: 'omit',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new OkaeriError('offline', undefined, error);
    }
  };

  return async <T>(path: string, call: Call = {}): Promise<T> => {
    let answer = await send(path, call, false);
    // A token that has just ended is no reason to bother anybody: ask the shop for another, once.
    if (answer.status === 401 && call.personal) answer = await send(path, call, true);
    if (!answer.ok) throw await readProblem(answer);
    if (answer.status === 204) return undefined as T;
    try {
      return (await answer.json()) as T;
    } catch (error) {
      // The connection ended in the middle of the answer.
      throw new OkaeriError('offline', undefined, error);
    }
  };
};

async function readProblem(answer: Response): Promise<OkaeriError> {
  try {
    const problem = (await answer.json()) as Problem;
    return new OkaeriError(problem.code, problem);
  } catch (error) {
    return new OkaeriError('unexpected', undefined, error);
  }
}
