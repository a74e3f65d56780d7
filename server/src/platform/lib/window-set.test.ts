import { expect, it } from 'vitest';
import { createWindowSet } from './window-set.ts';

it('remembers what was added until its window is over', () => {
  let at = 0;
  const set = createWindowSet(10, () => at);
  expect(set.has('a')).toBe(false);
  set.add('a');
  at = 9;
  expect([set.has('a'), set.has('b')]).toEqual([true, false]);
  at = 10;
  expect(set.has('a')).toBe(false);
});
