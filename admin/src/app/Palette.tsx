import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComponentType, JSX } from 'preact';

/** Whether the search is open. */
export const isPaletteOpen = signal(false);

/** What a search is shown by, once it has come: no page waits for it. */
const shown = signal<ComponentType<{ onClose: () => void }> | null>(null);

/** Fetches it while nothing else is to be done, so that it opens at once. */
export const prepareSearch = (): void => {
  const fetchIt = (): void => void load();
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchIt);
  else setTimeout(fetchIt, 1000);
};

/** Whether a key opens the search: Ctrl or ⌘ with K, or a slash where nobody is typing. */
export const isSearchKey = (event: KeyboardEvent): boolean => {
  if (event.metaKey || event.ctrlKey) return event.key.toLowerCase() === 'k';
  if (event.key !== '/' || event.altKey || document.querySelector('dialog[open]') !== null)
    return false;
  const { target } = event;
  return !(
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')
  );
};

/** Whatever goes by a name, a number or a code, from anywhere: `Ctrl K`, `⌘ K` or `/`. */
export const Palette = (): JSX.Element | null => {
  useEffect(() => void load(), []);
  const Shown = shown.value;
  return (
    Shown && (
      <Shown
        onClose={() => {
          isPaletteOpen.value = false;
        }}
      />
    )
  );
};

async function load(): Promise<void> {
  if (shown.peek() === null)
    shown.value = (await import('../search/SearchDialog.tsx')).SearchDialog;
}
