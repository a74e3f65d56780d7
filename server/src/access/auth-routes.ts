import { Hono, type Context } from 'hono';
import type { Deps } from '../deps.ts';
import {
  createAttemptLimit,
  FAILED_SIGN_IN_LIMIT,
  RESET_CONNECTION_LIMIT,
} from '../platform/http/attempt-limit.ts';
import { ProblemError } from '../platform/http/problem.ts';
import { readText } from '../platform/http/read-body.ts';
import { requireOwnOrigin } from './same-origin.ts';
import { inHashTurn } from './hash-turns.ts';
import { knownDeviceCookie } from './known-device.ts';
import { noteSignIn } from './note-sign-in.ts';
import { askReset, DOOR, isRefused, passwordSignIn } from './password-routes.ts';
import { AUTH_PATH, type SignIn } from './sign-in.ts';

/** What of better-auth is open, below `AUTH_PATH`. Whatever else it can do, or will be able to, is not there. */
export const SIGN_IN_STEPS: ReadonlySet<string> = new Set([
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

/**
 * Attempts at these are counted by where they come from. Not a passkey, which cannot be guessed, and not the
 * code after a password: better-auth counts it by sign-in and account, and a stranger at the same address
 * must not keep anybody from it.
 */
const GUARDED = /^\/(two-factor\/(enable|disable|generate)|reset-password)/;

/** Steps that look at a password or make one; each waits for its turn. */
const HASHES =
  /^\/(sign-in\/email|reset-password|change-password|two-factor\/(enable|disable|generate))/;

/** Bytes of what a step of signing in sends. */
const BODY_BYTES_MAX = 65_536;

const ASK_RESET = '/request-password-reset';

/** `/console/auth/…`: signing in and out, passkeys, the second factor. */
export const authRoutes = (deps: Deps, signIn: SignIn): Hono => {
  const routes = new Hono();
  const failed = createAttemptLimit(deps, FAILED_SIGN_IN_LIMIT);
  const resets = createAttemptLimit(deps, RESET_CONNECTION_LIMIT);
  const passwords = passwordSignIn(deps, failed);

  /** Hands a step to better-auth, counted before and given back unless it failed. */
  const guarded = async (c: Context, work: () => Promise<Response>): Promise<Response> => {
    await failed.begin(c, DOOR);
    const response = await work();
    if (!isRefused(response)) await failed.giveBack(c, DOOR);
    return response;
  };

  routes.all('/*', async (c) => {
    const path = c.req.path.slice(AUTH_PATH.length);
    if (!SIGN_IN_STEPS.has(`${c.req.method} ${path}`))
      throw new ProblemError('notFound', 'Signing in has no such step.');
    requireOwnOrigin(deps, c);
    const text = c.req.method === 'POST' ? await readText(c, BODY_BYTES_MAX) : '';
    const { method, url, headers } = c.req.raw;
    const request = new Request(url, { method, headers, ...(text === '' ? {} : { body: text }) });
    if (path === ASK_RESET) {
      await resets.begin(c, ASK_RESET);
      return askReset(deps, signIn, { c, request, text });
    }
    const handle = (): Promise<Response> =>
      HASHES.test(path) ? inHashTurn(() => signIn.handle(request)) : signIn.handle(request);
    let response: Response;
    if (path === '/sign-in/email') response = await passwords(c, text, handle);
    else response = await (GUARDED.test(path) ? guarded(c, handle) : handle());
    if (SIGNS_IN.has(path) && response.ok) await noteIfSignedIn(deps, signIn, response);
    response.headers.set('Cache-Control', 'no-store');
    return response;
  });
  return routes;
};

/** A password that a second factor follows opens no session yet. */
async function noteIfSignedIn(deps: Deps, signIn: SignIn, response: Response): Promise<void> {
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const session = await signIn.sessionOf(new Headers({ cookie: cookies.join('; ') }));
  if (session === null) return;
  response.headers.append('Set-Cookie', knownDeviceCookie(deps, session.person.email));
  await noteSignIn(deps, session.person);
}
