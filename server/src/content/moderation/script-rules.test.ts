import { describe, expect, it } from 'vitest';
import { isInOtherScript } from './script-rules.ts';

/** Twelve letters of each script, the least that is looked at. */
const TWELVE = {
  latin: 'a good mug here',
  cyrillic: 'абвгдежзиклм',
  greek: 'αβγδεζηθικλμ',
  arabic: 'ابتثجحخدذرزس',
  hebrew: 'אבגדהוזחטיכל',
  devanagari: 'कखगघचछजझटठडढ',
  thai: 'กขคงจฉชซญดตถ',
  hangul: '가나다라마바사아자차카타',
  han: '山川田中水木金土日月火人',
  hiragana: 'あいうえおかきくけこさし',
  katakana: 'アイウエオカキクケコサシ',
} as const;
type Script = keyof typeof TWELVE;

const WRITTEN: Readonly<Record<string, readonly Script[]>> = {
  en: ['latin'],
  de: ['latin'],
  vi: ['latin'],
  ja: ['hiragana', 'katakana', 'han'],
  zh: ['han'],
  ko: ['hangul', 'han'],
  ru: ['cyrillic'],
  uk: ['cyrillic'],
  bg: ['cyrillic'],
  el: ['greek'],
  ar: ['arabic'],
  fa: ['arabic'],
  he: ['hebrew'],
  hi: ['devanagari'],
  th: ['thai'],
};

it.each(Object.entries(WRITTEN))('a shop in %s knows the scripts %j and no other', (tag, own) => {
  for (const [script, words] of Object.entries(TWELVE))
    expect([script, isInOtherScript(words, [tag])]).toEqual([
      script,
      !own.some((one) => one === script),
    ]);
});

describe('a text in other letters', () => {
  it('is none where the shop names no language, or the text has no letters', () => {
    expect(isInOtherScript(TWELVE.cyrillic, [])).toBe(false);
    expect(isInOtherScript('', ['en'])).toBe(false);
    expect(isInOtherScript('12345 67890 !!!', ['en'])).toBe(false);
  });

  it.each([
    ['eleven letters', TWELVE.cyrillic.slice(1), false],
    ['twelve letters', TWELVE.cyrillic, true],
    ['half of its letters', `${TWELVE.cyrillic} abcdefghijkl`, false],
    ['one letter more than half', `${TWELVE.cyrillic}н abcdefghijkl`, true],
    ['one letter less than half', `${TWELVE.cyrillic.slice(1)} abcdefghijkl`, false],
    ['a name within much that is known', 'a very good cup of Чай', false],
  ])('is looked at by %s: %3$s', (_what, words, other) => {
    expect(isInOtherScript(words, ['en'])).toBe(other);
  });

  it('is known where any of the shop’s languages is written so', () => {
    expect(isInOtherScript(TWELVE.cyrillic, ['en', 'ru'])).toBe(false);
    expect(isInOtherScript(TWELVE.greek, ['en', 'ru'])).toBe(true);
    expect(isInOtherScript(TWELVE.latin, ['ru', 'el'])).toBe(true);
  });

  it('is known by the language alone, whatever its case and its region', () => {
    expect(isInOtherScript(TWELVE.cyrillic, ['RU'])).toBe(false);
    expect(isInOtherScript(TWELVE.han, ['zh-Hant-TW'])).toBe(false);
    expect(isInOtherScript(TWELVE.latin, ['xx'])).toBe(false);
  });
});
