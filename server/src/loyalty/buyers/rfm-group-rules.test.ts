import { expect, it } from 'vitest';
import { groupOf } from './rfm-group-rules.ts';

it.each([
  [5, 5, 9, 'champions'],
  [4, 4, 3, 'champions'],
  [3, 3, 2, 'loyal'],
  [5, 3, 2, 'loyal'],
  [4, 1, 1, 'new'],
  [4, 2, 2, 'promising'],
  [3, 2, 1, 'needsAttention'],
  [2, 4, 5, 'cannotLose'],
  [2, 3, 2, 'atRisk'],
  [2, 1, 1, 'atRisk'],
  [1, 3, 2, 'atRisk'],
  [1, 2, 1, 'lost'],
] as const)('recency %i, frequency %i and %i purchase days are %s (E75)', (r, f, days, name) => {
  expect(groupOf(r, f, days)).toBe(name);
});
