/** What is looked for: everything, or one kind of thing by the sign it begins with. */
export interface Typed {
  readonly kind: 'all' | 'orders' | 'shoppers' | 'pages';
  readonly words: string;
}

const SIGNS = {
  '#': 'orders',
  '＃': 'orders',
  '@': 'shoppers',
  '＠': 'shoppers',
  '>': 'pages',
  '＞': 'pages',
} as const;

/** Reads what was typed: `#` an order, `@` a shopper, `>` a page or an act; full-width signs too. */
export const readTyped = (text: string): Typed => {
  const trimmed = text.trimStart();
  const sign = Object.entries(SIGNS).find(([begin]) => trimmed.startsWith(begin));
  if (sign === undefined) return { kind: 'all', words: trimmed.trim() };
  return { kind: sign[1], words: trimmed.slice(sign[0].length).trim() };
};

/** A text in pieces, those that are what was typed marked. */
export const markedParts = (
  text: string,
  words: string,
): readonly { readonly text: string; readonly isHit: boolean }[] => {
  const at = words === '' ? -1 : text.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return [{ text, isHit: false }];
  return [
    { text: text.slice(0, at), isHit: false },
    { text: text.slice(at, at + words.length), isHit: true },
    { text: text.slice(at + words.length), isHit: false },
  ].filter((part) => part.text !== '');
};
