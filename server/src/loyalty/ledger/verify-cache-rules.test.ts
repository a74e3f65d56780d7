import { describe, expect, it } from 'vitest';
import { compareWithRows, type Replay } from './verify-rules.ts';

type Rows = Parameters<typeof compareWithRows>[1];

describe('the rows that cache a chain', () => {
  const replay: Omit<Replay, 'differences'> = {
    sequence: 9,
    head: 'head',
    pending: 4,
    available: 6,
    held: 3,
    issued: -20,
    spendMinor: 700,
    orderCount: 2,
    lots: new Map([
      ['waits', 4],
      ['one', 5],
      ['two', 1],
    ]),
    awardIds: new Set(),
  };
  const shopper = {
    shopId: 'shop',
    id: 'ada',
    pending: 4,
    available: 6,
    held: 3,
    lifetime: 20,
    spendMinor: 700,
    orderCount: 2,
    sequence: 9,
    chainHead: 'head',
  };
  const awards = [
    { id: 'waits', lotPoints: 4, posted: 8, matured: false },
    { id: 'one', lotPoints: 5, posted: 11, matured: true },
    { id: 'two', lotPoints: 1, posted: 1, matured: true },
    { id: 'none', lotPoints: 0, posted: 0, matured: true },
  ];

  interface Looked {
    shopper: Partial<typeof shopper>;
    awards: Partial<(typeof awards)[number]>[];
    holdings: { points: number }[];
  }
  const differences = (change: Partial<Replay>, looked: Partial<Looked> = {}): string[] => {
    const whole = { ...replay, differences: [], ...change };
    // The rule looks at these columns of the rows and at no others.
    compareWithRows(whole, {
      shopper: { ...shopper, ...looked.shopper } as Rows['shopper'],
      awards: (looked.awards ?? awards).map((award) => award as Rows['awards'][number]),
      holdings: (looked.holdings ?? [{ points: 2 }, { points: 1 }]).map(
        (holding) => holding as Rows['holdings'][number],
      ),
    });
    return whole.differences.map(
      ({ what, expected, found }: Replay['differences'][number]) =>
        `${what}: ${expected}, ${found}`,
    );
  };

  it('say nothing where they are as the chain implies', () => {
    expect(differences({})).toEqual([]);
  });

  it.each([
    ['pending', { pending: 5 }, 'pending: 4, 5'],
    ['available', { available: 5 }, 'available: 6, 5'],
    ['held', { held: 4 }, 'held: 3, 4'],
    ['lifetime', { lifetime: 21 }, 'lifetime: 20, 21'],
    ['money spent', { spendMinor: 701 }, 'money spent: 700, 701'],
    ['orders', { orderCount: 3 }, 'orders: 2, 3'],
    ['transactions', { sequence: 10 }, 'the number of transactions: 9, 10'],
    ['head', { chainHead: 'x' }, 'the head of the chain: head, x'],
  ])('differ in the %s of the shopper', (_, change, difference) => {
    expect(differences({}, { shopper: change })).toEqual([difference]);
  });

  it('differ in a lot, and in the sum of those that can be spent', () => {
    const [waits, one, two] = awards;
    expect(
      differences({}, { awards: [{ ...waits }, { ...one, lotPoints: 6 }, { ...two }] }),
    ).toEqual(['the lot of award one: 5, 6', 'points in lots to spend: 6, 7']);
  });

  it('differ in an award whose lot the chain does not know', () => {
    expect(
      differences(
        {},
        { awards: [...awards, { id: 'new', lotPoints: 1, posted: 0, matured: false }] },
      ),
    ).toEqual(['the lot of award new: 0, 1', 'points in lots that wait: 4, 5']);
  });

  it('differ in what awards have posted', () => {
    expect(
      differences(
        {},
        { awards: [...awards, { id: 'new', lotPoints: 0, posted: 1, matured: true }] },
      ),
    ).toEqual(['points posted by awards: 20, 21']);
  });

  it('differ in points of codes in hand', () => {
    expect(differences({}, { holdings: [] })).toEqual(['points of codes in hand: 3, 0']);
  });

  it('of a shopper in debt have nothing to spend', () => {
    expect(
      differences(
        { available: -1, lots: new Map([['waits', 4]]) },
        {
          shopper: { available: -1 },
          awards: awards.map((award) => ({ ...award, lotPoints: award.matured ? 0 : 4 })),
        },
      ),
    ).toEqual([]);
  });

  it('of a shopper without anything are all nothing', () => {
    const nothing = {
      pending: 0,
      available: 0,
      held: 0,
      spendMinor: 0,
      orderCount: 0,
      sequence: 0,
    };
    expect(
      differences(
        { ...nothing, issued: 0, head: '', lots: new Map() },
        { shopper: { ...nothing, lifetime: 0, chainHead: '' }, awards: [], holdings: [] },
      ),
    ).toEqual([]);
  });
});
