import type { Language } from './languages.ts';
import type { LanguageTexts } from './messages.ts';

/** The words of one language, as far as the panel needs them at once; other languages are never loaded. */
export const loadTexts = async (language: Language): Promise<LanguageTexts> => {
  const own =
    language === 'en' ? undefined : await (await import('./load-others.ts')).loadOther(language);
  return own ?? (await import('./en/language.ts')).texts;
};
