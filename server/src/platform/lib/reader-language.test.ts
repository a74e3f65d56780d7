import { describe, expect, test } from 'vitest';
import { directionOf, readerLanguage, textsIn } from './reader-language.ts';

describe('readerLanguage', () => {
  test.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['nl-NL, nl;q=0.9, fr;q=0.5', 'fr'],
    ['zh-TW,zh;q=0.9', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['pt-BR', 'pt'],
    ['JA', 'ja'],
    ['ar-EG', 'ar'],
    ['tlh', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('reads %s as %s', (wanted, language) => {
    expect(readerLanguage(wanted)).toBe(language);
  });
});

test('Arabic runs from the right, everything else from the left', () => {
  expect(['ar', 'ar-SA', 'ja', 'und'].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
});

test.each([
  ['ja', 'こんにちは'],
  ['en', 'Hello'],
  ['de', 'Hello'],
] as const)(
  'texts that nobody has written in German yet are read in %s as "%s"',
  (language, text) => {
    expect(textsIn({ en: 'Hello', ja: 'こんにちは' }, language)).toBe(text);
  },
);
