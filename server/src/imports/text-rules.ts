import { LIMITS } from '@okaeri/shared/limits';

const UTF16 = { le: 'utf-16le', be: 'utf-16be' } as const;

/** The text of a file and how it was read, or why it cannot be. */
export type Decoded =
  | { readonly text: string; readonly encoding: string }
  | { readonly fault: string };

const decode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // A wrong label, or bytes that this encoding does not have.
    return undefined;
  }
};

/** The encoding a byte order mark names (Unicode 17, section 2.13). */
const marked = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return UTF16.le;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return UTF16.be;
  return undefined;
};

/**
 * Reads a file as Unicode, or in the encoding it is said to have. Nothing is guessed: the
 * same bytes are words in several encodings, and only one of them is what people wrote.
 */
export const decodeFile = (bytes: Uint8Array, wanted: string | undefined): Decoded => {
  const encoding = wanted ?? marked(bytes) ?? 'utf-8';
  const text = decode(bytes, encoding);
  if (text !== undefined) return { text, encoding };
  return {
    fault:
      wanted === undefined
        ? 'The file is not Unicode; say its encoding, such as windows-1252 or shift_jis.'
        : `The file is not ${wanted}.`,
  };
};

const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Characters in which the first line is looked for: more than its columns may have, quotes and all. */
const FIRST_LINE_MAX = LIMITS.importHeaderLengthMax * 4;

/** What stands between the columns: whatever the first line has most of, outside of quotes. */
export const delimiterOf = (text: string): Delimiter => {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (const character of text.slice(0, FIRST_LINE_MAX)) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (character === '\n' || character === '\r') break;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  const most = Math.max(...counts.values());
  return DELIMITERS.find((delimiter) => counts.get(delimiter) === most) ?? ',';
};

/** Characters of a cell that are repeated when it is told what is wrong with it. */
const SHOWN_LENGTH_MAX = 100;

/** What stands in a cell, as it is repeated to whoever sent it: its beginning, in quotes. */
export const quoted = (cell: string): string =>
  cell.length > SHOWN_LENGTH_MAX ? `"${cell.slice(0, SHOWN_LENGTH_MAX)}…"` : `"${cell}"`;

const BREAKS = /<br\s*\/?>|<\/(?:p|div|li)>/gi;
// Only tags that carry no meaning of their own: what else stands between brackets is what people wrote.
const TAGS = /<\/?(?:p|div|span|b|i|u|em|strong|ul|ol|li|a)(?:\s[^<>]{0,500})?>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** Words out of the little HTML that other tools write; they are text here, whatever is left in them. */
export const plainWords = (words: string): string =>
  words
    .replaceAll(BREAKS, '\n')
    .replaceAll(TAGS, '')
    .replaceAll(/&(?:lt|gt|quot|#39|#x27|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);
