import type { ThemeRules } from '@okaeri/shared/themes';

/** A theme, and the words by which answers come to it. */
interface Named {
  readonly id: string;
  readonly rules: ThemeRules;
}

/**
 * The themes some words are about, by the words of each in that language; in all of them where it is not known. Whole
 * words count, whatever their case and width; in scripts that do not part words with spaces any place does.
 */
export const themesIn = (
  words: string,
  locale: string | null,
  themes: readonly Named[],
): readonly string[] => {
  const said = folded(words);
  return themes
    .filter(({ rules }) => wordsFor(rules, locale).some((word) => isIn(said, folded(word))))
    .map(({ id }) => id);
};

// Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without spaces between words.
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function isIn(said: string, word: string): boolean {
  if (word === '') return false;
  if (UNSPACED.test(word)) return said.includes(word);
  const isLetter = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = said.indexOf(word); at !== -1; at = said.indexOf(word, at + 1))
    if (!isLetter(said[at - 1]) && !isLetter(said[at + word.length])) return true;
  return false;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Words of the language itself, or of the one it is a kind of: `pt-BR` has those of `pt`. */
function wordsFor(rules: ThemeRules, locale: string | null): readonly string[] {
  if (locale === null) return Object.values(rules).flat();
  const [language = ''] = locale.split('-');
  return Object.entries(rules)
    .filter(([tag]) => tag === locale || tag.split('-')[0] === language)
    .flatMap(([, words]) => words);
}
