import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { ErrorBoundary, lazy, LocationProvider, useLocation } from 'preact-iso';
import { SignInPage } from '../access/SignInPage.tsx';
import { loadWords } from '../i18n/messages.ts';
import { Fault, Skeleton } from '../ui/states.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { account, accountFault, loadAccount } from './session.ts';
import { ShopRoutes } from './ShopRoutes.tsx';

const JoinPage = lazy(async () => {
  await loadWords('account');
  return (await import('../access/JoinPage.tsx')).JoinPage;
});
const NewPasswordPage = lazy(async () => {
  await loadWords('account');
  return (await import('../access/NewPasswordPage.tsx')).NewPasswordPage;
});

/** The console. */
export const App = (): JSX.Element => (
  <LocationProvider scope={/^\/console(\/|$)/}>
    <ErrorBoundary>
      <AuthGate />
    </ErrorBoundary>
    <Toasts />
  </LocationProvider>
);

/** Finds out who is signed in; only they get to the pages of a shop. */
function AuthGate(): JSX.Element {
  const { path } = useLocation();
  useEffect(() => void loadAccount(), []);
  if (account.value === undefined)
    return (
      <main class="auth" id="page">
        {accountFault.value ? (
          <Fault fault={accountFault.value} onRetry={() => void loadAccount()} />
        ) : (
          <Skeleton />
        )}
      </main>
    );
  if (path === '/console/join') return <JoinPage />;
  if (path === '/console/new-password') return <NewPasswordPage />;
  return account.value === null ? <SignInPage /> : <ShopRoutes />;
}
