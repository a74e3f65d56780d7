import { describe, expect, it } from 'vitest';
import type { Cap } from '@okaeri/shared/caps';
import { rewardOf } from '../../testing/rule-inputs.ts';
import { capsOfReward, capStateOf, firstPeriodOf, periodOf, roomOf } from './cap-rules.ts';

/** A Tuesday, half past one in the morning in Tokyo; in UTC it is Monday still. */
const AT = Date.parse('2026-03-09T16:30:00Z');
const TOKYO = 'Asia/Tokyo';
const tokyo = (day: string): number => Date.parse(`${day}T00:00:00+09:00`);
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const rolling = (days: number, limit: object = { count: 2 }): Cap => ({
  every: 'rolling',
  days,
  ...limit,
});
const used = (day: string, times: number, points = 0) => ({ periodAt: tokyo(day), times, points });

describe('the period a use counts in', () => {
  it.each([
    ['day', '2026-03-10'],
    ['week', '2026-03-09'],
    ['month', '2026-03-01'],
    ['year', '2026-01-01'],
    ['rolling', '2026-03-10'],
  ] as const)('of a %s begins in the programme’s zone on %s', (every, day) => {
    expect(iso(periodOf({ every }, AT, TOKYO))).toBe(iso(tokyo(day)));
  });

  it('of a lifetime is one', () => {
    expect(periodOf({ every: 'lifetime' }, AT, TOKYO)).toBe(0);
  });
});

describe('the first period that still counts', () => {
  it.each([
    [{ every: 'day' }, '2026-03-10'],
    [{ every: 'month' }, '2026-03-01'],
    [{ every: 'rolling' }, '2026-03-10'],
    [rolling(1), '2026-03-10'],
    [rolling(2), '2026-03-09'],
    [rolling(30), '2026-02-09'],
  ] as const)('of %j is %s', (cap, day) => {
    expect(iso(firstPeriodOf(cap, AT, TOKYO))).toBe(iso(tokyo(day)));
  });

  it('of a lifetime is the only one', () => {
    expect(firstPeriodOf({ every: 'lifetime' }, AT, TOKYO)).toBe(0);
  });
});

describe('what is left of a cap', () => {
  const count = { count: 2, every: 'day' } as const;
  const points = { points: 10, every: 'day' } as const;
  const both = { count: 2, points: 10, every: 'day' } as const;
  it.each([
    ['on how often is no end of points while a time is left', count, [1, 99], Infinity],
    ['on how often is nothing once the last time is used', count, [2, 0], 0],
    ['on how often is nothing where more was used', count, [3, 0], 0],
    ['on points is all of them at first', points, [0, 0], 10],
    ['on points is what was not used', points, [99, 9], 1],
    ['on points is nothing once they are used', points, [1, 10], 0],
    ['on points is nothing where more was used', points, [1, 11], 0],
    ['on both is nothing once the times are used', both, [2, 3], 0],
    ['on both is the points left while a time is left', both, [1, 3], 7],
  ] as const)('%s', (_, cap, [times, given], left) => {
    const half = { periodAt: 1, times: 0, points: 0 };
    expect(roomOf(cap, [{ periodAt: 0, times, points: given }, half], AT, TOKYO).points).toBe(left);
  });

  it('is of all its periods together', () => {
    const uses = [used('2026-03-09', 1, 4), used('2026-03-10', 1, 5)];
    expect(roomOf({ points: 10, every: 'rolling', days: 2 }, uses, AT, TOKYO).points).toBe(1);
    expect(roomOf(rolling(2), uses, AT, TOKYO).points).toBe(0);
  });

  it.each([
    ['day', '2026-03-11'],
    ['week', '2026-03-16'],
    ['month', '2026-04-01'],
    ['year', '2027-01-01'],
  ] as const)('is more at the end of the %s, on %s', (every, day) => {
    expect(iso(roomOf({ count: 1, every }, [], AT, TOKYO).until)).toBe(iso(tokyo(day)));
  });

  it('of a lifetime is never more', () => {
    expect(roomOf({ count: 1, every: 'lifetime' }, [], AT, TOKYO)).toEqual({
      points: Infinity,
      until: null,
    });
  });
});

describe('when a rolling cap has room again', () => {
  it.each([
    ['never where nothing was used', rolling(7), [], null],
    [
      'when its oldest day has left',
      rolling(7),
      [used('2026-03-10', 1), used('2026-03-05', 1)],
      '2026-03-12',
    ],
    [
      'when enough of its days have left',
      rolling(7),
      [used('2026-03-05', 1), used('2026-03-06', 1), used('2026-03-07', 1), used('2026-03-08', 1)],
      '2026-03-14',
    ],
    ['the next day where it is of one', rolling(1), [used('2026-03-10', 2)], '2026-03-11'],
    [
      'the next day where it does not say of how many',
      { count: 2, every: 'rolling' },
      [used('2026-03-10', 2)],
      '2026-03-11',
    ],
    [
      'when enough points have left',
      rolling(7, { points: 10 }),
      [used('2026-03-05', 1, 2), used('2026-03-06', 1, 10)],
      '2026-03-13',
    ],
    [
      'when a single point has left',
      rolling(7, { points: 10 }),
      [used('2026-03-05', 1, 1), used('2026-03-06', 1, 9)],
      '2026-03-12',
    ],
    [
      'when both have left',
      rolling(7, { count: 2, points: 10 }),
      [used('2026-03-05', 1, 0), used('2026-03-06', 1, 10)],
      '2026-03-13',
    ],
    [
      'when both have left, the other way',
      rolling(7, { count: 2, points: 10 }),
      [used('2026-03-05', 0, 10), used('2026-03-06', 2, 0)],
      '2026-03-13',
    ],
  ] as const)('is %s', (_, cap, uses, day) => {
    expect(iso(roomOf(cap, uses, AT, TOKYO).until)).toBe(day && iso(tokyo(day)));
  });
});

describe('the state of a cap', () => {
  const use = (times: number, points: number) => [{ periodAt: 0, times, points }];
  it.each([
    ['without a cap is that there is none', null, [], { kind: 'noLimit' }],
    [
      'says what is left of times',
      { count: 3, every: 'day' },
      use(1, 9),
      { kind: 'limitNotReached', countLeft: 2, pointsLeft: null },
    ],
    [
      'says what is left of points',
      { points: 10, every: 'day' },
      use(1, 9),
      { kind: 'limitNotReached', countLeft: null, pointsLeft: 1 },
    ],
    [
      'says until when it is reached',
      { count: 1, every: 'day' },
      use(1, 0),
      { kind: 'limitReachedUntil', at: iso(tokyo('2026-03-11')) },
    ],
    [
      'says that it is reached for ever',
      { count: 1, every: 'lifetime' },
      use(1, 0),
      { kind: 'limitReachedForever' },
    ],
  ] as const)('%s', (_, cap, uses, state) => {
    expect(capStateOf(cap, uses, AT, TOKYO)).toEqual(state);
  });
});

describe('the caps of a reward', () => {
  it.each([
    ['are none where it has none', {}, { limit: [], stock: [] }],
    [
      'are none where there is none left, as nothing is to be counted',
      { stock: 0 },
      { limit: [], stock: [] },
    ],
    [
      'are its stock, which all share',
      { stock: 1 },
      {
        limit: [],
        stock: [{ subject: 'stock:off5', cap: { count: 1, every: 'lifetime' }, shared: true }],
      },
    ],
    [
      'are its limit, which is each shopper’s own',
      { limit: { count: 1, every: 'day' } },
      {
        limit: [{ subject: 'reward:off5', cap: { count: 1, every: 'day' }, shared: false }],
        stock: [],
      },
    ],
  ])('%s', (_, change, caps) => {
    expect(capsOfReward(rewardOf(change))).toEqual(caps);
  });
});
