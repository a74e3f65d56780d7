import { account } from './session.ts';

/** Ends the session. The page is loaded anew, so nothing of the last person stays in memory. */
export const signOut = async (): Promise<void> => {
  await fetch('/console/auth/sign-out', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  }).catch(() => undefined);
  account.value = null;
  location.assign('/console');
};
