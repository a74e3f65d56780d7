import { signal } from '@preact/signals';

/** How the console is lit. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'okaeri.console.theme';

export const theme = signal<Theme>('system');

/** Lights the console so from now on, and remembers it. */
export const setTheme = (next: Theme): void => {
  theme.value = next;
  document.documentElement.dataset['theme'] = next;
  localStorage.setItem(KEY, next);
};

/** As it was chosen before. */
export const restoreTheme = (): void => {
  const kept = localStorage.getItem(KEY);
  setTheme(isTheme(kept) ? kept : 'system');
};

function isTheme(text: string | null): text is Theme {
  return text === 'system' || text === 'light' || text === 'dark';
}
