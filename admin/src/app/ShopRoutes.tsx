import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { lazy, Route, Router, useLocation } from 'preact-iso';
import { DoorOpen } from 'lucide';
import { entriesOf } from '@okaeri/shared/records';
import { ROLES } from '@okaeri/shared/roles';
import { loadWords, messages } from '../i18n/messages.ts';
import { formatList } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, NotAllowed, Skeleton } from '../ui/states.tsx';
import { clockMoves } from './overview.ts';
import type { ConsolePage } from './page-types.ts';
import { NotFound } from './NotFound.tsx';
import { MOVED_PAGES, PAGES } from './pages.ts';
import { account, may, shop, shopId, shopPath } from './session.ts';
import { Shell } from './Shell.tsx';
import { signOut } from './sign-out.ts';

const NewShopPage = lazy(async () => {
  await loadWords('setup');
  return (await import('../setup/NewShopPage.tsx')).NewShopPage;
});

// By how they are loaded: pages with one component keep it from one address to the other.
const COMPONENTS = new Map(
  PAGES.map(({ load, words = [] }) => [
    load,
    lazy(async () => {
      const [component] = await Promise.all([load(), loadWords(...words)]);
      return component;
    }),
  ]),
);

const LAST_SHOP = 'okaeri.console.shop';
effect(() => {
  if (shop.value !== null) localStorage.setItem(LAST_SHOP, shop.value.id);
});

/** What somebody sees who is signed in: the shop in the address, else the one they were in last. */
export const ShopRoutes = (): JSX.Element => {
  const { path } = useLocation();
  const shops = account.value?.shops ?? [];
  const named = path.split('/')[2] ?? '';
  shopId.value = shops.some(({ id }) => id === named) ? named : null;
  if (named === 'new' && account.value?.operator === true) return <NewShopPage />;
  if (shops.length === 0)
    return account.value?.operator === true ? <Redirect to="/console/new" /> : <NoShops />;
  if (shopId.value !== null)
    return (
      <Shell>
        {/* Another shop, or another day in it, is another page: nothing of the one before stays on it. */}
        <Pages key={`${shopId.value} ${clockMoves.value}`} />
      </Shell>
    );
  if (named !== '') return <NotFound />;
  const last = localStorage.getItem(LAST_SHOP);
  const first = shops.find(({ id }) => id === last) ?? shops[0];
  return <Redirect to={`/console/${first?.id ?? ''}`} />;
};

function NoShops(): JSX.Element {
  const w = messages().app;
  return (
    <main class="auth" id="page">
      <h1 class="hidden">{w.name}</h1>
      <Empty icon={DoorOpen} title={w.noShops}>
        <p>{w.noShopsText}</p>
        <Button onClick={() => void signOut()}>{w.signOut}</Button>
      </Empty>
    </main>
  );
}

function Pages(): JSX.Element {
  return (
    <Router>
      {PAGES.map((page) => {
        const path = `/console/:shop${page.path}`;
        return may(page.ability) ? (
          <Route path={path} component={COMPONENTS.get(page.load) ?? NotFound} />
        ) : (
          <Route path={path} component={Forbidden} page={page} />
        );
      })}
      {Object.entries(MOVED_PAGES).map(([from, to]) => (
        <Route path={`/console/:shop${from}`} component={Redirect} to={shopPath(to)} />
      ))}
      <Route default component={NotFound} />
    </Router>
  );
}

function Redirect({ to }: { to: string }): JSX.Element {
  const { route } = useLocation();
  useEffect(() => route(to, true), [to, route]);
  return <Skeleton />;
}

/** The address is right, but the page is for other roles. */
function Forbidden({ page }: { page: ConsolePage }): JSX.Element {
  const t = messages();
  const { app: w, roles } = t;
  const title = page.title?.(t) ?? w.notYours;
  const able = entriesOf(ROLES).flatMap(([role, abilities]) =>
    abilities.some((one) => one === page.ability) ? [roles[role]] : [],
  );
  return (
    <Page title={title}>
      <NotAllowed title={w.notYoursRole(roles[shop.value?.role ?? 'readOnly'], title)}>
        {w.notYoursText(formatList(able))} <a href={shopPath('')}>{w.home}</a>
      </NotAllowed>
    </Page>
  );
}
