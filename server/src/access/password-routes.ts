import type { Context } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { AttemptLimit } from '../platform/http/attempt-limit.ts';
import { ProblemError } from '../platform/http/problem.ts';
import { replyJson } from '../platform/http/reply.ts';
import { QueueFullError } from '../platform/lib/turns.ts';
import { knownDevice } from './known-device.ts';
import { noteFailedSignIn } from './note-sign-in.ts';
import {
  attemptName,
  beginAttempt,
  digestOf,
  forgetFailures,
  takeBackAttempt,
} from './sign-in-lock.ts';
import type { SignIn } from './sign-in.ts';

/** What attempts to sign in are counted under, whoever they name. */
export const DOOR = 'sign-in';

/** Whether a step of signing in was refused to the person who tried it. */
export const isRefused = (response: Response): boolean =>
  response.status === 401 || response.status === 403;

const named = z.object({ email: z.string().max(1000) });

/**
 * Signing in with a password. The attempt is counted before the password is looked at: of strangers by the
 * address they name and by where they come from, on a device that is known by the device alone.
 */
export const passwordSignIn = (
  deps: Deps,
  byConnection: AttemptLimit,
): ((c: Context, text: string, handle: () => Promise<Response>) => Promise<Response>) => {
  const tryCounted = async (name: string, handle: () => Promise<Response>): Promise<Response> => {
    const ms = await beginAttempt(deps, name, 'signIn');
    if (ms > 0) throw waitFor(ms);
    try {
      const response = await handle();
      if (response.ok) await forgetFailures(deps, name);
      else if (!isRefused(response)) await takeBackAttempt(deps, name, 'signIn');
      return response;
    } catch (error) {
      // There was no turn left to look at the password.
      if (error instanceof QueueFullError) await takeBackAttempt(deps, name, 'signIn');
      throw error;
    }
  };

  return async (c, text, handle) => {
    const email = emailIn(text);
    // Without an address it is nothing that could be guessed; better-auth says what is missing.
    if (email === undefined) return handle();
    const device = knownDevice(deps, c.req.header('cookie'), email);
    const name = device === undefined ? digestOf(email) : attemptName('device', email, device);
    if (device === undefined) await byConnection.begin(c, DOOR);
    const response = await tryCounted(name, handle);
    if (device === undefined && !isRefused(response)) await byConnection.giveBack(c, DOOR);
    // Not awaited: how long it takes would show who has an account.
    if (isRefused(response))
      deps.background.start('note a failed sign-in', () => noteFailedSignIn(deps, email));
    return response;
  };
};

/**
 * Asking for a link to a new password. It is answered before anything is looked up, so that neither the
 * answer nor its time shows who has an account (OWASP ASVS 5.0, 6.3.8).
 */
export const askReset = (
  deps: Deps,
  signIn: SignIn,
  asked: { c: Context; request: Request; text: string },
): Response => {
  const email = emailIn(asked.text);
  if (email === undefined)
    throw new ProblemError('invalidRequest', 'Send the address as "email".', {
      errors: [{ path: 'email', message: 'must be an address', code: 'notAnEmail' }],
    });
  deps.background.start('send a link to a new password', async () => {
    const wait = await beginAttempt(deps, attemptName('reset', email), 'reset');
    if (wait === 0) await signIn.handle(asked.request);
  });
  // Whether a letter can leave at all is answered to everybody alike.
  return replyJson(asked.c, { status: true, mail: deps.mail !== null });
};

function waitFor(ms: number): ProblemError {
  return new ProblemError('tooManyRequests', 'Too many sign-ins failed; wait a little.', {
    headers: { 'Retry-After': String(Math.ceil(ms / 1000)) },
  });
}

function emailIn(text: string): string | undefined {
  try {
    return named.safeParse(JSON.parse(text)).data?.email;
  } catch {
    return undefined;
  }
}
