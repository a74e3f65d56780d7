import { describe, expect, it } from 'vitest';
import { markedParts, readTyped } from './typed-rules.ts';

describe('what is typed into the search', () => {
  it.each([
    ['mori', 'all', 'mori'],
    ['  mori ', 'all', 'mori'],
    ['#K-1', 'orders', 'K-1'],
    ['＃１', 'orders', '１'],
    ['@ mo', 'shoppers', 'mo'],
    ['>tiers', 'pages', 'tiers'],
    ['', 'all', ''],
  ])('says by its first sign what is looked for: %s', (text, kind, words) => {
    expect(readTyped(text)).toEqual({ kind, words });
  });

  it.each([
    ['Hana Mori', 'mor', ['Hana ', '*Mor', 'i']],
    ['Mori', 'mori', ['*Mori']],
    ['Mori', 'x', ['Mori']],
    ['Mori', '', ['Mori']],
  ])('is marked where it stands: %s, %s', (text, words, parts) => {
    expect(markedParts(text, words).map((one) => `${one.isHit ? '*' : ''}${one.text}`)).toEqual(
      parts,
    );
  });
});
