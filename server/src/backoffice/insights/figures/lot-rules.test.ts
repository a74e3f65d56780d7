import { describe, expect, it } from 'vitest';
import type { LotMove } from '../../../loyalty/ledger/documents.ts';
import { pointsOf, type LotRow } from './lot-rules.ts';

let sequence = 0;
const row = (kind: LotRow['kind'], at: number, change: Partial<LotRow>): LotRow => ({
  shopperId: 's',
  sequence: (sequence += 1),
  kind,
  awardId: null,
  redemptionId: null,
  pending: 0,
  available: 0,
  held: 0,
  issued: 0,
  redeemed: 0,
  adjusted: 0,
  effectiveAt: at,
  lots: [],
  ...change,
});
const earn = (at: number, awardId: string, points: number) =>
  row('earn', at, { awardId, available: points, issued: -points, lots: [[awardId, points]] });
const redeem = (at: number, redemptionId: string, ...taken: readonly LotMove[]) => {
  const points = taken.reduce((sum, [, one]) => sum + one, 0);
  const lots = taken.map(([id, one]): LotMove => [id, -one]);
  return row('redeem', at, { redemptionId, available: -points, held: points, lots });
};
const use = (at: number, redemptionId: string, points: number) =>
  row('use', at, { redemptionId, held: -points, redeemed: points });
/** Months are the numbers themselves. */
const of = (rows: readonly LotRow[], over: readonly string[] = []) =>
  pointsOf(
    rows,
    (at) => at,
    (awardId) => over.includes(awardId),
  );

describe('a person’s points by their month of issue (E79)', () => {
  it('are redeemed once their code is used, from the lots it was taken of', () => {
    const rows = [earn(1, 'a', 100), earn(2, 'b', 50), redeem(3, 'r', ['a', 100], ['b', 20])];
    expect(of(rows)).toEqual({
      inHand: 150,
      issues: [
        { month: 1, issued: 100, left: 100, redeemed: [] },
        { month: 2, issued: 50, left: 50, redeemed: [] },
      ],
    });
    expect(of([...rows, use(5, 'r', 120)])).toEqual({
      inHand: 30,
      issues: [
        { month: 1, issued: 100, left: 0, redeemed: [[4, 100]] },
        { month: 2, issued: 50, left: 30, redeemed: [[3, 20]] },
      ],
    });
  });

  it('are not redeemed where the code is given back, or its use undone', () => {
    const rows = [earn(1, 'a', 100), redeem(2, 'r', ['a', 40])];
    const back = row('release', 3, {
      redemptionId: 'r',
      held: -40,
      available: 40,
      lots: [['a', 40]],
    });
    const whole = { inHand: 100, issues: [{ month: 1, issued: 100, left: 100, redeemed: [] }] };
    expect(of([...rows, back])).toEqual(whole);
    expect(of([...rows, use(3, 'r', 40), use(4, 'r', -40)])).toMatchObject({
      inHand: 100,
      issues: [
        {
          left: 100,
          redeemed: [
            [2, 40],
            [3, -40],
          ],
        },
      ],
    });
  });

  it('were not issued where they were taken back, by a refund or by hand', () => {
    const claw = row('clawback', 2, {
      awardId: 'a',
      available: -30,
      issued: 30,
      lots: [['a', -30]],
    });
    const taken = row('adjust', 3, {
      awardId: 'x',
      available: -50,
      adjusted: 50,
      lots: [['a', -50]],
    });
    expect(of([earn(1, 'a', 100), claw, taken])).toEqual({
      inHand: 20,
      issues: [{ month: 1, issued: 20, left: 20, redeemed: [] }],
    });
  });

  it('given by hand are issued; expired ones are left no more, whether a row says so or not', () => {
    const given = row('adjust', 1, {
      awardId: 'a',
      available: 60,
      adjusted: -60,
      lots: [['a', 60]],
    });
    const gone = row('expire', 4, { awardId: 'a', available: -60, lots: [['a', -60]] });
    const over = { inHand: 0, issues: [{ month: 1, issued: 60, left: 0, redeemed: [] }] };
    expect(of([given, gone])).toEqual(over);
    expect(of([given], ['a'])).toEqual(over);
  });

  it('of two people who merged are those of one', () => {
    const close = row('merge', 3, { available: -100, issued: 100, lots: [['a', -100]] });
    const into = row('merge', 3, { available: 100, issued: -100, lots: [['a', 100]] });
    const merged = [earn(1, 'a', 100), close, into, earn(4, 'b', 10)];
    expect(of(merged)).toEqual(of([earn(1, 'a', 100), earn(4, 'b', 10)]));
  });
});
