import { signal } from '@preact/signals';
import type { Messages } from './shape.ts';

/** Languages of the console, by what they call themselves. */
export const LANGUAGES = { en: 'English', ja: '日本語' } as const;
export type Language = keyof typeof LANGUAGES;

const LOADERS: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import('./en.ts')).en,
  ja: async () => (await import('./ja.ts')).ja,
};

/** Words of pages that the first screen does without: they come with the page. */
const PARTS = {
  account: {
    en: () => import('./parts/en-account.ts'),
    ja: () => import('./parts/ja-account.ts'),
  },
  cases: {
    en: () => import('./parts/en-cases.ts'),
    ja: () => import('./parts/ja-cases.ts'),
  },
  contacts: {
    en: () => import('./parts/en-contacts.ts'),
    ja: () => import('./parts/ja-contacts.ts'),
  },
  home: {
    en: () => import('./parts/en-home.ts'),
    ja: () => import('./parts/ja-home.ts'),
  },
  insights: {
    en: () => import('./parts/en-insights.ts'),
    ja: () => import('./parts/ja-insights.ts'),
  },
  lists: {
    en: () => import('./parts/en-lists.ts'),
    ja: () => import('./parts/ja-lists.ts'),
  },
  settings: {
    en: () => import('./parts/en-settings.ts'),
    ja: () => import('./parts/ja-settings.ts'),
  },
  setup: {
    en: () => import('./parts/en-setup.ts'),
    ja: () => import('./parts/ja-setup.ts'),
  },
  shortcuts: {
    en: () => import('./parts/en-shortcuts.ts'),
    ja: () => import('./parts/ja-shortcuts.ts'),
  },
  surveys: {
    en: () => import('./parts/en-surveys.ts'),
    ja: () => import('./parts/ja-surveys.ts'),
  },
  widget: {
    en: () => import('./parts/en-widget.ts'),
    ja: () => import('./parts/ja-widget.ts'),
  },
} as const satisfies Readonly<
  Record<string, Readonly<Record<Language, () => Promise<{ readonly words: Messages }>>>>
>;
export type WordsPart = keyof typeof PARTS;

/** Parts that pages have asked for; with another language they come in it. */
const wanted = new Set<WordsPart>();

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
  const [first, ...parts] = await Promise.all([LOADERS[next](), ...fetchParts(next)]);
  loaded.value = Object.assign({}, first, ...parts);
  language.value = next;
  document.documentElement.lang = next;
  localStorage.setItem(KEY, next);
};

/** Waits for the words of some pages, in the console's language. */
export const loadWords = async (...parts: readonly WordsPart[]): Promise<void> => {
  if (parts.every((part) => wanted.has(part))) return;
  const of = language.peek();
  const found = await Promise.all(parts.map(async (part) => (await PARTS[part][of]()).words));
  for (const part of parts) wanted.add(part);
  // Another language was chosen meanwhile.
  if (of !== language.peek()) return setLanguage(language.peek());
  loaded.value = Object.assign({}, loaded.peek(), ...found);
};

function fetchParts(of: Language): Promise<Messages>[] {
  return [...wanted].map(async (part) => (await PARTS[part][of]()).words);
}
