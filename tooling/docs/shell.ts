/** Characters that stand for themselves within quotes and for the shell, or for "may be left out", outside. */
const SEPARATORS = new Set(['\n', ';', '|', '&']);
const OPTIONAL = new Set(['[', ']']);

/**
 * Commands of a shell block as lists of words: quotes and comments are taken away, lines that end in a backslash
 * are joined, and `[--flag]…` is read as if the flag were given.
 */
export const readCommands = (code: string): string[][] => {
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  const endWord = (): void => {
    if (word !== undefined && word !== '…') words.push(word);
    word = undefined;
  };
  const endCommand = (): void => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  const text = code.replaceAll(/\\\n\s*/g, ' ').replaceAll(']…', ']');
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (quote !== undefined) {
      if (sign === quote) quote = undefined;
      else word = (word ?? '') + sign;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      word ??= '';
    } else if (sign === '#' && word === undefined) {
      i = text.indexOf('\n', i);
      if (i < 0) break;
      endCommand();
    } else if (SEPARATORS.has(sign)) endCommand();
    else if (sign.trim() === '') endWord();
    else if (!OPTIONAL.has(sign)) word = (word ?? '') + sign;
  }
  endCommand();
  return commands;
};
