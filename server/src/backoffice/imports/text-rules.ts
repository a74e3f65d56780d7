import { decodeHTMLStrict } from 'entities';
import { LIMITS } from '@okaeri/shared/limits';
import { cutWords } from '@okaeri/shared/words';

const UTF16 = { le: 'utf-16le', be: 'utf-16be' } as const;

/** The text of a file and how it was read, or why it cannot be. */
export type Decoded =
  | { readonly text: string; readonly encoding: string }
  | { readonly fault: string };

/** The encoding a file is said to have, or its byte order mark names; UTF-8 where nothing does. */
export const encodingOf = (bytes: Uint8Array, said: string | undefined): string =>
  said ?? marked(bytes) ?? 'utf-8';

/**
 * Reads a file as Unicode, or in the encoding it is said to have. Nothing is guessed: the
 * same bytes are words in several encodings, and only one of them is what people wrote.
 */
export const decodeFile = (bytes: Uint8Array, wanted: string | undefined): Decoded => {
  const encoding = encodingOf(bytes, wanted);
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
/** Those that a file may name itself. */
const SAYABLE = [...DELIMITERS, '|'] as const;
export type Delimiter = (typeof SAYABLE)[number];

/** The first line by which a file says to Excel what stands between its columns: `sep=;`. */
const SAID = /^\uFEFF?"?sep=([,;\t|])"?\r?(?:\n|$)/i;

/** How a text is cut into rows and columns. */
export interface Layout {
  readonly delimiter: Delimiter;
  /** The line the names of the columns are in. */
  readonly fromLine: 1 | 2;
}

/** What stands between the columns: as the file says, or as its first line shows. */
export const layoutOf = (text: string): Layout => {
  const said = SAID.exec(text)?.[1];
  const delimiter = SAYABLE.find((one) => one === said);
  return delimiter === undefined
    ? { delimiter: delimiterOf(text), fromLine: 1 }
    : { delimiter, fromLine: 2 };
};

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

/** Characters of a cell that are repeated in the message about it. */
const SHOWN_LENGTH_MAX = 100;

/** What stands in a cell, as it is repeated in an answer: its beginning, in quotes. */
export const quoted = (cell: string): string =>
  cell.length > SHOWN_LENGTH_MAX ? `"${cutWords(cell, SHOWN_LENGTH_MAX)}…"` : `"${cell}"`;

// An attribute has a value here: `<b and c>` is what somebody wrote, and no tag.
const ATTRIBUTES = String.raw`(?:\s{1,20}[a-z:_][\w:.-]{0,60}\s{0,20}=\s{0,20}(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'|[^\s"'<>=]{1,500})){0,20}`;

const BREAKS = /<br\s{0,20}\/?>|<\/(?:p|div|li)\s{0,20}>/gi;
// Only tags that carry no meaning of their own: what else stands between brackets is what people wrote.
const TAGS = tag('p|div|span|br|b|i|u|em|strong|ul|ol|li|a');
const ENTITIES = /&(?:[a-z][a-z\d]{1,40}|#\d{1,8}|#x[\da-f]{1,7});/gi;

/**
 * Words out of the little HTML that other tools write; they are text here, whatever is left in them.
 * Tags go first, so that what stands there as `&lt;b&gt;` stays, as the words it is.
 */
export const plainWords = (words: string): string =>
  words
    .replaceAll(BREAKS, '\n')
    .replaceAll(TAGS, '')
    .replaceAll(ENTITIES, (entity) => decodeHTMLStrict(entity).replaceAll('\u00A0', ' '));

/** The encoding a byte order mark names (Unicode 17, section 2.13). */
function marked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return UTF16.le;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return UTF16.be;
  return undefined;
}

const decode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // A wrong label, or bytes that this encoding does not have.
    return undefined;
  }
};

function tag(names: string): RegExp {
  return new RegExp(
    String.raw`<(?:(?:${names})${ATTRIBUTES}\s{0,20}/?|/(?:${names})\s{0,20})>`,
    'gi',
  );
}
