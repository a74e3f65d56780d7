import { expect, it } from 'vitest';
import { standingClawbacks, type EarningRow } from './clawback-rules.ts';

const row = (kind: 'earn' | 'clawback', issued: number, awardId = 'a', day = 1): EarningRow => ({
  kind,
  awardId,
  issued,
  effectiveAt: day,
});

it.each([
  ['a refund holds', [row('clawback', 30), row('earn', -100)], [30]],
  ['an undone refund does not', [row('earn', -30), row('clawback', 30), row('earn', -100)], []],
  [
    'of a refund that was undone in part the rest holds',
    [row('earn', -10), row('clawback', 30)],
    [20],
  ],
  [
    'a refund before one that was undone in part holds as well',
    [row('earn', -10), row('clawback', 30), row('clawback', 5)],
    [20, 5],
  ],
  [
    'a refund after one that was undone holds alone',
    [row('clawback', 5), row('earn', -30), row('clawback', 30)],
    [5],
  ],
  [
    'two refunds that were undone at once do not hold',
    [row('earn', -50), row('clawback', 20), row('clawback', 30)],
    [],
  ],
  ['what another source gave undoes nothing', [row('earn', -30, 'b'), row('clawback', 30)], [30]],
  ['a clawback that took nothing is none', [row('clawback', 0)], []],
] as const)('%s', (_, rows, left) => {
  expect(standingClawbacks(rows).map(({ points }) => points)).toEqual(left);
});
