import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { isFreeKey } from '../lib/free-keys.ts';
import { late } from '../ui/late.tsx';

/** Whether the search is open. */
export const isPaletteOpen = signal(false);

const { Late: SearchDialog, prepare } = late(
  async () => (await import('../search/SearchDialog.tsx')).SearchDialog,
);

/** Fetches it while nothing else is to be done, so that it opens at once. */
export const prepareSearch = (): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(prepare);
  else setTimeout(prepare, 1000);
};

/** Whether a key opens the search: Ctrl or ⌘ with K, or a slash where nobody is typing. */
export const isSearchKey = (event: KeyboardEvent): boolean => {
  if (event.metaKey || event.ctrlKey) return event.key.toLowerCase() === 'k';
  return event.key === '/' && isFreeKey(event);
};

/** Whatever goes by a name, a number or a code, from anywhere: `Ctrl K`, `⌘ K` or `/`. */
export const Palette = (): JSX.Element => (
  <SearchDialog onClose={() => (isPaletteOpen.value = false)} />
);
