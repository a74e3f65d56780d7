import { describe, expect, it } from 'vitest';
import { themesIn } from './theme-rules.ts';

const THEMES = [
  { id: 'delivery', rules: { en: ['late', 'slow delivery'], ja: ['遅い', '配送'] } },
  { id: 'price', rules: { en: ['price', '$'], de: ['Preis'] } },
  { id: 'empty', rules: { en: [''] } },
];

describe('the themes of some words', () => {
  it.each([
    ['It came LATE again', 'en', ['delivery']],
    ['Ｌａｔｅ！', 'en', ['delivery']],
    ['I bought a plate', 'en', []],
    ['Later', 'en', []],
    ['a slow delivery, and the price', 'en', ['delivery', 'price']],
    ['届くのが遅いです', 'ja', ['delivery']],
    ['It came late', 'ja', []],
    ['Der Preis', 'de', ['price']],
    ['Der Preis', 'de-AT', ['price']],
    ['Preis, late', null, ['delivery', 'price']],
    ['', 'en', []],
  ] as const)('"%s" in %s are %j', (words, locale, expected) => {
    expect(themesIn(words, locale, THEMES)).toEqual(expected);
  });

  it('take words for words, and not for a pattern', () => {
    expect(themesIn('abc', 'en', [{ id: 'x', rules: { en: ['a.c', '(', 'a*'] } }])).toEqual([]);
  });
});
