import { describe, expect, it } from 'vitest';
import type { LedgerRow } from '@okaeri/shared/ledger';
import { changedLines, footOf, isRefundUndone } from './ledger-rules.ts';

const row = (change: Partial<LedgerRow>): LedgerRow => ({
  id: 't',
  at: '2026-11-01T00:00:00Z',
  effectiveAt: '2026-11-01T00:00:00Z',
  kind: 'earn',
  source: { kind: 'order', id: 'K-1' },
  points: 0,
  state: 'available',
  label: '',
  reason: null,
  note: null,
  by: null,
  matureAt: null,
  expireAt: null,
  balanceAfter: { pending: 0, available: 0 },
  receipt: null,
  bought: [],
  moved: { pending: 0, available: 0 },
  canUndo: false,
  code: null,
  ...change,
});

describe('the foot of a timeline', () => {
  it('proves the sum: what was there before and what moved come to what is there', () => {
    const rows = [
      row({ moved: { pending: -40, available: 40 }, balanceAfter: { pending: 5, available: 140 } }),
      row({ moved: { pending: 40, available: 0 }, balanceAfter: { pending: 45, available: 100 } }),
      row({ moved: { pending: 0, available: -20 }, balanceAfter: { pending: 5, available: 100 } }),
    ];
    expect(footOf(rows)).toMatchObject({
      before: { pending: 5, available: 120 },
      moved: { pending: 0, available: 20 },
      after: { pending: 5, available: 140 },
    });
  });

  it('is not there where nothing has moved', () => {
    expect(footOf([])).toBeNull();
  });
});

describe('points that come back to an order', () => {
  it('are a refund undone where a refund took them before, and else what it earned', () => {
    const taken = row({ kind: 'clawback' });
    expect(isRefundUndone(row({}), [taken])).toBe(true);
    expect(isRefundUndone(row({}), [row({})])).toBe(false);
    const other = row({ source: { kind: 'order', id: 'K-2' } });
    expect(isRefundUndone(other, [taken])).toBe(false);
  });
});

describe('what a refund was about', () => {
  const bought = [
    {
      lineId: 'a',
      productId: 'p-a',
      product: null,
      quantity: 1,
      refundedQuantity: 1,
      grossMinor: 100,
      refundedMinor: 100,
    },
  ];
  const receipt = (kept: number): LedgerRow['receipt'] => ({
    ruleId: 'order',
    programVersion: 1,
    basisMinor: 100,
    currency: 'USD',
    rate: null,
    multiplier: '1',
    rounding: 'floor',
    desired: 10,
    awarded: 10,
    cap: null,
    campaignId: null,
    reason: null,
    lines: [{ lineId: 'a', basisMinor: 100, share: 10, kept }],
  });

  it('are the lines whose points differ from the row before', () => {
    const older = row({ receipt: receipt(10), bought });
    expect(changedLines(row({ receipt: receipt(0), bought }), [older])).toMatchObject([
      { line: { lineId: 'a' }, isWhole: true },
    ]);
    expect(changedLines(row({ receipt: receipt(4), bought }), [older])).toMatchObject([
      { isWhole: false },
    ]);
    expect(changedLines(row({ receipt: receipt(10), bought }), [older])).toEqual([]);
    expect(changedLines(row({ receipt: receipt(0), bought }), [])).toEqual([]);
  });
});
