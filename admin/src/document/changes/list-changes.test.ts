import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeText } from './facet-rules.ts';
import { listChanges, nameAmong, thingsIn } from './list-rules.ts';
import { sideOf } from './reading.ts';
import { ENGLISH } from './readings-of-tests.ts';

const SIDE = sideOf(null, { ...ENGLISH, documents: [] });
const COST = {
  label: 'cost',
  how: 'labelled',
  text: (value: number) => `${value} points`,
} as const;
const thing = (id: string, name: string, cost = 5) => ({ id, name: { en: name }, cost });
const [MUG, TEA, HAT] = [thing('m', 'Mug'), thing('t', 'Tea'), thing('h', 'Hat')];

const said = (before: readonly object[], after: readonly object[]): string[] =>
  listChanges({
    before: { rewards: before },
    after: { rewards: after },
    sides: [SIDE, SIDE],
    list: 'rewards',
    facets: { cost: COST },
    title: 'Rewards',
  }).map((one) => `${one.kind} ${one.path.join('/')} ${changeText(one, ENGLISH)}`);

describe('the changes of a list', () => {
  it.each([
    ['nothing differs', [MUG, TEA], [MUG, TEA], []],
    ['a thing is new', [MUG], [MUG, TEA], ['added rewards/t Tea: cost 5 points']],
    ['a thing is gone', [MUG, TEA], [TEA], ['removed rewards/m Mug']],
    [
      'a thing differs',
      [MUG],
      [{ ...MUG, cost: 6 }],
      ['changed rewards/m/cost Mug: cost 5 points → 6 points'],
    ],
    [
      'a thing is of another kind under the same id',
      [{ ...MUG, on: 'review' }],
      [{ ...MUG, on: 'photo' }],
      ['removed rewards/m', 'added rewards/m'],
    ],
    ['things stand in another order', [MUG, TEA], [TEA, MUG], ['changed rewards Rewards: order']],
    ['one is put before those that stay', [MUG, TEA], [HAT, MUG, TEA], ['added rewards/h']],
  ])('where %s say so', (_where, before, after, texts) => {
    const found = said(before, after);
    expect(found).toHaveLength(texts.length);
    for (const [i, text] of texts.entries()) expect(found[i]).toContain(text);
  });

  it('name what is gone as it was called, and what is new as it is', () => {
    expect(said([thing('a', 'Old')], [thing('b', 'New')])).toEqual([
      'removed rewards/a Old',
      'added rewards/b New: cost 5 points',
    ]);
  });

  it('say that the order changed only where things that stayed stand otherwise', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const of = (all: readonly string[]) => all.map((id) => thing(id, id));
        const isSaid = said(of(before), of(after)).some((text) => text.includes('order'));
        const stayed = before.filter((id) => after.includes(id));
        const now = after.filter((id) => before.includes(id));
        expect(isSaid).toBe(stayed.join('') !== now.join(''));
      }),
    );
  });
});

describe('a thing of a list', () => {
  it('has a number where another before it has its name', () => {
    const things = thingsIn({ rewards: [MUG, thing('n', 'Mug'), TEA] }, 'rewards');
    const names = [...things.values()].map((one) =>
      nameAmong(one, things, { ...ENGLISH, documents: [] }),
    );
    expect(names).toEqual(['Mug', 'Mug (2)', 'Tea']);
  });

  it.each([[{}], [{ rewards: null }], [{ rewards: 'x' }], [{ rewards: [] }]])(
    'is not there in %j',
    (document) => {
      expect(thingsIn(document, 'rewards').size).toBe(0);
    },
  );
});
