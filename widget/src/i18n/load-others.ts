import type { Language } from './languages.ts';
import type { LanguageTexts } from './messages.ts';

const FILES = import.meta.glob<{ texts: LanguageTexts }>(['./*/language.ts', '!./en/*']);

/** The words of a language other than English. */
export const loadOther = async (language: Language): Promise<LanguageTexts | undefined> =>
  (await FILES[`./${language}/language.ts`]?.())?.texts;
