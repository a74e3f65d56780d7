import { describe, expect, it } from 'vitest';
import type { ProgramRequest } from '@okaeri/shared/program';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import { awardWith } from '../../testing/books.ts';
import { documentWith } from '../../testing/rule-inputs.ts';
import { changeExpiry, noticeEndsAt } from './expiry-change-rules.ts';

const NOW = 100 * DAY_MS;
const ACTIVE_AT = 90 * DAY_MS;

const perLot = (days: number): ProgramRequest['expiry'] => ({ kind: 'perLot', days });
const idle = (days: number): ProgramRequest['expiry'] => ({
  kind: 'inactivity',
  days,
  activities: ['order'],
});

/** A lot that has matured on day 50, and its change under a policy with ten days of notice; ends in days. */
const change = (award: object, expiry: ProgramRequest['expiry']) => {
  const lot = awardWith({ lotPoints: 1, matureAt: 50 * DAY_MS, ...award });
  const document = documentWith({ expiry, noticeDays: 10 });
  const changed = changeExpiry(lot, document, { activeAt: ACTIVE_AT, now: NOW });
  if (changed === undefined) return undefined;
  const { expireAt, idleDays } = changed.award;
  const ends = expireAt === NEVER_AT ? 'never' : expireAt / DAY_MS;
  return `${changed.lasts}: ${ends}, ${idleDays} idle`;
};
const endsOn = (day: number) => ({ expireAt: day * DAY_MS });

it.each([
  [0, NOW],
  [1, NOW + DAY_MS],
  [30, NOW + 30 * DAY_MS],
])('the notice of %i days is over so many days from now', (noticeDays, at) => {
  expect(noticeEndsAt({ noticeDays }, NOW)).toBe(at);
});

describe('a lot that has an end of its own', () => {
  it.each([
    ['lasts longer at once', endsOn(120), perLot(71), 'longer: 121, 0 idle'],
    ['does not change where its end is the same', endsOn(120), perLot(70), undefined],
    [
      'lasts shorter where that is beyond the notice',
      endsOn(120),
      perLot(69),
      'shorter: 119, 0 idle',
    ],
    ['lasts until the notice is over at least', endsOn(120), perLot(1), 'shorter: 110, 0 idle'],
    [
      'lasts a day shorter where the notice is over then',
      endsOn(111),
      perLot(1),
      'shorter: 110, 0 idle',
    ],
    ['keeps its end where it would end with the notice anyway', endsOn(110), perLot(1), undefined],
    ['keeps its end where it would end before the notice', endsOn(105), perLot(1), undefined],
    [
      'never ends where the policy says so',
      endsOn(105),
      { kind: 'never' },
      'longer: never, 0 idle',
    ],
  ] as const)('%s', (_, award, expiry, result) => {
    expect(change(award, expiry)).toBe(result);
  });
});

describe('a lot that ends without activity', () => {
  const lot = { idleDays: 40 };
  it.each([
    ['lasts longer by more days', idle(41), 'longer: never, 41 idle'],
    ['does not change by as many days', idle(40), undefined],
    ['lasts shorter by fewer days', idle(39), 'shorter: never, 39 idle'],
    ['keeps enough days to last through the notice', idle(1), 'shorter: never, 20 idle'],
    ['ends with the lot’s own end where that is later', perLot(81), 'longer: 131, 0 idle'],
    ['ends with the lot’s own end where that is sooner', perLot(79), 'shorter: 129, 0 idle'],
    ['that is the same instant by other terms stays as it is', perLot(80), undefined],
  ])('%s', (_, expiry, result) => {
    expect(change(lot, expiry)).toBe(result);
  });

  it('has its days of notice counted up to whole ones', () => {
    const document = documentWith({ expiry: idle(1), noticeDays: 10 });
    const award = awardWith({ lotPoints: 1, idleDays: 40 });
    for (const [activeAt, days] of [
      [ACTIVE_AT - 1, 21],
      [ACTIVE_AT, 20],
      [ACTIVE_AT + 1, 20],
    ] as const)
      expect(changeExpiry(award, document, { activeAt, now: NOW })?.award.idleDays).toBe(days);
  });
});

it.each([
  ['limited-time points', { limited: true }],
  ['points that wait', { matured: false }],
  ['an empty lot', { lotPoints: 0 }],
])('%s keep what they were given with', (_, award) => {
  expect(change({ ...endsOn(120), ...award }, perLot(100))).toBeUndefined();
});
