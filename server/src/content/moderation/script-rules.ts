import { entriesOf } from '@okaeri/shared/records';

/*
 * The writing of a text, not its language: which one it is written in is found by letters and
 * without a dictionary, in three words as in three hundred. A shop that names its languages
 * has a person look at what is written in none of their scripts.
 */
const SCRIPTS = {
  latin: /\p{Script=Latin}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  greek: /\p{Script=Greek}/gu,
  arabic: /\p{Script=Arabic}/gu,
  hebrew: /\p{Script=Hebrew}/gu,
  devanagari: /\p{Script=Devanagari}/gu,
  thai: /\p{Script=Thai}/gu,
  hangul: /\p{Script=Hangul}/gu,
  han: /\p{Script=Han}/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
} as const;

type Script = keyof typeof SCRIPTS;

/** Scripts of languages that are not written in Latin letters (ISO 639-1). */
const OF_LANGUAGE: Readonly<Record<string, readonly Script[]>> = {
  ja: ['kana', 'han'],
  zh: ['han'],
  ko: ['hangul', 'han'],
  ru: ['cyrillic'],
  uk: ['cyrillic'],
  bg: ['cyrillic'],
  el: ['greek'],
  ar: ['arabic'],
  fa: ['arabic'],
  he: ['hebrew'],
  hi: ['devanagari'],
  th: ['thai'],
};

const LETTERS_MIN = 12;
/** Names and brands stay in their own letters everywhere. */
const FOREIGN_SHARE = 0.5;

/** Whether most of a text is in letters that none of these languages is written in. */
export const isInOtherScript = (words: string, languages: readonly string[]): boolean => {
  if (languages.length === 0) return false;
  const known = new Set<Script>(
    languages.flatMap((language) => OF_LANGUAGE[language.slice(0, 2).toLowerCase()] ?? ['latin']),
  );
  let letters = 0;
  let foreign = 0;
  for (const [script, pattern] of entriesOf(SCRIPTS)) {
    const count = words.match(pattern)?.length ?? 0;
    letters += count;
    foreign += known.has(script) ? 0 : count;
  }
  return letters >= LETTERS_MIN && foreign / letters > FOREIGN_SHARE;
};
