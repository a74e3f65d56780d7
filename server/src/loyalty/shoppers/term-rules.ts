import type { Stage } from '@okaeri/shared/segments';
import { cutWords } from '@okaeri/shared/words';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** Words of one shopper that can be searched, and characters of each that count. */
const WORDS_MAX = 12;
const WORD_LENGTH_MAX = 40;
/** Characters of a name's key: fifty letters of a to z. */
const NAME_KEY_MAX = 100;

/** The words of a text, by what stands between them. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[\s,;:"'()<>]+/u)
    .filter((word) => word !== '')
    .map((word) => cutWords(word, WORD_LENGTH_MAX));

/** The term of a word: whatever begins with it begins with this. */
export const wordTerm = (word: string): string => `w${hex(word)}`;

/** Behind every term that begins with this one: no hexadecimal digit comes after `f`. */
export const afterTerm = (term: string): string => `${term}g`;

/** What lists can be narrowed to. */
export type ShopperFilter =
  | { readonly status: string }
  | { readonly tag: string }
  | { readonly stage: Stage }
  | { readonly segment: string }
  | { readonly tier: string };

/** What begins the terms of a place: it changes by time, not with the row. */
const PLACE = 'p';

/** Whether a term says where somebody stands: a stage, a tier or a segment. */
export const isSegmentTerm = (term: string): boolean => term.startsWith(PLACE);

/** The term of a filter. */
export const filterTerm = (filter: ShopperFilter): string => {
  const [entry] = Object.entries(filter);
  const begin = 'stage' in filter || 'segment' in filter || 'tier' in filter ? PLACE : 'f';
  return `${begin}${hex(entry?.join(' ') ?? '')}`;
};

/** The terms of where somebody stands. */
export const segmentTermsOf = (place: {
  readonly stage: Stage;
  readonly segmentIds: readonly string[];
  readonly tierId: string | null;
}): string[] => [
  filterTerm({ stage: place.stage }),
  ...(place.tierId === null ? [] : [filterTerm({ tier: place.tierId })]),
  ...place.segmentIds.map((segment) => filterTerm({ segment })),
];

/** What a shopper's row is found by; nothing for those who are no longer there. */
export const termsOf = (
  row: Pick<
    ShopperRow,
    'externalId' | 'email' | 'name' | 'status' | 'tags' | 'mergedInto' | 'erasedAt'
  >,
): string[] => {
  if (row.mergedInto !== null || row.erasedAt !== null) return [];
  const words = [row.name, row.email, row.externalId].flatMap((text) =>
    text === null ? [] : wordsOf(text),
  );
  const tail = row.email?.split('@')[1];
  return [
    ...new Set([
      ...words.slice(0, WORDS_MAX).map(wordTerm),
      ...(tail === undefined ? [] : [wordTerm(cutWords(fold(tail), WORD_LENGTH_MAX))]),
      filterTerm({ status: row.status }),
      ...row.tags.map((tag) => filterTerm({ tag })),
    ]),
  ];
};

/** What a name is ordered by: its folded letters, hexadecimal as terms are. */
export const nameKeyOf = (row: Pick<ShopperRow, 'externalId' | 'email' | 'name'>): string =>
  hex(fold(row.name ?? row.email ?? row.externalId ?? '').trim()).slice(0, NAME_KEY_MAX);

/** Letters as they are compared: without case, width and accents (Unicode, NFKD). */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}

function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}
