/** Every mark of ASCII that can be printed, the space among them. */
const MARKS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter(
  (mark) => !/[A-Za-z0-9]/.test(mark),
);

/** Ids which paths, queries, escapes, patterns or eyes can take for something else. */
const KNOWN = [
  '.',
  '..',
  '...',
  '~.',
  '~~..',
  '%2e',
  '%2E%2e',
  'a#b',
  'a?b',
  'a%23b',
  'a/b',
  'a%2Fb',
  'zz/../a',
  '../../webhooks/x',
  '..\\..\\a',
  '/',
  '//',
  '/a/',
  'gid://shopify/Customer/123',
  '#1001',
  '100%',
  '%',
  '%zz',
  '%25',
  '%E3%81',
  ':shopperId',
  'index',
  'export',
  'adjustments',
  '*',
  'a+b c',
  ' a',
  'a ',
  'a  b',
  '$&',
  '{id}',
  '<b>&amp;</b>',
  'photo.png',
  'a;v=1',
  'a,b',
  'caf\u00e9',
  'cafe\u0301',
  'おかえり',
  '😀👩‍👩‍👧',
  'مرحبا/١',
  'שלום?',
  '\u202eabc',
  'a\u2028b',
  '__proto__',
  'null',
] as const;

const PIECES = [...MARKS, 'a', '1', '..', '%2F', '%', 'é', '家', '😀', 'ع', '/', '#', '?'];

/**
 * So many different ids that are hard to name in an address, the hardest first: known ones, then every
 * printable mark of ASCII between letters, then mixtures.
 */
export const hardIds = (count: number): string[] => {
  const ids = new Set<string>([...KNOWN, ...MARKS.map((mark) => `x${mark}y`)]);
  const number = numbersFrom(1);
  while (ids.size < count)
    ids.add(
      Array.from({ length: 1 + number(12) }, () => PIECES[number(PIECES.length)] ?? '').join(''),
    );
  return [...ids].slice(0, count);
};

/** A small generator of numbers, the same each time (https://prng.di.unimi.it/splitmix64.c, in 32 bits). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
  };
}
