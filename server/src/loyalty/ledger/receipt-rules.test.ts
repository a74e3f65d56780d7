import { describe, expect, it } from 'vitest';
import type { Receipt } from '@okaeri/shared/ledger';
import { documentWith, orderRuleOf, ruleOf } from '../../testing/rule-inputs.ts';
import { packReceipt, unpackReceipt } from './receipt-rules.ts';

const document = documentWith({
  earning: [
    orderRuleOf({ rounding: 'ceil' }),
    ruleOf({ id: 'join', on: 'signup', limit: { count: 1, every: 'lifetime' } }),
  ],
});

const receiptWith = (change: Partial<Receipt> = {}): Receipt => ({
  ruleId: 'order',
  programVersion: 3,
  basisMinor: 2500,
  currency: 'USD',
  rate: null,
  multiplier: '1',
  rounding: 'ceil',
  desired: 25,
  awarded: 24,
  cap: null,
  campaignId: null,
  reason: null,
  lines: [],
  ...change,
});

const lineOf = (lineId: string | null, basisMinor: number) => ({
  lineId,
  basisMinor,
  share: basisMinor / 100,
  kept: 1,
});

describe('a receipt that is packed', () => {
  it('with nothing unusual says no more than it must', () => {
    expect(packReceipt(receiptWith(), [])).toStrictEqual({
      stored: {
        rule: 'order',
        program: 3,
        basis: 2500,
        currency: 'USD',
        desired: 25,
        awarded: 24,
        reason: null,
        lines: [],
      },
      lineIds: [],
    });
  });

  it('numbers its lines, and ids not yet known stand behind those that are', () => {
    const lines = [
      lineOf('new', 1000),
      lineOf('known', 900),
      lineOf(null, 600),
      lineOf('new', 100),
      lineOf('last', 0),
    ];
    const { stored, lineIds } = packReceipt(receiptWith({ lines }), ['first', 'known']);
    expect(lineIds).toEqual(['first', 'known', 'new', 'last']);
    expect(stored.lines).toEqual([
      [2, 1000, 10, 1],
      [1, 900, 9, 1],
      [-1, 600, 6, 1],
      [2, 100, 1, 1],
      [3, 0, 0, 1],
    ]);
  });

  it('leaves the list of known ids as it was', () => {
    const known = ['first'];
    packReceipt(receiptWith({ lines: [lineOf('new', 1)] }), known);
    expect(known).toEqual(['first']);
  });

  it.each([
    ['a proportional rate', { rate: { amountMinor: 100, points: 2 } }, { rate: [100, 2] }],
    [
      'a rate of whole steps',
      { rate: { amountMinor: 100, points: 2, wholeSteps: true } },
      { rate: [100, 2, 1] },
    ],
    ['a factor', { multiplier: '1.5' }, { factor: '1.5' }],
    ['a campaign', { campaignId: 'spring' }, { campaign: 'spring' }],
    ['room without an end', { cap: { room: 0, until: null } }, { room: 0 }],
    [
      'room until an instant',
      { cap: { room: 5, until: '1970-01-01T00:00:00.007Z' } },
      { room: 5, until: 7 },
    ],
    ['a reason', { reason: 'limitReached' }, { reason: 'limitReached' }],
  ] as const)('keeps %s', (_, change, stored) => {
    const plain = packReceipt(receiptWith(), []).stored;
    expect(packReceipt(receiptWith(change), []).stored).toStrictEqual({ ...plain, ...stored });
  });
});

describe('a receipt that is read again', () => {
  const lines = [lineOf('a', 1000), lineOf(null, 500)];

  it.each([
    ['with nothing unusual', {}],
    ['with lines and shipping', { lines }],
    ['with a proportional rate', { rate: { amountMinor: 100, points: 2 } }],
    ['with a rate of whole steps', { rate: { amountMinor: 100, points: 2, wholeSteps: true } }],
    ['with a factor', { multiplier: '1.5' }],
    ['of a campaign', { campaignId: 'spring' }],
    ['with room without an end', { cap: { room: 0, until: null } }],
    ['with room until an instant', { cap: { room: 5, until: '1970-01-01T00:00:00.000Z' } }],
    ['with a reason', { reason: 'limitReached' }],
    ['of a rule that does not round', { ruleId: 'join', rounding: null }],
    ['of a rule that is gone', { ruleId: 'gone', rounding: null }],
    ['of no rule', { ruleId: null, rounding: null }],
  ] as const)('%s says what it said', (_, change) => {
    const receipt = receiptWith(change);
    const { stored, lineIds } = packReceipt(receipt, []);
    expect(unpackReceipt(stored, lineIds, document)).toEqual(receipt);
  });

  it('has no id for a line whose ids were erased', () => {
    const { stored } = packReceipt(receiptWith({ lines }), []);
    expect(unpackReceipt(stored, [], document).lines).toEqual([
      { ...lines[0], lineId: null },
      lines[1],
    ]);
  });
});
