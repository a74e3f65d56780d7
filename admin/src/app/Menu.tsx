import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { Search } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { Me } from './Me.tsx';
import { isSetUp, overview } from './overview.ts';
import { isPaletteOpen } from './Palette.tsx';
import type { MenuGroup, MenuPage } from './page-types.ts';
import { MENU_PAGES, plainPath } from './pages.ts';
import { account, may, shop, shopPath } from './session.ts';

const GROUPS: readonly MenuGroup[] = [
  'top',
  'customers',
  'loyalty',
  'feedback',
  'engagement',
  'end',
];

/** The shop one works in, the search, the pages one may open, and who one is. */
export const Menu = (): JSX.Element => {
  const w = messages().app;
  return (
    <>
      <div class="on-desk">
        <ShopSelect />
      </div>
      <button type="button" class="search-button" onClick={() => (isPaletteOpen.value = true)}>
        <Icon of={Search} size={16} />
        <span>{w.search}</span>
        <kbd>{/Mac|iP/.test(navigator.platform) ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <nav aria-label={w.menu}>
        {GROUPS.map((group) => (
          <Group key={group} of={group} />
        ))}
      </nav>
      {/* On a phone the search comes first, in reading and by keyboard. */}
      <div class="on-phone">
        <ShopSelect />
      </div>
      <Me />
    </>
  );
};

function Group({ of }: { of: MenuGroup }): JSX.Element | null {
  const { path } = useLocation();
  const id = useId();
  const pages = MENU_PAGES.filter(
    ({ group, groupLater, ability }) =>
      group === of && may(ability) && !(groupLater !== undefined && isSetUp()),
  );
  if (pages.length === 0) return null;
  const links = pages.map((page) => <MenuLink key={page.path} page={page} path={path} />);
  if (of === 'top' || of === 'end') return <div class="menu-group">{links}</div>;
  return (
    <div class="menu-group" role="group" aria-labelledby={id}>
      <p class="menu-head" id={id}>
        {messages().app.groups[of]}
      </p>
      {links}
    </div>
  );
}

function MenuLink({ page, path }: { page: MenuPage; path: string }): JSX.Element {
  const href = shopPath(plainPath(page));
  const badge = overview.value && page.badge?.(overview.value, messages());
  return (
    <a
      href={href}
      aria-current={isHere(page, path) ? 'page' : undefined}
      title={page.key && messages().app.goKeys(page.key.toUpperCase())}
    >
      <Icon of={page.icon} size={16} />
      {page.title(messages())}
      {badge && (
        <>
          <span class={badge.isLate === true ? 'n late' : 'n'} aria-hidden="true">
            {badge.text}
          </span>
          <span class="hidden">, {badge.label}</span>
        </>
      )}
    </a>
  );
}

/** Whether an address is a page's, or that of a page to which it leads. */
function isHere(page: MenuPage, path: string): boolean {
  if (page.path === '') return path === shopPath();
  return [plainPath(page), ...(page.others ?? [])].some((part) => {
    const href = shopPath(part);
    return path === href || path.startsWith(`${href}/`);
  });
}

function ShopSelect(): JSX.Element {
  const { route } = useLocation();
  const shops = account.value?.shops ?? [];
  const current = shop.value;
  const isOperator = account.value?.operator === true;
  if (shops.length === 1 && current && !isOperator)
    return (
      <p class="shop-name">
        <span class="brand-mark" aria-hidden="true" />
        {current.name}
        {current.sandbox && <span class="badge">{messages().app.sandbox}</span>}
      </p>
    );
  return (
    <label class="shop-select">
      <span class="brand-mark" aria-hidden="true" />
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
