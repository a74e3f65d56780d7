import fc from 'fast-check';
import { cleanLine, cleanWords } from '@okaeri/shared/words';

/** Beginnings, ends and parts of what means something to browsers, spreadsheets, mail programs and templates. */
const PARTS = [
  '<img src=x onerror=alert(1)>',
  '</p></div><script>alert(1)</script>',
  '<!--',
  ']]>',
  '{{7*7}}',
  '${7*7}',
  '=HYPERLINK("x")',
  '+1',
  '-1',
  '@SUM(1)',
  '"',
  "'",
  '\\',
  ',',
  ';',
  '&lt;',
  '&#60;b&#62;',
  '\r\nBcc: evil@x.example\r\n\r\n',
  '\r\n.\r\n',
  '\n-- \n',
  '%0d%0aSet-Cookie:a=b',
  '=?utf-8?q?=3Cb=3E?=',
  'javascript:alert(1)',
  '\u202e',
  '\u200b',
  '\u0000',
  '\u2028',
  '\t',
  '🫖',
  'e\u0301',
  ' ',
] as const;

/** Words of somebody who means harm, as they are kept: in several lines, or in one. */
export const hostileWords = (shape: 'line' | 'lines'): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ unit: 'grapheme', maxLength: 5 })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => (shape === 'line' ? cleanLine : cleanWords)(parts.join('')))
    .filter((words) => /[^\s\p{M}\u200c\u200d]/u.test(words));

/** Words of the same length and lines, in which nothing means anything. */
export const harmless = (words: string): string => words.replaceAll(/[^\n]/gsu, 'x');

/** The elements of a page with the names of their attributes: words may not change them. */
export const markupOf = (html: string): readonly string[] =>
  html.replaceAll(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? [];

/** What of a page is read, without its elements. */
export const readOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
