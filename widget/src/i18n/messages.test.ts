import { describe, expect, it } from 'vitest';
import { formatMoney } from '@okaeri/shared/money-format';
import { languageOf, WIDGET_LANGUAGES } from '@okaeri/shared/widget-languages';
import { messages as ENGLISH } from './en/first.ts';
import { fill, type Text } from './fill.ts';
import { formatPoints } from './format.ts';
import type { Language } from './languages.ts';
import { firstTextsOf } from './load-first.ts';
import { invitationTextsOf } from './load-invitation.ts';
import { loadTexts } from './load.ts';

/** What a language says at each moment; English says the first words by itself. */
const textsOf = async (language: Language): Promise<Readonly<Record<string, Text>>> => {
  const { panel, more, order, review, write } = await loadTexts(language);
  const parts = {
    first: language === 'en' ? ENGLISH : firstTextsOf(language),
    panel: (await panel()).messages,
    more: (await more()).messages,
    order: (await order()).messages,
    review: (await review()).messages,
    write: (await write()).messages,
    invitation: invitationTextsOf(language),
  };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, texts = {}]) =>
      Object.entries(texts).map(([key, text]) => [`${part}.${key}`, text]),
    ),
  );
};

/** Every language of the list. */
const LANGUAGES = Object.keys(WIDGET_LANGUAGES).flatMap((tag) => languageOf(tag) ?? []);

const formsOf = (text: Text): readonly string[] =>
  typeof text === 'string' ? [text] : Object.values(text);

const placesOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].toSorted();

/** The plural forms a language has for whole numbers. */
const pluralsOf = (language: Language): string[] => {
  const rules = new Intl.PluralRules(language);
  const forms = Array.from({ length: 201 }, (_, count) => rules.select(count));
  return [...new Set([...forms, 'other'])].toSorted();
};

describe.each(LANGUAGES)('the messages in %s', (language) => {
  it('are the same as the English ones, each with its places', async () => {
    const [english, own] = [await textsOf('en'), await textsOf(language)];
    expect(Object.keys(own).toSorted()).toEqual(Object.keys(english).toSorted());
    for (const [key, text] of Object.entries(english)) {
      const wanted = [...new Set(formsOf(text).flatMap(placesOf))].toSorted();
      for (const form of formsOf(own[key] ?? '')) {
        expect(form.trim(), key).not.toBe('');
        // A form for one or two may say the number in words.
        const said = placesOf(form);
        const missing = wanted.filter((place) => !said.includes(place));
        expect(
          missing.filter((place) => place !== 'count'),
          key,
        ).toEqual([]);
        expect(
          said.filter((place) => !wanted.includes(place)),
          key,
        ).toEqual([]);
      }
    }
  });

  it('have every plural form the language needs, and no other', async () => {
    const texts = await textsOf(language);
    for (const [key, text] of Object.entries(await textsOf('en'))) {
      const own = texts[key];
      expect(typeof own === 'object', key).toBe(typeof text === 'object');
      if (typeof own === 'object')
        expect(Object.keys(own).toSorted(), key).toEqual(pluralsOf(language));
    }
  });
});

it('every language of the list has a folder, and every folder a line in the list', () => {
  const folders = Object.keys(import.meta.glob('./*/panel.ts')).map((path) => path.split('/')[1]);
  expect(new Set(folders)).toEqual(new Set(Object.keys(WIDGET_LANGUAGES)));
});

describe('a message', () => {
  it('has its values put in their places, once', () => {
    expect(fill('{a} and {b}', { a: '{b}', b: 'two' }, 'en')).toBe('{b} and two');
    expect(fill('{a}', {}, 'en')).toBe('{a}');
    expect(fill('{n} points', { n: 1234 }, 'de')).toBe('1.234 points');
  });

  it('chooses its plural form by the count', () => {
    const text = { one: '{count} order', other: '{count} orders' };
    expect([0, 1, 2].map((count) => fill(text, { count }, 'en'))).toEqual([
      '0 orders',
      '1 order',
      '2 orders',
    ]);
    expect(fill({ other: '{count}回' }, { count: 1 }, 'ja')).toBe('1回');
  });
});

describe('a language', () => {
  it.each([
    ['en-GB', 'en'],
    ['ja', 'ja'],
    ['de-AT', 'de'],
    ['pt-BR', 'pt'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-hk', 'zh-Hant'],
    ['ko-KR', 'ko'],
    ['ar-EG', 'ar'],
    ['jav', undefined],
    ['xx', undefined],
  ])('of the tag %s is %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});

describe('numbers in words', () => {
  const program = {
    pointsName: { en: { one: 'point', other: 'points' }, ja: { other: 'ポイント' } },
  };
  it.each([
    [0, 'en', '0 points'],
    [1, 'en', '1 point'],
    [1234, 'en', '1,234 points'],
    [1, 'ja', '1ポイント'],
    [1234, 'ja', '1,234ポイント'],
    [2, 'fr', '2 points'],
  ])('%i in %s is %s', (count, language, words) => {
    expect(formatPoints(count, program, language)).toBe(words);
  });

  it.each([
    [500, 'USD', 'en', '$5'],
    [550, 'USD', 'en', '$5.50'],
    [500, 'JPY', 'en', '¥500'],
    [500, 'JPY', 'ja', '500円'],
    [500, 'USD', 'ja', '$5'],
    [1500, 'KWD', 'en', 'KWD 1.500'],
  ])('%i minor units of %s in %s are %s', (minor, currency, language, text) => {
    expect(formatMoney(minor, currency, language).replace(/\s/g, ' ')).toBe(text);
  });
});
