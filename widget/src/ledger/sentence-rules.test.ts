import type { ListedTransaction } from '@okaeri/shared/ledger';
import { describe, expect, it } from 'vitest';
import { aReceipt, aRow, mugs } from '../testing/history-rows.ts';
import { backOf, toldOf, type Told } from './sentence-rules.ts';
import type { Thing } from './thing-rules.ts';

const thing = (...rows: readonly [ListedTransaction, ...ListedTransaction[]]): Thing => ({
  key: 'a',
  rows,
  points: rows.reduce((sum, { points }) => sum + points, 0),
});
const told = (one: Thing, debt = 0): readonly Told[] => toldOf(one, debt);

const bought = [mugs()];
const order = (change: Partial<ListedTransaction> = {}) =>
  aRow({ bought, receipt: aReceipt(), ...change });
const refund = (change: Partial<ListedTransaction> = {}) =>
  aRow({
    id: 'tx_2',
    kind: 'clawback',
    points: -132,
    state: 'reversed',
    receipt: aReceipt(133),
    bought: [mugs(1)],
    effectiveAt: '2026-12-13T10:00:00Z',
    balanceAfter: { pending: 0, available: 133 },
    ...change,
  });
const undo = (change: Partial<ListedTransaction> = {}) =>
  order({ id: 'tx_3', points: 132, effectiveAt: '2026-12-14T10:00:00Z', ...change });

describe('the receipt of an order', () => {
  it('says what it brought', () => {
    expect(told(thing(order()))).toEqual([{ kind: 'brought', points: 265 }]);
  });

  it('says what is on the way, and when, as far as that is known', () => {
    expect(told(thing(order({ state: 'pending' })))).toEqual([
      { kind: 'coming', points: 265 },
      { kind: 'when', at: null },
    ]);
    const matureAt = '2026-12-12T10:00:00Z';
    expect(told(thing(order({ state: 'pending', matureAt })))[1]).toEqual({
      kind: 'when',
      at: matureAt,
    });
  });

  it('says how many of how many came back, and what that took of the whole', () => {
    expect(told(thing(refund(), order()))).toMatchObject([
      { kind: 'cameBack', back: 1, of: 2, gone: 132, whole: 265, line: { productId: 'mug' } },
    ]);
  });

  it('counts every rule and campaign of the order in the whole', () => {
    const extra = aReceipt(100, { campaignId: 'double', awarded: 100, lines: [] });
    const rows = [refund(), order({ id: 'tx_0', points: 100, receipt: extra }), order()] as const;
    expect(told(thing(...rows))).toMatchObject([{ kind: 'cameBack', gone: 132, whole: 365 }]);
  });

  it('says that a refund was undone, when, and what that brought back', () => {
    expect(told(thing(undo(), refund({ bought }), order()))).toEqual([
      { kind: 'undone', at: '2026-12-14T10:00:00Z', points: 132 },
    ]);
  });

  it('says what came back where it came back again after an undoing', () => {
    const again = refund({ id: 'tx_4' });
    const rows = [again, undo({ bought: [mugs(1)] }), refund(), order()] as const;
    expect(told(thing(...rows))).toMatchObject([{ kind: 'cameBack', gone: 132 }]);
  });

  it('says that all came back', () => {
    const receipt = aReceipt(0, { reason: 'fullyRefunded' });
    const all = refund({ points: -265, receipt, bought: [mugs(2)] });
    expect(told(thing(all, order()))).toMatchObject([{ kind: 'allBack', points: 265 }]);
  });

  it('of which nothing came back but the money says how much', () => {
    const money = [mugs(0, { refundedMinor: 500 })];
    expect(told(thing(refund({ bought: money }), order()))).toMatchObject([
      { kind: 'refunded', refundedMinor: 500, grossMinor: 5300 },
    ]);
  });

  it('that was cancelled says what went, and why', () => {
    const receipt = aReceipt(0, { reason: 'orderCancelled' });
    expect(told(thing(refund({ points: -265, receipt, bought }), order()))).toEqual([
      { kind: 'gone', points: 265 },
      { kind: 'because', because: 'orderCancelled' },
    ]);
  });

  it('that counts again says what it brought, and nothing of a refund', () => {
    const receipt = aReceipt(0, { reason: 'orderCancelled' });
    const rows = [
      undo({ points: 265 }),
      refund({ points: -265, receipt, bought }),
      order(),
    ] as const;
    expect(told(thing(...rows))).toEqual([{ kind: 'brought', points: 265 }]);
  });

  it('that brought nothing says why', () => {
    const receipt = aReceipt(0, { awarded: 0, reason: 'nothingCounts' });
    expect(told(thing(order({ points: 0, state: 'none', receipt })))).toEqual([
      { kind: 'nothing' },
      { kind: 'because', because: 'nothingCounts' },
    ]);
  });

  it('says what the shop did not take back, and what is owed only while it is', () => {
    const spared = thing(refund({ points: -92 }), order());
    expect(told(spared)).toMatchObject([{ gone: 92 }, { kind: 'kept', points: 40 }]);
    const owing = thing(refund({ balanceAfter: { pending: 0, available: -40 } }), order());
    expect(told(owing, 40)).toMatchObject([{ gone: 132 }, { kind: 'debt', points: 40 }]);
    expect(told(owing, 10)[1]).toEqual({ kind: 'debt', points: 10 });
    expect(told(owing, 0)).toHaveLength(1);
  });
});

describe('the receipt of anything else', () => {
  const redemption = { kind: 'redemption', id: 'r' };
  const taken = (state: ListedTransaction['state']) =>
    aRow({ kind: 'redeem', source: redemption, points: -300, state });

  it.each([
    ['a reward whose code waits', taken('held'), ['taken', 'waits']],
    ['a reward that was used', taken('spent'), ['taken', 'used']],
    ['a reward whose code is being taken back', taken('reversed'), ['taken']],
    ['an expiry', aRow({ kind: 'expire', points: -75 }), ['expired']],
    ['points given by hand', aRow({ kind: 'adjust', points: 50, reason: 'Sorry' }), ['given']],
    ['points taken by hand', aRow({ kind: 'adjust', points: -5, reason: 'Twice' }), ['took']],
    ['an act', aRow({ source: { kind: 'act', id: 'a' } }), ['earned']],
    ['accounts that were joined', aRow({ kind: 'merge', source: null }), ['earned']],
  ])('says of %s what it is', (_what, row, kinds) => {
    expect(told(thing(row)).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('says of a reward that was given back that its points are there again', () => {
    const back = aRow({ kind: 'release', source: redemption, points: 300 });
    expect(told(thing(back, taken('reversed')))).toEqual([
      { kind: 'givenBack', points: 300 },
      { kind: 'returned' },
    ]);
  });
});

describe('what came back of an order', () => {
  it.each([
    ['nothing', [mugs()], null],
    ['some pieces of one line', [mugs(1), mugs()], { kind: 'cameBack', back: 1, of: 2 }],
    ['pieces of several lines', [mugs(1), mugs(1)], { kind: 'pieces', back: 2, of: 4 }],
    ['pieces nobody can name', [mugs(1, { product: null })], { kind: 'pieces', back: 1, of: 2 }],
    ['everything', [mugs(2), mugs(2)], { kind: 'allBack' }],
  ])('is %s', (_what, lines, back) => {
    if (back === null) expect(backOf(lines)).toBeNull();
    else expect(backOf(lines)).toMatchObject(back);
  });
});
