import { expect, it } from 'vitest';
import { moveOf } from './move-rules.ts';

it.each([
  ['1', 'hours', 3_600_000],
  [' 7 ', 'days', 604_800_000],
  ['2', 'weeks', 1_209_600_000],
  ['3650', 'days', 315_360_000_000],
  ['3651', 'days', null],
  ['0', 'days', null],
  ['-1', 'days', null],
  ['1.5', 'days', null],
  ['', 'days', null],
  ['1e3', 'days', null],
  ['99999', 'weeks', null],
] as const)('%j %s move the clock by %j ms', (count, unit, ms) => {
  expect(moveOf(count, unit)).toBe(ms);
});
