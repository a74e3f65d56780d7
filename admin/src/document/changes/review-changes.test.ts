import { describe, expect, it } from 'vitest';
import { reviewSettings, type ReviewSettings } from '@okaeri/shared/review-settings';
import { changeText } from './facet-rules.ts';
import { ENGLISH } from './readings-of-tests.ts';
import { reviewChanges, reviewWords } from './review-change-rules.ts';

const FIT = {
  id: 'fit',
  name: { en: 'Fit' },
  choices: [
    { id: 's', name: { en: 'Small' } },
    { id: 't', name: { en: 'True to size' } },
  ],
  productIds: [],
};
const SETTINGS: ReviewSettings = reviewSettings.parse({ attributes: [FIT] });
const said = (change: Partial<ReviewSettings>): string[] =>
  reviewChanges(SETTINGS, { ...SETTINGS, ...change }, ENGLISH).map((one) =>
    changeText(one, ENGLISH),
  );

describe('the changes of the settings of reviews', () => {
  it.each([
    ['nothing differs', {}, []],
    ['days differ', { askAfterDays: 99 }, [/^Days after delivery .* → 99$/]],
    ['a share differs', { askedShare: 0.125 }, [/→ 12.5%$/]],
    ['markets are named', { homeMarkets: ['US', 'CA'] }, [/→ “US” and “CA”$/]],
    ['languages are named', { languages: ['en', 'ja'] }, [/→ English and Japanese$/]],
    [
      'the address of products differs',
      { productUrl: 'https://a.example/{productId}' },
      [/productId$/],
    ],
    ['an attribute is gone', { attributes: [] }, [/^Fit$/]],
    [
      'an attribute is for one product',
      { attributes: [{ ...FIT, productIds: ['p-1'] }] },
      [/^Fit: .*Everyday mug/],
    ],
    [
      'a choice of an attribute is gone',
      { attributes: [{ ...FIT, choices: FIT.choices.slice(0, 1) }] },
      [/^Fit: .*“Small” and “True to size” → “Small”$/],
    ],
  ])('where %s say so', (_where, change, texts) => {
    const found = said(change);
    expect(found).toHaveLength(texts.length);
    for (const [i, text] of texts.entries()) expect(found[i]).toMatch(text);
  });
});

it.each([
  [['askAfterDays'], /^days after delivery$/],
  [['attributes', 'fit', 'choices'], /^Fit: ./],
  [['attributes', 'gone', 'choices'], /^[^:]+$/],
  [['nothing'], /^$/],
])('the field at %j is called what people call it', (path, name) => {
  expect(reviewWords.fieldName(path, SETTINGS, ENGLISH)).toMatch(name);
});
