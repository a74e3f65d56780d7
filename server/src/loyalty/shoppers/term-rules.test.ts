import { describe, expect, it } from 'vitest';
import {
  afterTerm,
  filterTerm,
  isSegmentTerm,
  segmentTermsOf,
  termsOf,
  wordsOf,
  wordTerm,
} from './term-rules.ts';

const row = (
  change: Partial<Parameters<typeof termsOf>[0]> = {},
): Parameters<typeof termsOf>[0] => ({
  externalId: null,
  email: null,
  name: null,
  status: 'member',
  tags: [],
  mergedInto: null,
  erasedAt: null,
  ...change,
});
const member = filterTerm({ status: 'member' });

describe('the words of a text', () => {
  it.each([
    ['', []],
    [' \t\n', []],
    ['Ada Lovelace', ['ada', 'lovelace']],
    ['Lovelace, Ada; "The" (first)', ['lovelace', 'ada', 'the', 'first']],
    ['Renée Müller', ['renee', 'muller']],
    ['ＡＤＡ', ['ada']],
    ['ada@example.com', ['ada@example.com']],
    ['a'.repeat(40), ['a'.repeat(40)]],
    ['a'.repeat(41), ['a'.repeat(40)]],
  ])('%j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

it.each([
  ['ad', 'ada', true],
  ['ada', 'ada', true],
  ['adb', 'ada', false],
  ['adaa', 'ada', false],
])(
  'what begins with %s is found between its term and what is behind it: %s %s',
  (begin, word, found) => {
    const term = wordTerm(word);
    const from = wordTerm(begin);
    expect(from <= term && term < afterTerm(from)).toBe(found);
  },
);

describe('the term of a filter', () => {
  it.each([
    ['a status', { status: 'member' }, false],
    ['a tag', { tag: 'member' }, false],
    ['a stage', { stage: 'loyal' }, true],
    ['a segment', { segment: 'loyal' }, true],
  ] as const)('of %s says whether it is a place', (_, filter, isPlace) => {
    expect(isSegmentTerm(filterTerm(filter))).toBe(isPlace);
  });

  it('is another for each filter of one value, and none is that of a word', () => {
    const value = 'loyal';
    const filters = [
      { status: value },
      { tag: value },
      { stage: value },
      { segment: value },
    ] as const;
    const terms = [...filters.map((filter) => filterTerm(filter)), wordTerm(value)];
    expect(new Set(terms).size).toBe(5);
  });
});

it('the terms of a place are its stage and its segments', () => {
  const place = { stage: 'loyal', tierId: null, segmentIds: ['a', 'b'], figures: null } as const;
  expect(segmentTermsOf(place)).toEqual([
    filterTerm({ stage: 'loyal' }),
    filterTerm({ segment: 'a' }),
    filterTerm({ segment: 'b' }),
  ]);
});

it.each([
  [50, 1, [{ again: 'high' }, { overdue: 'true' }]],
  [49, 0, [{ again: 'middle' }]],
  [20, null, [{ again: 'middle' }]],
  [19, 5, [{ again: 'low' }, { overdue: 'true' }]],
  [null, null, []],
] as const)(
  'somebody who buys again with %s of 100, %s days past their gap, is found by that',
  (againPercent, overdueDays, found) => {
    const figures = { rfmGroup: 'lost', valueGroup: 'high', againPercent, overdueDays } as const;
    const place = { stage: 'loyal', tierId: null, segmentIds: [] } as const;
    const terms = segmentTermsOf({ ...place, figures: { ...figures, usualGapDays: null } });
    const groups = [{ rfm: 'lost' }, { value: 'high' }] as const;
    expect(terms.slice(1)).toEqual([...groups, ...found].map((one) => filterTerm(one)));
    expect(terms.every(isSegmentTerm)).toBe(true);
  },
);

describe('what a shopper is found by', () => {
  it.each([
    ['the status alone, where nothing else is known', {}, [member]],
    [
      'the words of the name',
      { name: 'Ada Lovelace' },
      ['ada', 'lovelace'].map(wordTerm).concat(member),
    ],
    ['the id of the shop', { externalId: 'C-7' }, [wordTerm('c-7'), member]],
    [
      'the address, and what stands behind its @',
      { email: 'Ada@Example.com' },
      [wordTerm('ada@example.com'), wordTerm('example.com'), member],
    ],
    ['the tags', { tags: ['VIP'] }, [member, filterTerm({ tag: 'VIP' })]],
    ['each word once', { name: 'Ada Ada' }, [wordTerm('ada'), member]],
  ])('is %s', (_, change, terms) => {
    expect(termsOf(row(change))).toEqual(terms);
  });

  it.each([
    [12, 12],
    [13, 12],
  ])('is of a name of %i words the first %i', (count, kept) => {
    const name = Array.from({ length: count }, (_, index) => `w${index}`).join(' ');
    expect(termsOf(row({ name }))).toHaveLength(kept + 1);
  });

  it.each([
    ['were merged into somebody', { mergedInto: 'bea' }],
    ['were erased', { erasedAt: 0 }],
  ])('is nothing where they %s', (_, change) => {
    expect(termsOf(row({ name: 'Ada', ...change }))).toEqual([]);
  });
});
