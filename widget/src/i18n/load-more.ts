import type { Language } from './languages.ts';
import type { MoreTexts } from './messages.ts';

// Each import is written out: only then does the bundler make a chunk of it.
const MORE: Readonly<Record<Language, () => Promise<{ messages: MoreTexts }>>> = {
  en: () => import('./en/more.ts'),
  ja: () => import('./ja/more.ts'),
  de: () => import('./de/more.ts'),
  fr: () => import('./fr/more.ts'),
  es: () => import('./es/more.ts'),
  it: () => import('./it/more.ts'),
  pt: () => import('./pt/more.ts'),
  'zh-Hans': () => import('./zh-Hans/more.ts'),
  'zh-Hant': () => import('./zh-Hant/more.ts'),
  ko: () => import('./ko/more.ts'),
  ar: () => import('./ar/more.ts'),
};

/** The words of everything else, which come with the first panel that needs them. */
export const loadMoreTexts = async (language: Language): Promise<MoreTexts> =>
  (await MORE[language]()).messages;
