import { z } from 'zod';
import { faulty } from './field-faults.ts';

// What XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets), and what Unicode keeps for
// programs alone: controls, halves of surrogate pairs, noncharacters. PostgreSQL takes no NUL either.
const UNCARRIED = /[^\P{Cc}\t\n\r]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

// What nobody sees and some use to deceive: direction overrides, invisible spaces and marks.
// The joiners stay: emoji and Persian need them.
const INVISIBLE =
  /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

// Most words are such. Nothing of the above is in them, and they are composed: a look is enough.
const PLAIN = /^[ -~]*$/;

/** Words without what XML, JSON, CSV, HTML or one of the databases could not carry. */
export const carriedWords = (words: string): string =>
  PLAIN.test(words) ? words : words.replaceAll(UNCARRIED, '');

/** The same in one line, and otherwise as it came: what is compared with what a programme names. */
export const carriedLine = (words: string): string =>
  PLAIN.test(words) ? words : carriedWords(words).replaceAll(/[\t\n\r]/g, ' ');

/**
 * Words of people as they are kept: composed (NFC), with line breaks as `\n` and at most one
 * empty line at a time, and nothing in them that cannot be seen. Cleaned again they stay the same.
 */
export const cleanWords = (words: string): string =>
  PLAIN.test(words) ? words.trim() : cleanAnyWords(words);

const cleanAnyWords = (words: string): string =>
  carriedWords(words)
    .replaceAll(INVISIBLE, '')
    // Only now: a mark and its letter may have stood apart until what was between them went.
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    // By lines: an expression that looks for blanks before a break takes long where there are only blanks.
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll('\t', ' ')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** Words of people in one line, with one space at a time. */
export const cleanLine = (words: string): string => cleanWords(words).replaceAll(/\s+/g, ' ');

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The beginning of a text, of so many code points at most. It never ends within a character as
 * people see it, such as a flag or a letter with its marks.
 */
export const cutWords = (words: string, maximum: number): string => {
  if (words.length <= maximum) return words;
  let length = 0;
  let end = 0;
  for (const { segment, index } of segmenter.segment(words)) {
    length += lengthOf(segment);
    if (length > maximum) break;
    end = index + segment.length;
  }
  return words.slice(0, end).trimEnd();
};

/** How long a text is as people count: code points, of which an emoji may have several. */
const lengthOf = (words: string): number => words.match(/./gsu)?.length ?? 0;

// Combining marks make one character of many: as it comes, a text may be longer than it counts.
const RAW_FACTOR = 4;
const SAY = 'must say something';

const limited = (maximum: number, clean: (words: string) => string) =>
  z
    .string()
    .max(maximum * RAW_FACTOR)
    .overwrite(clean)
    .refine(
      (words) => words.length <= maximum || lengthOf(words) <= maximum,
      faulty('tooLong', `must have ${maximum} characters at most`, { max: maximum }),
    );

/** A text people write over several lines: cleaned, and counted as people count. */
export const longWords = (maximum: number) => limited(maximum, cleanWords).min(1, SAY);

/** A text people write in one line. */
export const shortWords = (maximum: number) => limited(maximum, cleanLine).min(1, SAY);

/**
 * A text that may be missing: one that says nothing, or of which nothing is left, is null. What was
 * filled in by a form that had nothing to fill in is no reason to refuse everything beside it.
 */
export const orNothing = (words: z.ZodString) =>
  words
    .nullable()
    .transform((kept) => (kept?.trim() === '' ? null : kept))
    .pipe(z.string().nullable())
    .optional();

/** A text in one line that may be missing. */
export const shortWordsIfAny = (maximum: number) => orNothing(limited(maximum, cleanLine));
