import { expect, it } from 'vitest';
import { createDeeds, npsGroup, starGroup } from './deed-rules.ts';

it.each([
  [1, 'low'],
  [2, 'low'],
  [3, 'middle'],
  [4, 'high'],
  [5, 'high'],
])('%i stars are %s (E126)', (stars, group) => expect(starGroup(stars)).toBe(group));

it.each([
  [0, 'detractors'],
  [6, 'detractors'],
  [7, 'passives'],
  [8, 'passives'],
  [9, 'promoters'],
  [10, 'promoters'],
])('a score of %i is one of %s (E126)', (score, group) => expect(npsGroup(score)).toBe(group));

it('who bought within the days counts, once for each shopper, and nobody whose days still run (E126)', () => {
  const deeds = createDeeds(100, { withinDays: 30, groups: ['low', 'high'] });
  const at = (group: string, day: number) => [{ group, day }];
  deeds.add(at('high', 10), [5, 10]);
  deeds.add(at('high', 10), [5, 40]);
  deeds.add(at('high', 10), [5, 41]);
  deeds.add([...at('high', 20), ...at('low', 10)], [11]);
  deeds.add(at('low', 71), [72]);
  deeds.add([], [1, 2, 3]);
  expect(deeds.read()).toEqual([
    { group: 'low', people: 1, again: 1 },
    { group: 'high', people: 3, again: 1 },
  ]);
});
