import { signal } from '@preact/signals';
import { isFreeKey } from '../lib/free-keys.ts';
import { letterAfterG, type Pressed } from './go-rules.ts';
import { MENU_PAGES, plainPath } from './pages.ts';
import { isPaletteOpen, isSearchKey } from './Palette.tsx';
import { may, shopPath } from './session.ts';

/** Whether the list of keys is open. */
export const isKeyListOpen = signal(false);

/** Keys of every page: Ctrl K and `/` open the search, `?` the list of keys, G and a letter go to a page. */
export const createShortcuts = (
  route: (address: string) => void,
): ((event: KeyboardEvent) => void) => {
  let before: Pressed | null = null;
  return (event) => {
    if (isSearchKey(event)) {
      event.preventDefault();
      isPaletteOpen.value = !isPaletteOpen.value;
      return;
    }
    if (!isFreeKey(event)) {
      before = null;
      return;
    }
    const now = { key: event.key, atMs: event.timeStamp };
    const letter = letterAfterG(before, now);
    before = now;
    if (event.key === '?') isKeyListOpen.value = true;
    const page = MENU_PAGES.find(({ key, ability }) => key === letter && may(ability));
    if (letter === null || page === undefined) return;
    // What the letter does on the page that is left, it does not do here.
    event.preventDefault();
    event.stopImmediatePropagation();
    before = null;
    route(shopPath(plainPath(page)));
  };
};
