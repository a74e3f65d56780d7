import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { Menu as MenuIcon, Search, X } from 'lucide';
import { loadWords, messages } from '../i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from './Menu.tsx';
import { late } from '../ui/late.tsx';
import { isPaletteOpen, Palette, prepareSearch } from './Palette.tsx';
import { loadOverview } from './overview.ts';
import { SandboxBar } from './SandboxBar.tsx';
import { shop, shopPath } from './session.ts';
import { createShortcuts, isKeyListOpen } from './shortcuts.ts';

const { Late: KeyList } = late(async () => {
  await loadWords('shortcuts');
  return (await import('../shortcuts/KeyList.tsx')).KeyList;
});

/** The frame of every page: the menu beside it, or, on a phone, in its place. */
export const Shell = ({ children }: { children: ComponentChildren }): JSX.Element => {
  const { path, route } = useLocation();
  const isOpen = useSignal(false);
  const w = messages().app;
  useEffect(() => {
    const onShortcut = createShortcuts(route);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') isOpen.value = false;
      else onShortcut(event);
    };
    // Before a page's own keys: the letter after G means a page, whatever it does alone.
    document.addEventListener('keydown', onKey, true);
    prepareSearch();
    return () => document.removeEventListener('keydown', onKey, true);
  }, [isOpen, route]);
  useEffect(() => {
    isOpen.value = false;
    void loadOverview();
  }, [path, isOpen]);
  return (
    <div class={isOpen.value ? 'shell open' : 'shell'}>
      <a class="skip" href="#page">
        {w.skip}
      </a>
      <div class="bar-top">
        <p class="brand">
          <span class="brand-mark" aria-hidden="true" />
          <span>{shop.value?.name ?? w.name}</span>
        </p>
        <button
          type="button"
          class="button quiet square"
          aria-label={w.search}
          onClick={() => (isPaletteOpen.value = true)}
        >
          <Icon of={Search} />
        </button>
        <button
          type="button"
          class="button quiet square"
          aria-label={isOpen.value ? w.closeMenu : w.menu}
          aria-expanded={isOpen.value}
          aria-controls="menu"
          onClick={() => (isOpen.value = !isOpen.value)}
        >
          <Icon of={isOpen.value ? X : MenuIcon} />
        </button>
      </div>
      <div class="side" id="menu">
        <Menu />
      </div>
      <main id="page" tabIndex={-1}>
        <SandboxBar />
        {shop.value?.isClosed === true && (
          <p class="page note warn">
            {w.closedBanner} <a href={shopPath('/settings/shop')}>{w.reopen}</a>
          </p>
        )}
        {children}
      </main>
      {isPaletteOpen.value && <Palette />}
      {isKeyListOpen.value && <KeyList />}
    </div>
  );
};
