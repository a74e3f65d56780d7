/** The longest text that is looked through; what comes after is cut off. */
const TEXT_MAX = 1000;

/** Where a quotation may begin, and where it may end; an apostrophe within a word does neither. */
const OPENS = /["`“„«»‹›「『‘]|(?<![\p{L}\p{N}])'/u;
const CLOSES = /["`”“«»‹›」』’']/u;

/** Each may be somebody's, or let somebody in. */
const PRIVATE: readonly (readonly [RegExp, string])[] = [
  // What comes after is values of a statement.
  [/\bparams:[\s\S]*$/i, 'params: […]'],
  [/\b\w+:\/\/\S+/g, '[url]'],
  [/\S*@\S*/g, '[address]'],
  // Keys, and the three parts of a signed token.
  [/\bokr_\w+/g, '[token]'],
  [/\beyJ[\w-]*(\.[\w-]*)*/g, '[token]'],
  // A run of letters and digits too long for a word. Ids made here name nobody.
  [/\b(?![0-9A-HJKMNP-TV-Z]{26}\b)(?=[\w+/=-]*\d)[\w+/=-]{20,}/g, '[token]'],
  // Telephones, cards, addresses of machines.
  [/\+?\d[\d\s().:-]{5,}\d/g, '[number]'],
];

/**
 * Leaves out of a message whatever may be somebody's: quoted text from the first quotation mark to
 * the last, as quotations stand within each other and are cut off; addresses, tokens, long numbers.
 */
export function scrub(text: string): string {
  let left = withoutQuotations(text.slice(0, TEXT_MAX));
  for (const [pattern, instead] of PRIVATE) left = left.replace(pattern, instead);
  return left;
}

function withoutQuotations(text: string): string {
  const from = text.search(OPENS);
  if (from < 0) return text;
  let to = text.length - 1;
  while (to > from && !CLOSES.test(text[to] ?? '')) to -= 1;
  // One that does not end goes on to where the text ends.
  return `${text.slice(0, from)}[…]${to > from ? text.slice(to + 1) : ''}`;
}
