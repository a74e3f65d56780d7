import type {
  AgainGroup,
  BuyerFigures,
  RfmGroup,
  Stage,
  ValueGroup,
} from '@okaeri/shared/segments';
import { cutWords } from '@okaeri/shared/words';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** Words of one shopper that can be searched, and characters of each that count. */
const WORDS_MAX = 12;
const WORD_LENGTH_MAX = 40;
/** Of a hundred: from how many on a chance of buying again is high, and in the middle. */
const AGAIN_HIGH = 50;
const AGAIN_MIDDLE = 20;
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
  | { readonly tier: string }
  | { readonly rfm: RfmGroup }
  | { readonly value: ValueGroup }
  | { readonly again: AgainGroup }
  | { readonly overdue: 'true' };

/** What begins the terms of a place: it changes by time, not with the row. */
const PLACE = 'p';

/** Whether a term says where somebody stands: a stage, a tier or a segment. */
export const isSegmentTerm = (term: string): boolean => term.startsWith(PLACE);

/** The term of a filter. */
export const filterTerm = (filter: ShopperFilter): string => {
  const [entry] = Object.entries(filter);
  const begin = 'status' in filter || 'tag' in filter ? 'f' : PLACE;
  return `${begin}${hex(entry?.join(' ') ?? '')}`;
};

/** The terms of where somebody stands. */
export const segmentTermsOf = (place: {
  readonly stage: Stage;
  readonly segmentIds: readonly string[];
  readonly tierId: string | null;
  readonly figures: BuyerFigures | null;
}): string[] => [
  filterTerm({ stage: place.stage }),
  ...(place.tierId === null ? [] : [filterTerm({ tier: place.tierId })]),
  ...place.segmentIds.map((segment) => filterTerm({ segment })),
  ...(place.figures === null ? [] : figureTermsOf(place.figures)),
];

function figureTermsOf({
  rfmGroup,
  valueGroup,
  againPercent,
  overdueDays,
}: BuyerFigures): string[] {
  return [
    ...(rfmGroup === null ? [] : [filterTerm({ rfm: rfmGroup })]),
    ...(valueGroup === null ? [] : [filterTerm({ value: valueGroup })]),
    ...(againPercent === null ? [] : [filterTerm({ again: againGroupOf(againPercent) })]),
    ...(overdueDays !== null && overdueDays > 0 ? [filterTerm({ overdue: 'true' })] : []),
  ];
}

function againGroupOf(percent: number): AgainGroup {
  if (percent >= AGAIN_HIGH) return 'high';
  return percent >= AGAIN_MIDDLE ? 'middle' : 'low';
}

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
