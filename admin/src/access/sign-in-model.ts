import { signal } from '@preact/signals';
import { startAuthentication } from '@simplewebauthn/browser';
import { loadAccount } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { ApiError } from '../lib/request.ts';
import { authGet, authPost, AuthError } from './auth-client.ts';

/** Signing in: the step, what is under way, what went wrong. */
export const step = signal<'password' | 'code' | 'backup'>('password');
export const isBusy = signal(false);
export const fault = signal<string | null>(null);

/** Signs in with a password; where there is a second factor, its step is next. */
export const signIn = (email: string, password: string): Promise<void> =>
  attempt(
    async () => {
      const answer = await authPost<{ twoFactorRedirect?: boolean }>('/sign-in/email', {
        email,
        password,
      });
      if (answer.twoFactorRedirect === true) step.value = 'code';
      else await loadAccount();
    },
    () => messages().signIn.wrong,
  );

/** The second step: a code of the app, or one of those kept for when it is not at hand. */
export const verifyCode = (code: string, trustDevice: boolean): Promise<void> =>
  attempt(
    async () => {
      const path =
        step.value === 'code' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
      await authPost(path, { code: code.replaceAll(/\s/g, ''), trustDevice });
      step.value = 'password';
      await loadAccount();
    },
    () => messages().signIn.wrongCode,
  );

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Signs in with a passkey, which needs neither password nor code. */
export const signInWithPasskey = (): Promise<void> =>
  attempt(
    async () => {
      const optionsJSON = await authGet<Options>('/passkey/generate-authenticate-options');
      const response = await startAuthentication({ optionsJSON });
      await authPost('/passkey/verify-authentication', { response });
      await loadAccount();
    },
    () => messages().signIn.passkeyFailed,
  );

async function attempt(work: () => Promise<void>, refused: () => string): Promise<void> {
  isBusy.value = true;
  fault.value = null;
  try {
    await work();
  } catch (error) {
    if (error instanceof ApiError) fault.value = faultText(error);
    else if (error instanceof AuthError) fault.value = refused();
    // The browser's own refusal: nobody chose a passkey, or it took too long.
    else if (error instanceof Error) fault.value = messages().signIn.passkeyFailed;
  } finally {
    isBusy.value = false;
  }
}
