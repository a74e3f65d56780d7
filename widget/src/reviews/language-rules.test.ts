import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitByLanguage } from './language-rules.ts';

const review = fc.record({
  id: fc.uuid(),
  language: fc.constantFrom('en', 'en-GB', 'ja', 'zh-Hans', 'zh-TW', null),
});

test('reviews split by language are all there once, each part in the order they came in', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(review, { selector: ({ id }) => id }),
      fc.constantFrom('en', 'ja', 'zh-Hant', 'ar'),
      fc.nat(),
      (reviews, language, pick) => {
        const own = reviews[pick % (reviews.length + 1)]?.id;
        const { read, others } = splitByLanguage(reviews, language, own);
        expect(reviews.filter((one) => read.includes(one))).toEqual(read);
        expect(reviews.filter((one) => others.includes(one))).toEqual(others);
        expect(read.length + others.length).toBe(reviews.length);
        expect(others.some(({ id }) => id === own)).toBe(false);
        // Somebody who comes for reviews never finds all of them folded away.
        expect(read.length > 0 || reviews.length === 0).toBe(true);
        for (const { language: spoken } of others)
          expect(spoken?.slice(0, 2)).not.toBe(language.slice(0, 2));
      },
    ),
  );
});

test.for([
  { language: 'en', read: ['british', 'unknown'], others: ['japanese'] },
  { language: 'ja', read: ['japanese', 'unknown'], others: ['british'] },
])('a reader of $language reads $read first, and $others when asked', (wanted) => {
  const reviews = [
    { id: 'japanese', language: 'ja' },
    { id: 'british', language: 'en-GB' },
    { id: 'unknown', language: null },
  ];
  const { read, others } = splitByLanguage(reviews, wanted.language, undefined);
  expect(read.map(({ id }) => id).toSorted()).toEqual(wanted.read);
  expect(others.map(({ id }) => id)).toEqual(wanted.others);
});
