import { ApiError } from '../lib/request.ts';

/** What better-auth answers when it refuses (https://www.better-auth.com/docs/reference/errors). */
interface AuthFault {
  readonly code?: string;
  readonly message?: string;
  readonly detail?: string;
}

const BASE = '/console/auth';

/** A refusal of the door itself, by its code. */
export class AuthError extends Error {
  override readonly name = 'AuthError';
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Asks something below `/console/auth`. */
export const authGet = async <T>(path: string): Promise<T> => answerOf<T>(await send('GET', path));

/**
 * Does something there.
 *
 * @throws AuthError what better-auth refuses; ApiError where it cannot be reached, or too often
 */
export const authPost = async <T>(path: string, body: unknown): Promise<T> =>
  answerOf<T>(await send('POST', path, body));

async function answerOf<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  // What a route of better-auth answers is said where it is asked.
  if (response.ok) return body as T;
  const fault: AuthFault = typeof body === 'object' && body !== null ? body : {};
  if (response.status === 429) throw new ApiError('tooManyRequests', fault.detail ?? '');
  throw new AuthError(fault.code ?? String(response.status), fault.message ?? fault.detail ?? '');
}

async function send(method: string, path: string, body?: unknown): Promise<Response> {
  try {
    return await fetch(`${BASE}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new ApiError('offline', String(error));
  }
}
