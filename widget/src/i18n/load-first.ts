import type { Language } from './languages.ts';
import type { FirstTexts } from './messages.ts';

/** So few words that all languages come together. English is there already. */
const TEXTS = import.meta.glob<FirstTexts>(['./*/first.ts', '!./en/first.ts'], {
  eager: true,
  import: 'messages',
});

/** The first words in a language other than English. */
export const firstTextsOf = (language: Language): FirstTexts | undefined =>
  TEXTS[`./${language}/first.ts`];
