import { Select } from '../ui/Select.tsx';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { LogOut, Menu, Search } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { isPaletteOpen, Palette } from './Palette.tsx';
import { MENU_PAGES, plainPath, type MenuPage } from './pages.ts';
import { account, shopPath, may, shop } from './session.ts';
import { signOut } from './sign-out.ts';
import { setTheme, theme, type Theme } from './theme.ts';

/** The frame of every page: the menu beside it, or above it on a phone. */
export const Shell = ({ children }: { children: ComponentChildren }): JSX.Element => {
  const { path } = useLocation();
  const isOpen = useSignal(false);
  const w = messages().app;
  useEffect(() => {
    document.addEventListener('keydown', onShortcut);
    return () => document.removeEventListener('keydown', onShortcut);
  }, []);
  useEffect(() => {
    isOpen.value = false;
  }, [path, isOpen]);
  return (
    <div class="shell">
      <a class="skip" href="#page">
        {w.skip}
      </a>
      <div class="bar-top">
        <p class="brand">
          <span class="brand-mark" aria-hidden="true" />
          {shop.value?.name ?? w.name}
        </p>
        <button
          type="button"
          class="button quiet square"
          aria-label={w.menu}
          aria-expanded={isOpen.value}
          aria-controls="menu"
          onClick={() => (isOpen.value = !isOpen.value)}
        >
          <Icon of={Menu} />
        </button>
      </div>
      <div class={`side${isOpen.value ? ' open' : ''}`} id="menu">
        <Side />
      </div>
      <main id="page" tabIndex={-1}>
        {shop.value?.isClosed === true && (
          <p class="page note warn">
            {messages().shop.closedBanner}{' '}
            <a href={shopPath('/settings/shop')}>{messages().shop.reopen}</a>
          </p>
        )}
        {children}
      </main>
      {isPaletteOpen.value && <Palette />}
    </div>
  );
};

function onShortcut(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  isPaletteOpen.value = !isPaletteOpen.value;
}

function Side(): JSX.Element {
  const { path } = useLocation();
  const w = messages();
  const shown = MENU_PAGES.filter(({ ability }) => may(ability));
  const group = (name: MenuPage['group']) =>
    shown
      .filter((page) => page.group === name)
      .map((page) => <MenuLink key={page.path} page={page} path={path} />);
  return (
    <>
      <ShopSelect />
      <button type="button" class="search-button" onClick={() => (isPaletteOpen.value = true)}>
        <Icon of={Search} />
        <span>{w.app.search}</span>
        <kbd>{/Mac|iP/.test(navigator.platform) ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <nav aria-label={w.app.menu}>
        {group('work')}
        <p class="menu-head">{w.app.settings}</p>
        {group('settings')}
      </nav>
      <div class="side-end">
        <div class="me">
          <p class="grow">
            <strong>{account.value?.name}</strong>
            <br />
            <span class="quiet small">{shop.value && w.roles[shop.value.role]}</span>
          </p>
          <button
            type="button"
            class="button quiet square"
            aria-label={w.app.signOut}
            title={w.app.signOut}
            onClick={() => void signOut()}
          >
            <Icon of={LogOut} />
          </button>
        </div>
        <div class="row">
          <LanguageSelect />
          <ThemeSelect />
        </div>
      </div>
    </>
  );
}

function MenuLink({ page, path }: { page: MenuPage; path: string }): JSX.Element {
  const href = shopPath(plainPath(page));
  const isHere = path === href || (page.path !== '' && path.startsWith(`${href}/`));
  return (
    <a href={href} aria-current={isHere ? 'page' : undefined}>
      <Icon of={page.icon} />
      {page.title(messages())}
    </a>
  );
}

function ShopSelect(): JSX.Element {
  const { route } = useLocation();
  const shops = account.value?.shops ?? [];
  const current = shop.value;
  const isOperator = account.value?.operator === true;
  if (shops.length === 1 && current && !isOperator)
    return (
      <p class="shop-name">
        {current.name}
        {current.sandbox && <span class="badge">{messages().app.sandbox}</span>}
      </p>
    );
  return (
    <label class="shop-select">
      <span class="hidden">{messages().app.shop}</span>
      <select
        value={current?.id ?? ''}
        onChange={(event) => route(`/console/${event.currentTarget.value}`)}
      >
        {shops.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {isOperator && <option value="new">{messages().app.newShop}</option>}
      </select>
    </label>
  );
}

function ThemeSelect(): JSX.Element {
  const w = messages().app;
  return (
    <label class="small-select">
      <span class="hidden">{w.theme}</span>
      <Select<Theme> value={theme.value} options={w.themes} onValue={setTheme} />
    </label>
  );
}
