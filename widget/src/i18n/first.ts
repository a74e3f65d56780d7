import { fill } from './fill.ts';
import type { Language } from './languages.ts';
import type { FirstTexts } from './messages.ts';

/** The words every page view pays for: the launcher and the inline elements. */
export interface FirstMessages {
  readonly language: Language;
  readonly open: (programme: string) => string;
  readonly earn: (points: string) => string;
  readonly join: string;
}

const ENGLISH: FirstTexts = ['Open {name}', 'Earn {points}', 'Rewards'];

const textsOf = async (language: Language): Promise<FirstTexts> => {
  if (language === 'en') return ENGLISH;
  try {
    return (await import('./first-others.ts')).FIRST_TEXTS[language];
  } catch {
    // The chunk did not come: a button in English is better than none.
    return ENGLISH;
  }
};

/** The first words in a language. Only English comes with the first chunk. */
export const loadFirstMessages = async (language: Language): Promise<FirstMessages> => {
  const [open, earn, join] = await textsOf(language);
  return {
    language,
    open: (name) => fill(open, { name }, language),
    earn: (points) => fill(earn, { points }, language),
    join,
  };
};
