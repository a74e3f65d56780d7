import { describe, expect, it } from 'vitest';
import { caseSettings } from '@okaeri/shared/case-settings';
import { openedCase } from './case-rules.ts';
import { collide, earlierOf, joined, joinedEntry } from './merge-rules.ts';
import type { CaseRow } from './tables.ts';

const times = { ...caseSettings.parse({}), timeZone: 'UTC' };
const cause = {
  by: { kind: 'shopper', name: null },
  kind: 'message',
  note: 'Broken',
  data: {},
} as const;
const about = { shopId: 'shop', shopperId: 'ada', severity: 'normal', ownerId: 'mei' } as const;
const row = (id: string, change: Partial<CaseRow> = {}): CaseRow => ({
  ...openedCase({ ...about, id, orderKey: '', reason: 'help' }, cause, { now: 1000, times }).row,
  ...change,
});

it('of two cases the one opened first is the earlier, and of two at one instant that of the smaller id', () => {
  const [a, b, old] = [row('a'), row('b'), row('z', { openedAt: 1 })];
  for (const pair of [earlierOf(a, b), earlierOf(b, a)])
    expect(pair.map(({ id }) => id)).toEqual(['a', 'b']);
  for (const pair of [earlierOf(a, old), earlierOf(old, a)])
    expect(pair.map(({ id }) => id)).toEqual(['z', 'a']);
});

it.each([
  [{ state: 'open' }, { state: 'waiting' }, true],
  [{ state: 'open', orderKey: 'K-1' }, { state: 'open', orderKey: 'K-1' }, true],
  [{ state: 'open', orderKey: 'K-1' }, { state: 'open' }, false],
  [{ state: 'open' }, { state: 'resolved' }, false],
  [{ state: 'closed' }, { state: 'open' }, false],
] as const)('cases that are %j and %j collide: %s', (one, other, does) => {
  expect(collide(row('a', one), row('b', other))).toBe(does);
});

describe('two cases that become one', () => {
  it('are due at the earlier time, of the higher severity, with the points of both and an entry more', () => {
    const earlier = row('a', { dueAt: 900, pointsGiven: 20, entries: 3, reopened: 1 });
    const later = row('b', {
      dueAt: 500,
      severity: 'high',
      pointsGiven: 5,
      entries: 2,
      overdueAt: 600,
    });
    const want = {
      id: 'a',
      state: 'open',
      dueAt: 500,
      severity: 'high',
      overdueAt: 600,
      pointsGiven: 25,
      entries: 6,
      reopened: 1,
    };
    expect(joined(earlier, later)).toMatchObject(want);
  });

  it('wait only where both wait, and have the first of their replies', () => {
    const waiting = { state: 'waiting', waitingSince: 7 } as const;
    expect(joined(row('a', waiting), row('b'))).toMatchObject({
      state: 'open',
      waitingSince: null,
    });
    expect(joined(row('a', waiting), row('b', { ...waiting, waitingSince: 9 }))).toMatchObject({
      state: 'waiting',
      waitingSince: 9,
    });
    const replied = { firstReplyAt: 40, firstReplyMs: 4 };
    expect(joined(row('a'), row('b', replied))).toMatchObject(replied);
    expect(
      joined(row('a', replied), row('b', { firstReplyAt: 30, firstReplyMs: 3 })),
    ).toMatchObject({ firstReplyAt: 30, firstReplyMs: 3 });
  });

  it('are told where the later went', () => {
    expect(joinedEntry('cs_2')).toMatchObject({
      kind: 'link',
      data: { caseId: 'cs_2' },
      source: 'case:cs_2',
    });
  });
});
