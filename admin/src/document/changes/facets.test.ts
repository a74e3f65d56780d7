import { describe, expect, it } from 'vitest';
import type { Change } from './change-rules.ts';
import { changeText, detailsOf, fieldChanges, type Facet } from './facet-rules.ts';
import { sideOf } from './reading.ts';
import { ENGLISH } from './readings-of-tests.ts';

const SIDE = sideOf(null, { ...ENGLISH, documents: [] });
const facet = (label: string, more: Partial<Facet<unknown>> = {}): Facet<unknown> => ({
  label,
  how: 'labelled',
  text: (value) => (value === undefined ? 'none' : JSON.stringify(value)),
  ...more,
});
const FACETS: Readonly<Record<string, Facet<never> | null>> = {
  id: null,
  cost: facet('cost', { with: ['unit'] }),
  unit: null,
  rate: facet('rate', { how: 'alone' }),
  note: facet('note', { how: 'quiet' }),
  name: facet('name', { byLanguage: true }),
  limit: facet('limit', {
    isUsual: (value) => value === 1,
    details: (value) => `at most ${String(value)}`,
  }),
  hidden: facet('hidden', { text: () => 'the same words' }),
};

const changes = (before: object, after: object): Change[] =>
  fieldChanges({
    before: { ...before },
    after: { ...after },
    sides: [SIDE, SIDE],
    facets: FACETS,
    subject: 'Mug',
    path: ['rewards', 'mug'],
  });

describe('the changes of a thing', () => {
  it.each([
    ['nothing differs', { cost: 5, name: { en: 'Mug' } }, { name: { en: 'Mug' }, cost: 5 }, []],
    ['a value differs', { cost: 5 }, { cost: 6 }, ['Mug: cost 5 → 6']],
    ['a value says what it is of', { rate: 5 }, { rate: 6 }, ['Mug: 5 → 6']],
    ['a value is new', {}, { note: 'x' }, ['Mug: note none → "x"']],
    [
      'what is said with a value differs',
      { cost: 5, unit: 'a' },
      { cost: 5, unit: 'b' },
      ['Mug: cost changed'],
    ],
    ['words cannot tell values apart', { hidden: 1 }, { hidden: 2 }, ['Mug: hidden changed']],
    ['only what has no words differs', { id: 'a' }, { id: 'b' }, []],
    [
      'one language differs',
      { name: { en: 'Mug', ja: 'マグ' } },
      { name: { en: 'Mug', ja: 'カップ' } },
      ['Mug: name in Japanese "マグ" → "カップ"'],
    ],
    [
      'a language is new and one is gone',
      { name: { en: 'Mug', de: 'Becher' } },
      { name: { en: 'Mug', fr: 'Tasse' } },
      ['Mug: name in German "Becher" → none', 'Mug: name in French none → "Tasse"'],
    ],
    ['an empty record has come', {}, { name: {} }, ['Mug: name changed']],
  ] as const)('where %s are said so', (_where, before, after, texts) => {
    expect(changes(before, after).map((one) => changeText(one, ENGLISH))).toEqual(texts);
  });

  it('lead to their field, and within it to their language', () => {
    const found = changes({ cost: 1, name: { en: 'a' } }, { cost: 2, name: { en: 'b' } });
    expect(found.map(({ path }) => path.join('/'))).toEqual([
      'rewards/mug/cost',
      'rewards/mug/name/en',
    ]);
  });
});

describe('a new thing', () => {
  it.each([
    ['says its values', { cost: 5, rate: 6 }, 'cost 5, 6'],
    [
      'leaves out what is usual, quiet, empty or a name',
      { limit: 1, note: 'x', name: { en: 'a' }, cost: '' },
      '',
    ],
    ['says a value in another way where it has one', { limit: 3 }, 'at most 3'],
    ['leaves out empty lists', { cost: [] }, ''],
  ])('%s', (_what, thing, text) => {
    expect(detailsOf(thing, SIDE, FACETS)).toBe(text);
  });
});

describe('a change as a sentence', () => {
  const one: Change = {
    kind: 'changed',
    path: [],
    subject: 'mug',
    label: 'cost',
    before: '5',
    after: '6',
  };
  it.each([
    [{}, 'mug: cost 5 → 6'],
    [{ subject: '' }, 'Cost 5 → 6'],
    [{ before: null }, 'mug: cost changed'],
    [{ kind: 'removed' }, 'Mug'],
    [{ kind: 'added', after: '5 points' }, 'Mug: 5 points'],
    [{ kind: 'added', after: null }, 'mug'],
  ] as const)('%o is "%s"', (change, text) => {
    expect(changeText({ ...one, ...change }, ENGLISH)).toBe(text);
  });
});
