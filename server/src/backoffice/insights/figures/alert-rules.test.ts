import { expect, it } from 'vitest';
import { createRandom, seedOf } from '../../../platform/lib/random-rules.ts';
import { changeWorthSaying } from './alert-rules.ts';

it.each([
  [60, 200, 30, 200, true],
  // 0.0900 ± : the 95 % interval excludes 0, the 99 % one does not.
  [50, 200, 33, 200, false],
  [30, 200, 60, 200, true],
  [29, 29, 0, 29, false],
  [30, 30, 0, 30, true],
  [0, 100, 0, 100, false],
])('%i of %i after %i of %i is said: %s (E83)', (now, of, ...[before, ofBefore, isSaid]) => {
  const change = changeWorthSaying({ count: now, of }, { count: before, of: ofBefore });
  expect(change !== null).toBe(isSaid);
});

it('where nothing changes it is said about once in a hundred times (E83)', () => {
  const { uniform } = createRandom(seedOf('alerts'));
  const part = () => ({
    count: Array.from({ length: 400 }, uniform).filter((x) => x < 0.3).length,
    of: 400,
  });
  const said = Array.from({ length: 2000 }, () => changeWorthSaying(part(), part())).filter(
    (change) => change !== null,
  );
  expect(said.length).toBeGreaterThan(4);
  expect(said.length).toBeLessThan(40);
});
