import { z } from 'zod';

// What nobody sees and some use to deceive: controls but for the line break, direction
// overrides, invisible spaces and marks. The joiners stay: emoji and Persian need them.
const INVISIBLE =
  /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/**
 * Words as they are kept: composed (NFC), with line breaks as `\n` and at most one
 * empty line at a time, and nothing in them that cannot be seen.
 */
export const cleanWords = (words: string): string =>
  words
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(INVISIBLE, (character) => (character === '\n' ? '\n' : ''))
    // By lines: an expression that looks for blanks before a break takes long where there are only blanks.
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** Words of one line. */
const oneLine = (words: string): string => cleanWords(words).replaceAll(/\s+/g, ' ');

// Combining marks make one character of many: as it comes, a text may be longer than it counts.
const RAW_FACTOR = 4;

const limited = (maximum: number, clean: (words: string) => string) =>
  z
    .string()
    .max(maximum * RAW_FACTOR)
    .transform(clean)
    .refine((words) => words !== '', 'must say something')
    .refine(
      (words) => (words.match(/./gsu)?.length ?? 0) <= maximum,
      `must have ${maximum} characters at most`,
    );

/** A text people write over several lines: cleaned, and counted as people count. */
export const longWords = (maximum: number) => limited(maximum, cleanWords);

/** A text people write in one line. */
export const shortWords = (maximum: number) => limited(maximum, oneLine);
