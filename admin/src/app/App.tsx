import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComponentType, JSX } from 'preact';
import { ErrorBoundary, lazy, LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { DoorOpen, Lock, MapPinOff, Store } from 'lucide';
import type { Ability } from '@okaeri/shared/roles';
import { SignInPage } from '../access/SignInPage.tsx';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { account, accountFault, shopPath, loadAccount, may, shop, shopId } from './session.ts';
import { Shell } from './Shell.tsx';
import { signOut } from './sign-out.ts';

const JoinPage = lazy(async () => (await import('../access/JoinPage.tsx')).JoinPage);
const NewPasswordPage = lazy(
  async () => (await import('../access/NewPasswordPage.tsx')).NewPasswordPage,
);
const HomePage = lazy(async () => (await import('../home/HomePage.tsx')).HomePage);
const ReviewsPage = lazy(async () => (await import('../reviews/ReviewsPage.tsx')).ReviewsPage);
const QuestionsPage = lazy(
  async () => (await import('../questions/QuestionsPage.tsx')).QuestionsPage,
);
const ReferralsPage = lazy(
  async () => (await import('../referrals/ReferralsPage.tsx')).ReferralsPage,
);
const ShoppersPage = lazy(async () => (await import('../shoppers/ShoppersPage.tsx')).ShoppersPage);
const ShopperPage = lazy(async () => (await import('../shoppers/ShopperPage.tsx')).ShopperPage);
const ProgramPage = lazy(async () => (await import('../program/ProgramPage.tsx')).ProgramPage);
const AppearancePage = lazy(
  async () => (await import('../appearance/AppearancePage.tsx')).AppearancePage,
);
const LanguagesPage = lazy(async () => (await import('../access/LanguagesPage.tsx')).LanguagesPage);
const IntegrationsPage = lazy(
  async () => (await import('../integrations/IntegrationsPage.tsx')).IntegrationsPage,
);
const MembersPage = lazy(async () => (await import('../imports/MembersPage.tsx')).MembersPage);
const MailPage = lazy(async () => (await import('../mail/MailPage.tsx')).MailPage);
const PrivacyPage = lazy(async () => (await import('../privacy/PrivacyPage.tsx')).PrivacyPage);
const DataPage = lazy(async () => (await import('../portability/DataPage.tsx')).DataPage);
const NewShopPage = lazy(async () => (await import('../setup/NewShopPage.tsx')).NewShopPage);
const SetupPage = lazy(async () => (await import('../setup/SetupPage.tsx')).SetupPage);
const TeamPage = lazy(async () => (await import('../access/TeamPage.tsx')).TeamPage);
const KeysPage = lazy(async () => (await import('../access/KeysPage.tsx')).KeysPage);
const LogPage = lazy(async () => (await import('../access/LogPage.tsx')).LogPage);
const ShopPage = lazy(async () => (await import('../access/ShopPage.tsx')).ShopPage);
const AccountPage = lazy(async () => (await import('../access/AccountPage.tsx')).AccountPage);

const LAST_SHOP = 'okaeri.console.shop';
effect(() => {
  if (shop.value !== null) localStorage.setItem(LAST_SHOP, shop.value.id);
});

const NotFound = (): JSX.Element => {
  const w = messages().app;
  return (
    <Page title={w.lost}>
      <Empty icon={MapPinOff} title={w.lostText}>
        <a class="button" href="/console">
          {w.home}
        </a>
      </Empty>
    </Page>
  );
};

/** A page that is there, for others: its address is right. */
const Forbidden = (): JSX.Element => {
  const { app: w, roles } = messages();
  return (
    <Page title={w.notYours}>
      <Empty icon={Lock} title={w.notYoursRole(roles[shop.value?.role ?? 'readOnly'])}>
        <p>{w.notYoursText}</p>
        <a class="button" href={shopPath('')}>
          {w.home}
        </a>
      </Empty>
    </Page>
  );
};

/** An address without a page of its own leads on. */
const Redirect = ({ to }: { to: string }): JSX.Element => {
  const { route } = useLocation();
  useEffect(() => route(to, true), [to, route]);
  return <Skeleton />;
};

const base = '/console/:shop';
/** Pages that not every role may open. */
const GUARDED: readonly (readonly [path: string, needs: Ability, page: ComponentType])[] = [
  ['/setup', 'run', SetupPage],
  ['/settings/integrations', 'run', IntegrationsPage],
  ['/settings/members', 'run', MembersPage],
  ['/settings/data', 'own', DataPage],
  ['/settings/team', 'own', TeamPage],
  ['/settings/keys', 'own', KeysPage],
  ['/settings/log', 'own', LogPage],
];

const Pages = (): JSX.Element => {
  return (
    <Router>
      <Route path={base} component={HomePage} />
      <Route path={`${base}/shoppers`} component={ShoppersPage} />
      <Route path={`${base}/shoppers/:shopperId/:tab?`} component={ShopperPage} />
      <Route path={`${base}/guests/:shopperId/:tab?`} component={ShopperPage} />
      <Route path={`${base}/program/:tab?`} component={ProgramPage} />
      <Route path={`${base}/reviews/:tab?`} component={ReviewsPage} />
      <Route path={`${base}/questions/:tab?`} component={QuestionsPage} />
      <Route path={`${base}/referrals/:tab?`} component={ReferralsPage} />
      <Route path={`${base}/appearance/:tab?`} component={AppearancePage} />
      <Route path={`${base}/settings/shop`} component={ShopPage} />
      <Route path={`${base}/settings/privacy`} component={PrivacyPage} />
      <Route path={`${base}/settings/languages`} component={LanguagesPage} />
      <Route path={`${base}/settings/mail`} component={MailPage} />
      {GUARDED.map(([path, needs, page]) => (
        <Route path={base + path} component={may(needs) ? page : Forbidden} />
      ))}
      <Route path={`${base}/settings/account`} component={AccountPage} />
      <Route default component={NotFound} />
    </Router>
  );
};

const NoShops = (): JSX.Element => {
  const { app: w, setup } = messages();
  return (
    <main class="auth" id="page">
      {account.value?.operator === true ? (
        <Empty icon={Store} title={setup.noShops}>
          <p>{setup.noShopsText}</p>
          <a class="button primary" href="/console/new">
            {setup.newTitle}
          </a>
        </Empty>
      ) : (
        <Empty icon={DoorOpen} title={w.noShops}>
          <p>{w.noShopsText}</p>
          <Button onClick={() => void signOut()}>{w.signOut}</Button>
        </Empty>
      )}
    </main>
  );
};

/** What whoever is signed in sees: the shop the address names, else the one they were in last. */
const ShopRoutes = (): JSX.Element => {
  const { path } = useLocation();
  const shops = account.value?.shops ?? [];
  const named = path.split('/')[2] ?? '';
  shopId.value = shops.some(({ id }) => id === named) ? named : null;
  if (named === 'new' && account.value?.operator === true) return <NewShopPage />;
  if (shops.length === 0) return <NoShops />;
  if (shopId.value !== null)
    return (
      <Shell>
        {/* Another shop is another page: nothing of the one before stays on it. */}
        <Pages key={shopId.value} />
      </Shell>
    );
  if (named !== '') return <NotFound />;
  const last = localStorage.getItem(LAST_SHOP);
  const first = shops.find(({ id }) => id === last) ?? shops[0];
  return <Redirect to={`/console/${first?.id ?? ''}`} />;
};

const AuthGate = (): JSX.Element => {
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
};

/** The console. */
export const App = (): JSX.Element => (
  <LocationProvider scope={/^\/console(\/|$)/}>
    <ErrorBoundary>
      <AuthGate />
    </ErrorBoundary>
    <Toasts />
  </LocationProvider>
);
