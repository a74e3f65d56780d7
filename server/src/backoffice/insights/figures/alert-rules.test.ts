import { expect, it } from 'vitest';
import { Z_99 } from '../../../platform/lib/interval-rules.ts';
import { createRandom, seedOf } from '../../../platform/lib/random-rules.ts';
import { followAlert, isWorthSaying } from './alert-rules.ts';
import { changeOfShares } from './measure-rules.ts';

const isSaid = (now: { count: number; of: number }, before: { count: number; of: number }) =>
  isWorthSaying(changeOfShares({ now, before }, Z_99));

it.each([
  [60, 200, 30, 200, true],
  // 0.0850 ± : the 95 % interval excludes 0, the 99 % one does not.
  [50, 200, 33, 200, false],
  [30, 200, 60, 200, true],
  [29, 29, 0, 29, false],
  [30, 30, 0, 30, true],
  [300, 300, 0, 29, false],
  [0, 100, 0, 100, false],
])('%i of %i after %i of %i is said: %s (E83)', (now, of, ...[before, ofBefore, expected]) => {
  expect(isSaid({ count: now, of }, { count: before, of: ofBefore })).toBe(expected);
});

it('where nothing changes it is said about once in a hundred times (E83)', () => {
  const { uniform } = createRandom(seedOf('alerts'));
  const part = () => ({
    count: Array.from({ length: 400 }, uniform).filter((x) => x < 0.3).length,
    of: 400,
  });
  const said = Array.from({ length: 2000 }, () => isSaid(part(), part())).filter(Boolean);
  expect(said.length).toBeGreaterThan(4);
  expect(said.length).toBeLessThan(40);
});

it.each([
  ['opens where none is open', null, true, 'open'],
  ['is said again', { saidDay: 100 }, true, 'say'],
  ['stays on the sixth quiet day', { saidDay: 101 }, false, 'stay'],
  ['is over on the seventh', { saidDay: 100 }, false, 'close'],
  ['is none where nothing is to be said', null, false, 'stay'],
] as const)('an alert %s (E83)', (_, open, said, expected) =>
  expect(followAlert(open, { isSaid: said, today: 107 })).toBe(expected),
);
