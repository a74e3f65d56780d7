import type { ListedTransaction } from '@okaeri/shared/ledger';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aReceipt, aRow, mugs } from '../testing/history-rows.ts';
import { exactlyKept, sumOf, type SumLine } from './sum-rules.ts';
import type { Thing } from './thing-rules.ts';

const thing = (...rows: readonly [ListedTransaction, ...ListedTransaction[]]): Thing => ({
  key: 'a',
  rows,
  points: rows.reduce((sum, { points }) => sum + points, 0),
});
const order = aRow({ receipt: aReceipt() });
const refund = aRow({ kind: 'clawback', points: -132, receipt: aReceipt(133) });
const undo = aRow({ points: 132, receipt: aReceipt() });
const pointsOf = (line: SumLine): number => (line.kind === 'row' ? line.row.points : line.points);

describe('the sum of a receipt', () => {
  it('tells an order, its refund and the undoing in their order', () => {
    const lines = sumOf(thing(undo, refund, order));
    expect(lines.map((line) => line.kind === 'row' && line.what)).toEqual([
      'order',
      'refund',
      'undone',
    ]);
  });

  it('has one line where there is something to reckon, and none where a sentence says it all', () => {
    expect(sumOf(thing(order))).toHaveLength(1);
    expect(sumOf(thing(aRow({ receipt: aReceipt(0, { rate: null }) })))).toEqual([]);
    expect(sumOf(thing(aRow({ kind: 'redeem', source: { kind: 'redemption', id: 'r' } })))).toEqual(
      [],
    );
  });

  it('has three lines at most, which always come to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 2 }), (moves) => {
        const [first = 0, ...others] = moves;
        const one = thing(
          aRow({ points: first, receipt: aReceipt() }),
          ...others.map((points) => aRow({ points, receipt: aReceipt() })),
        );
        const lines = sumOf(one);
        expect(lines.length).toBeLessThanOrEqual(3);
        expect(lines.reduce((sum, line) => sum + pointsOf(line), 0)).toBe(one.points);
      }),
    );
  });
});

describe('what would be kept exactly', () => {
  it('is said where it is no whole number', () => {
    expect(exactlyKept(thing({ ...refund, bought: [mugs(1)] }, order))).toBe(132.5);
  });

  it('is nothing to say of where nothing was rounded, or nothing came back', () => {
    const even = aReceipt(50, { lines: [{ lineId: 'mug', basisMinor: 1, share: 100, kept: 50 }] });
    expect(exactlyKept(thing({ ...refund, receipt: even, bought: [mugs(1)] }))).toBeNull();
    expect(exactlyKept(thing({ ...order, bought: [mugs()] }))).toBeNull();
    expect(exactlyKept(thing(refund))).toBeNull();
  });
});
