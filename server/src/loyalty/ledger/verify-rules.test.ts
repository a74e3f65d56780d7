import { describe, expect, it } from 'vitest';
import { NO_ENTRIES, type Entries } from './book-rules.ts';
import { CHAIN_START, hashOf } from './chain-rules.ts';
import { replayTransaction, startReplay, type Replay } from './verify-rules.ts';

type Row = Parameters<typeof replayTransaction>[1];

const row = (change: Partial<Row> = {}): Row => ({
  shopId: 'shop',
  shopperId: 'ada',
  sequence: 1,
  kind: 'earn',
  awardId: 'a',
  redemptionId: null,
  ...NO_ENTRIES,
  countedPoints: 0,
  countedSpendMinor: 0,
  countedOrders: 0,
  effectiveAt: 1,
  recordedAt: 2,
  lots: [],
  merge: null,
  receipt: null,
  previousHash: CHAIN_START,
  ...change,
});

const replayed = (...rows: Row[]): Replay => {
  const replay = startReplay();
  for (const each of rows) replayTransaction(replay, each);
  return replay;
};

it('a replay begins with an empty chain and nothing in it', () => {
  expect(startReplay()).toEqual({
    sequence: 0,
    head: '',
    pending: 0,
    available: 0,
    held: 0,
    issued: 0,
    spendMinor: 0,
    orderCount: 0,
    lots: new Map(),
    awardIds: new Set(),
    differences: [],
  });
});

describe('a transaction that is replayed', () => {
  const entries: Entries = {
    pending: 1,
    available: 2,
    held: 4,
    issued: -64,
    redeemed: 8,
    expired: 16,
    adjusted: 33,
  };
  const first = row({
    ...entries,
    countedPoints: 5,
    countedSpendMinor: 6,
    countedOrders: 7,
    lots: [['a', 3]],
  });

  it('adds what it moves and takes its place as the head of the chain', () => {
    const replay = replayed(first);
    expect(replay).toMatchObject({
      sequence: 1,
      pending: 1,
      available: 2,
      held: 4,
      issued: -64,
      spendMinor: 6,
      orderCount: 7,
      differences: [],
    });
    const posting = {
      ...first,
      merge: undefined,
      entries,
      counts: { points: 5, spendMinor: 6, orders: 7 },
    };
    const { merge: _none, ...hashed } = posting;
    expect(replay.head).toBe(
      hashOf(hashed, { shopperId: 'ada', sequence: 1, recordedAt: 2, previousHash: '' }),
    );
  });

  it('adds to what was there before', () => {
    const replay = replayed(first);
    replayTransaction(replay, { ...first, sequence: 2, previousHash: replay.head });
    expect(replay).toMatchObject({
      sequence: 2,
      pending: 2,
      available: 4,
      held: 8,
      issued: -128,
      spendMinor: 12,
      orderCount: 14,
      differences: [],
    });
    expect(replay.lots).toEqual(new Map([['a', 6]]));
  });

  it('of a merge has the other chain in its hash', () => {
    const merge = { shopperId: 'bea', head: 'x', days: [] };
    const head = replayed(row({ kind: 'merge', merge })).head;
    const other = replayed(row({ kind: 'merge', merge: { ...merge, head: 'y' } })).head;
    expect(head).not.toBe(other);
    expect(head).not.toBe(replayed(row({ kind: 'merge' })).head);
  });

  it('names its award and those of the lots it moves', () => {
    const replay = replayed(
      row({
        lots: [
          ['b', 3],
          ['b', -1],
          ['c', 0],
        ],
      }),
    );
    expect(replay.awardIds).toEqual(new Set(['a', 'b', 'c']));
    expect(replay.lots).toEqual(
      new Map([
        ['b', 2],
        ['c', 0],
      ]),
    );
  });

  it('that is of no award names none', () => {
    expect(replayed(row({ awardId: null })).awardIds.size).toBe(0);
  });

  const at = { shopId: 'shop', shopperId: 'ada' };
  it.each([
    [
      'a number that is left out',
      { sequence: 2 },
      { what: 'the number of transaction 2', expected: 1, found: 2 },
    ],
    [
      'a number that comes again',
      { sequence: 0 },
      { what: 'the number of transaction 0', expected: 1, found: 0 },
    ],
    [
      'another hash before it',
      { previousHash: 'x' },
      { what: 'the hash before transaction 1', expected: '', found: 'x' },
    ],
    [
      'a point too many',
      { pending: 1 },
      { what: 'the sum of transaction 1', expected: 0, found: 1 },
    ],
    [
      'a point too few',
      { adjusted: -1 },
      { what: 'the sum of transaction 1', expected: 0, found: -1 },
    ],
  ] as const)('with %s is a difference', (_, change, difference) => {
    expect(replayed(row(change)).differences).toEqual([{ ...at, ...difference }]);
  });

  it('after one with a wrong number is counted from there', () => {
    const replay = replayed(row({ sequence: 5 }));
    replayTransaction(replay, row({ sequence: 6, previousHash: replay.head }));
    expect(replay.differences).toHaveLength(1);
  });
});
