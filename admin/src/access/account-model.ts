import { signal } from '@preact/signals';
import { startRegistration } from '@simplewebauthn/browser';
import { loadAccount } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { formatDay } from '../lib/format.ts';
import { createResource } from '../lib/resource.ts';
import { showToast } from '../lib/toasts.ts';
import { authGet, authPost, AuthError } from './auth-client.ts';

/** A passkey as it is listed. */
export interface Passkey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: string | null;
}

export const passkeys = createResource(() => authGet<Passkey[]>('/passkey/list-user-passkeys'));

type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Makes a passkey on this device, or on the one the browser offers. */
export const addPasskey = async (): Promise<void> => {
  const w = messages();
  const name = w.account.passkeyName(formatDay(new Date().toISOString()));
  await attempt(
    async () => {
      const optionsJSON = await authGet<Options>('/passkey/generate-register-options');
      const response = await startRegistration({ optionsJSON });
      await authPost('/passkey/verify-registration', { response, name });
    },
    { refused: w.signIn.passkeyFailed, done: w.account.passkeyAdded },
  );
  await passkeys.load();
};

export const removePasskey = async (id: string): Promise<void> => {
  await runAction(() => authPost('/passkey/delete-passkey', { id }));
  await passkeys.load();
};

/** Changes the password; every other session ends. */
export const changePassword = (currentPassword: string, newPassword: string): Promise<unknown> =>
  attempt(
    () => authPost('/change-password', { currentPassword, newPassword, revokeOtherSessions: true }),
    { refused: messages().account.wrongCurrent, done: messages().account.changed },
  );

/** What an authenticator app is given, and the codes for when it is not at hand. */
export interface SecondFactor {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** Begun and not confirmed by a code yet. */
export const enrolling = signal<SecondFactor | null>(null);

/** Asks for a secret; the second factor is on once a code of it was typed. */
export const beginSecondFactor = async (password: string): Promise<void> => {
  const begun = await attempt(() => authPost<SecondFactor>('/two-factor/enable', { password }), {
    refused: messages().account.wrongCurrent,
  });
  if (begun !== undefined) enrolling.value = begun;
};

export const confirmSecondFactor = async (code: string): Promise<void> => {
  const w = messages();
  const sent = { code: code.replaceAll(/\s/g, '') };
  const done = await attempt(() => authPost('/two-factor/verify-totp', sent), {
    refused: w.signIn.wrongCode,
    done: w.account.isOn,
  });
  if (done === undefined) return;
  enrolling.value = null;
  await loadAccount();
};

export const endSecondFactor = async (password: string): Promise<boolean> => {
  const w = messages().account;
  const done = await attempt(() => authPost('/two-factor/disable', { password }), {
    refused: w.wrongCurrent,
    done: w.isOff,
  });
  await loadAccount();
  return done !== undefined;
};

export const endOtherSessions = (): Promise<unknown> =>
  runAction(() => authPost('/revoke-other-sessions', {}), messages().account.othersEnded);

/** Tells what better-auth refused, in the words of the caller. */
async function attempt<T>(
  work: () => Promise<T>,
  said: { refused: string; done?: string },
): Promise<T | undefined> {
  try {
    return await runAction(work, said.done);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    showToast(
      'failed',
      error instanceof AuthError && error.code === 'SESSION_NOT_FRESH'
        ? messages().faults.notFresh
        : said.refused,
    );
    return undefined;
  }
}
