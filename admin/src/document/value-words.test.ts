import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { ja } from '../i18n/ja.ts';
import { keyText, thingName, valueText, type Reading } from './value-words.ts';

const ENGLISH: Reading = { words: en, language: 'en' };
const JAPANESE: Reading = { words: ja, language: 'ja' };

const RULE = {
  id: 'birthday',
  on: 'birthday',
  enabled: true,
  points: { fixed: 250 },
  variants: [],
};

describe('a value of a programme', () => {
  it.each([
    ['a rule', RULE, 'earning.birthday', ['A birthday', '誕生日']],
    ['a thing with a name', { id: 'x', name: { en: 'Gold' } }, 'tiers.x', ['Gold', 'Gold']],
    ['a choice', 'fulfilled', 'earning.order.hold.from', ['dispatch', '発送']],
    ['the kind of the expiry', 'never', 'expiry.kind', ['Never', 'なし']],
    ['the kind of a window', 'lifetime', 'tierPolicy.window.kind', ['For ever', '通算']],
    ['a text that is no choice', 'constructor', 'enrolment', ['constructor', 'constructor']],
    ['a list', ['name', 'email'], 'earning.p.fields', ['Name · E-mail', '名前 · メールアドレス']],
    [
      'a text in languages',
      { en: 'A', ja: 'B' },
      'name',
      ['English: A · Japanese: B', '英語: A · 日本語: B'],
    ],
    ['nothing', null, 'tierPolicy', ['–', '–']],
    ['an empty list', [], 'rewards.x.tags', ['–', '–']],
    ['yes', true, 'earning.order.includeTax', ['Yes', 'はい']],
  ] as const)('is said in words where it is %s', (_, value, path, texts) => {
    const said = [ENGLISH, JAPANESE].map((as) => valueText(value, path.split('.'), as));
    expect(said).toEqual(texts);
  });

  it('has neither braces nor quotes of JSON, however deep it is', () => {
    const value = { variants: [{ tierIds: ['vip'], points: { per: { USD: { points: 5 } } } }] };
    expect(valueText(value, ['earning', 'order'], ENGLISH)).toBe(
      'for certain tiers or segments: tiers: vip · points: per amount: USD: points: 5',
    );
  });
});

describe('the name of a thing', () => {
  it('tells two rules for the same apart by the id of the second', () => {
    expect(thingName({ id: 'order', on: 'order' }, ENGLISH)).toBe('An order');
    expect(thingName({ id: 'first-order', on: 'order' }, ENGLISH)).toBe('An order (first-order)');
  });

  it('is in the language of the reader, else in English, else in any', () => {
    expect(thingName({ name: { en: 'Gold', ja: '金' } }, JAPANESE)).toBe('金');
    expect(thingName({ name: { de: 'Gold' } }, JAPANESE)).toBe('Gold');
    expect(thingName({ points: 1 }, JAPANESE)).toBeUndefined();
  });
});

it('a key without a word stands as it is', () => {
  expect(keyText('includeTax', ENGLISH)).toBe('tax counts');
  expect(keyText('toString', ENGLISH)).toBe('toString');
});
