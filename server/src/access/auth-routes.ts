import { Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { createAttemptLimit, FAILED_SIGN_IN_LIMIT } from '../http/attempt-limit.ts';
import { ProblemError } from '../http/problem.ts';
import { readText } from '../http/read-body.ts';
import { requireOwnOrigin } from '../http/same-origin.ts';
import { AUTH_PATH, type SignIn } from './sign-in.ts';
import { noteFailedSignIn, noteSignIn } from './note-sign-in.ts';
import { forgetFailures, noteFailure, readLock } from './sign-in-lock.ts';

/** What of better-auth is open. Whatever else it can do, or will be able to, is not there. */
const OPEN: ReadonlySet<string> = new Set([
  'GET /get-session',
  'POST /sign-in/email',
  'POST /sign-out',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /change-password',
  'POST /update-user',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-other-sessions',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
  'GET /passkey/list-user-passkeys',
  'POST /passkey/delete-passkey',
]);

/** Steps after which somebody may be signed in. */
const SIGNS_IN: ReadonlySet<string> = new Set([
  '/sign-in/email',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
]);

/** Attempts at these are counted by where they come from. */
const GUARDED = /^\/(sign-in|two-factor|passkey\/verify|request-password-reset|reset-password)/;

const named = z.object({ email: z.string().max(1000) });

const emailIn = (text: string): string | undefined => {
  try {
    return named.safeParse(JSON.parse(text)).data?.email;
  } catch {
    return undefined;
  }
};

/** `/console/auth/…`: signing in and out, passkeys, the second factor. */
export const authRoutes = (deps: Deps, signIn: SignIn): Hono => {
  const routes = new Hono();
  const limit = createAttemptLimit(deps, FAILED_SIGN_IN_LIMIT);

  const requireUnlocked = async (email: string): Promise<void> => {
    const ms = await readLock(deps, email);
    if (ms === 0) return;
    throw new ProblemError('tooManyRequests', 'Too many sign-ins failed; wait a little.', {
      headers: { 'Retry-After': String(Math.ceil(ms / 1000)) },
    });
  };

  /** A password that a second factor follows opens no session yet. */
  const noteIfSignedIn = async (response: Response): Promise<void> => {
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    const session = await signIn.sessionOf(new Headers({ cookie: cookies.join('; ') }));
    if (session !== null) await noteSignIn(deps, session.person);
  };

  routes.all('/*', async (c) => {
    const path = c.req.path.slice(AUTH_PATH.length);
    if (!OPEN.has(`${c.req.method} ${path}`))
      throw new ProblemError('notFound', 'Signing in has no such step.');
    requireOwnOrigin(deps, c);
    const isGuarded = GUARDED.test(path);
    if (isGuarded) await limit.check(c, 'sign-in');
    const text = c.req.method === 'POST' ? await readText(c) : '';
    const email = path === '/sign-in/email' ? emailIn(text) : undefined;
    if (email !== undefined) await requireUnlocked(email);
    const { method, url, headers } = c.req.raw;
    const body = text === '' ? {} : { body: text };
    const response = await signIn.handle(new Request(url, { method, headers, ...body }));
    const hasFailed = response.status === 401 || response.status === 403;
    if (isGuarded && hasFailed) await limit.failed(c, 'sign-in');
    if (email !== undefined && hasFailed) await noteFailedSignIn(deps, email);
    if (email !== undefined)
      await (hasFailed ? noteFailure(deps, email) : response.ok && forgetFailures(deps, email));
    if (SIGNS_IN.has(path) && response.ok) await noteIfSignedIn(response);
    response.headers.set('Cache-Control', 'no-store');
    return response;
  });
  return routes;
};
