import { signal } from '@preact/signals';
import type { Messages } from './shape.ts';

/** Languages of the console, by what they call themselves. */
export const LANGUAGES = { en: 'English', ja: '日本語' } as const;
export type Language = keyof typeof LANGUAGES;

const LOADERS: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import('./en.ts')).en,
  ja: async () => (await import('./ja.ts')).ja,
};

const KEY = 'okaeri.console.language';
const isLanguage = (text: string | null | undefined): text is Language =>
  text !== null && text !== undefined && text in LANGUAGES;

/** The language chosen before, else the browser's, else English. */
const firstLanguage = (): Language => {
  const kept = localStorage.getItem(KEY);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
};

export const language = signal<Language>('en');

const loaded = signal<Messages | null>(null);

/** What is said. To be read once a language has been loaded. */
export const messages = (): Messages => {
  if (loaded.value === null) throw new Error('No language was loaded.');
  return loaded.value;
};

/** Speaks a language from now on, and remembers it. */
export const setLanguage = async (next: Language = firstLanguage()): Promise<void> => {
  loaded.value = await LOADERS[next]();
  language.value = next;
  document.documentElement.lang = next;
  localStorage.setItem(KEY, next);
};
