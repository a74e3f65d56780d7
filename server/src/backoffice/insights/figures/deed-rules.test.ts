import { expect, it } from 'vitest';
import { createDeeds, groupOfScore } from './deed-rules.ts';

it.each([
  ['stars', 2, 'low'],
  ['stars', 3, 'middle'],
  ['stars', 4, 'high'],
  ['csat', 1, 'low'],
  ['csat', 3, 'middle'],
  ['csat', 5, 'high'],
  ['nps', 0, 'detractors'],
  ['nps', 6, 'detractors'],
  ['nps', 7, 'passives'],
  ['nps', 8, 'passives'],
  ['nps', 9, 'promoters'],
  ['nps', 10, 'promoters'],
  ['ces', 3, 'low'],
  ['ces', 4, 'middle'],
  ['ces', 5, 'high'],
  ['loyalty', 7, 'high'],
] as const)('of %s a score of %i is one of %s (E126)', (kind, score, group) =>
  expect(groupOfScore(kind, score)).toBe(group),
);

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
