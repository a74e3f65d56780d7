import { messages as ENGLISH } from './en/first.ts';
import type { Language } from './languages.ts';
import type { FirstTexts } from './messages.ts';

/** The words every page view pays for: the launcher and the inline elements. */
export interface FirstMessages {
  readonly language: Language;
  readonly open: (programme: string) => string;
  readonly earn: (points: string) => string;
  readonly join: string;
}

const textsOf = async (language: Language): Promise<FirstTexts | undefined> => {
  if (language === 'en') return ENGLISH;
  try {
    return (await import('./load-first.ts')).firstTextsOf(language);
  } catch {
    // The chunk did not come: a button in English is better than none.
    return ENGLISH;
  }
};

/** The first words in a language. Only English comes with the first chunk. */
export const loadFirstMessages = async (language: Language): Promise<FirstMessages> => {
  const { open, earn, join } = (await textsOf(language)) ?? ENGLISH;
  return {
    language,
    // With functions: a name may have a `$` in it.
    open: (name) => open.replace('{name}', () => name),
    earn: (points) => earn.replace('{points}', () => points),
    join,
  };
};
