import type { Language } from './languages.ts';
import type { MoreTexts } from './messages.ts';

// Each import is written out: only then does the bundler make a chunk of it.
const MORE: Readonly<Record<Language, () => Promise<{ messages: MoreTexts }>>> = {
  en: () => import('./more.en.ts'),
  ja: () => import('./more.ja.ts'),
  de: () => import('./more.de.ts'),
  fr: () => import('./more.fr.ts'),
  es: () => import('./more.es.ts'),
  it: () => import('./more.it.ts'),
  pt: () => import('./more.pt.ts'),
  'zh-Hans': () => import('./more.zh-hans.ts'),
  'zh-Hant': () => import('./more.zh-hant.ts'),
  ko: () => import('./more.ko.ts'),
  ar: () => import('./more.ar.ts'),
};

/** The words of everything else, which come with the first panel that needs them. */
export const loadMoreTexts = async (language: Language): Promise<MoreTexts> =>
  (await MORE[language]()).messages;
