import { keyedHash } from '../platform/lib/keyed-hash.ts';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { LIMITS } from '@okaeri/shared/limits';
import { cleanLine } from '@okaeri/shared/words';
import type { Deps } from '../deps.ts';
import { newId } from '../platform/lib/ids.ts';
import { scrub } from '../platform/lib/scrub.ts';
import { authAdapter } from './auth-adapter.ts';
import { PASSWORD_LINK_SECONDS, passwordPage } from './password-link.ts';
import { passwordMail } from './password-mail.ts';

/** Where signing in happens, and the only place where its cookies are looked at by better-auth itself. */
export const AUTH_PATH = '/console/auth';

/** How long a session lasts that is not used, and how long one counts as fresh. */
const SESSION_SECONDS = 7 * 86_400;
const SESSION_RENEWED_SECONDS = 86_400;
const FRESH_SECONDS = 3600;

/** Somebody who is signed in to the console. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** May open further shops on this server. */
  readonly operator: boolean;
  readonly hasSecondFactor: boolean;
}

/** Signing in, whatever library does it. */
export interface SignIn {
  /** Answers a request below `AUTH_PATH`. */
  handle(request: Request): Promise<Response>;
  /** Who sends these headers; `cookies` are to be set where the session was renewed. */
  sessionOf(headers: Headers): Promise<{ person: Person; cookies: readonly string[] } | null>;
}

/**
 * Sessions in `HttpOnly` cookies, passwords as scrypt keeps them, passkeys and a second factor:
 * better-auth's work ([decision 022](../../../docs/decisions/022-signing-in.md)). People come by
 * invitation only, so there is no signing up.
 */
export const createSignIn = (deps: Deps): SignIn => {
  const { origin, hostname } = new URL(deps.publicUrl);
  const auth = betterAuth({
    appName: 'Okaeri',
    baseURL: deps.publicUrl,
    basePath: AUTH_PATH,
    secret: keyedHash(deps.secretKey, 'console sessions').toString('hex'),
    database: authAdapter(deps.store),
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    // Only what happened: what was sent stays out of the log.
    logger: {
      log: (level, message) => deps.logger[level]({ area: 'sign-in' }, scrub(message)),
    },
    advanced: {
      cookiePrefix: 'okaeri',
      database: { generateId: () => newId() },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      // The address is the connection's, which `auth-routes` counts; no header is believed.
      ipAddress: { disableIpTracking: true },
    },
    // `sign-in-lock` counts per account, in the store; `auth-routes` per connection.
    rateLimit: { enabled: false },
    user: { additionalFields: { operator: { type: 'boolean', input: false, required: false } } },
    databaseHooks: { user: { update: { before: cleanName } } },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: SESSION_RENEWED_SECONDS,
      freshAge: FRESH_SECONDS,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LIMITS.passwordMin,
      maxPasswordLength: LIMITS.passwordMax,
      password: deps.passwords,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: PASSWORD_LINK_SECONDS,
      sendResetPassword: async ({ user, token }) => {
        const url = passwordPage(deps, token);
        await deps.mail?.send(await passwordMail({ to: user.email, name: user.name, url }));
      },
    },
    plugins: [
      twoFactor({ issuer: 'Okaeri' }),
      passkey({ rpID: hostname, rpName: 'Okaeri', origin }),
    ],
  });
  return {
    handle: (request) => auth.handler(request),
    async sessionOf(headers) {
      const { response, headers: said } = await auth.api.getSession({
        headers,
        returnHeaders: true,
      });
      if (response === null) return null;
      const { id: userId, name, email, operator, twoFactorEnabled } = response.user;
      const person = {
        userId,
        name,
        email,
        operator: operator === true,
        hasSecondFactor: twoFactorEnabled === true,
      };
      return { person, cookies: said.getSetCookie() };
    },
  };
};

/** What somebody is called is cleaned like every other name. */
function cleanName<User extends { name?: string | undefined }>(user: User) {
  return Promise.resolve({
    data: user.name === undefined ? user : { ...user, name: cleanLine(user.name) },
  });
}
