import { describe, expect, it } from 'vitest';
import type { TierPolicy } from '@okaeri/shared/tiers';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { threeTiers } from '../../testing/rule-inputs.ts';
import {
  advanceTo,
  countIn,
  emptyStanding,
  entryOf,
  firstLoss,
  valuesOf,
  type Ladder,
} from './standing-rules.ts';

type Standing = ReturnType<typeof emptyStanding>;
/** On a day so much counts; nothing, where only time passes. */
type Step = readonly [day: number, value?: number];

const ladderWith = (policy: Partial<TierPolicy> = {}): Ladder => ({
  key: 'k',
  tiers: threeTiers(),
  policy: {
    metric: 'points',
    window: { kind: 'lifetime' },
    downgrade: 'oneStep',
    graceDays: 0,
    ...policy,
  },
  timeZone: 'UTC',
});
const JOINED = 10;

const follow = (ladder: Ladder, steps: readonly Step[], joined = JOINED): Standing => {
  let standing = emptyStanding(ladder, steps[0]?.[0] ?? joined);
  for (const [day, value] of steps) {
    standing = advanceTo(standing, ladder, day, joined);
    if (value !== undefined) standing = countIn(standing, ladder, { day, value }, joined);
  }
  return standing;
};
const names = ['base', 'silver', 'gold'];
const held = (ladder: Ladder, ...steps: readonly Step[]): string => {
  const { tier, since } = follow(ladder, steps);
  return `${names[tier]} since ${since}`;
};
const dayOf = (date: string): number => Date.parse(date) / DAY_MS;

it('a shopper who has not counted for anything stands at the beginning', () => {
  expect(emptyStanding(ladderWith(), 7)).toEqual({
    ladder: 'k',
    tier: 0,
    reached: 0,
    since: 7,
    day: 7,
    shortSince: null,
    days: [],
  });
});

describe('going up', () => {
  it.each([
    [0, 'base since 10'],
    [99, 'base since 10'],
    [100, 'silver since 20'],
    [299, 'silver since 20'],
    [300, 'gold since 20'],
  ])('by %i is at once, to the highest there is: %s', (value, result) => {
    expect(held(ladderWith(), [10], [20, value])).toBe(result);
  });

  it('is by all that counted together', () => {
    expect(held(ladderWith(), [10, 60], [20, 40])).toBe('silver since 20');
    expect(held(ladderWith(), [10, 60], [20, 39])).toBe('base since 10');
  });

  it('remembers the highest that was reached', () => {
    expect(
      follow(ladderWith(), [
        [10, 300],
        [20, -150],
      ]),
    ).toMatchObject({ tier: 1, reached: 2 });
    expect(
      follow(ladderWith(), [
        [10, 300],
        [20, -250],
        [30, 60],
      ]),
    ).toMatchObject({ tier: 1, reached: 2 });
  });

  it('asks again for less of who had the tier', () => {
    const fallen = [
      [10, 300],
      [20, -150],
    ] as const;
    expect(held(ladderWith(), ...fallen, [30, 99])).toBe('silver since 20');
    expect(held(ladderWith(), ...fallen, [30, 100])).toBe('gold since 30');
  });

  it('asks again for the same where it says nothing else', () => {
    const fallen = [
      [10, 300],
      [20, -300],
    ] as const;
    expect(held(ladderWith(), ...fallen, [30, 99])).toBe('base since 20');
    expect(held(ladderWith(), ...fallen, [30, 100])).toBe('silver since 30');
  });

  it.each([
    ['never had it', { tier: 0, reached: 1 }, 300],
    ['had it', { tier: 1, reached: 2 }, 250],
    ['has it', { tier: 2, reached: 2 }, 300],
  ])('to a tier costs what it does for who %s', (_, change, entry) => {
    const standing = { ...emptyStanding(ladderWith(), 0), ...change };
    expect(threeTiers().map((tier, index) => entryOf(tier, index, standing))).toEqual([
      0,
      100,
      entry,
    ]);
  });
});

describe('going down without grace', () => {
  it.each([
    ['oneStep', 'silver since 20', 'base since 20'],
    ['byBalance', 'silver since 20', 'base since 20'],
  ] as const)('is at once and as far as it must, by %s', (downgrade, ...[toSilver, toBase]) => {
    const ladder = ladderWith({ downgrade });
    expect(held(ladder, [10, 300], [20, -100])).toBe('gold since 10');
    expect(held(ladder, [10, 300], [20, -101])).toBe(toSilver);
    expect(held(ladder, [10, 300], [20, -200])).toBe(toSilver);
    expect(held(ladder, [10, 300], [20, -201])).toBe(toBase);
    expect(held(ladder, [10, 300], [20, -301])).toBe(toBase);
    expect(held(ladder, [10, -1])).toBe('base since 10');
  });
});

describe('going down with five days of grace', () => {
  const grace = { graceDays: 5 } as const;
  const oneStep = ladderWith(grace);
  const byBalance = ladderWith({ ...grace, downgrade: 'byBalance' });
  const short = [
    [10, 300],
    [20, -300],
  ] as const;

  it('begins on the day of falling short', () => {
    expect(follow(oneStep, short)).toMatchObject({ tier: 2, since: 10, shortSince: 20 });
  });

  it.each([
    [24, 'gold since 10', 'gold since 10'],
    [25, 'silver since 25', 'base since 25'],
    [29, 'silver since 25', 'base since 25'],
    [30, 'base since 30', 'base since 25'],
  ])(
    'on day %i comes to %s one step at a time, and to %s by balance',
    (day, ...[step, balance]) => {
      expect(held(oneStep, ...short, [day])).toBe(step);
      expect(held(byBalance, ...short, [day])).toBe(balance);
    },
  );

  it('of one day goes one step a day', () => {
    const oneDay = ladderWith({ graceDays: 1 });
    expect(held(oneDay, ...short, [21])).toBe('silver since 21');
    expect(held(oneDay, ...short, [22])).toBe('base since 22');
  });

  it('is over where the tier below is kept', () => {
    for (const ladder of [oneStep, byBalance])
      expect(follow(ladder, [[10, 300], [20, -200], [25]])).toMatchObject({
        tier: 1,
        since: 25,
        shortSince: null,
      });
  });

  it('is over where what lacks is earned, and begins anew after that', () => {
    const saved = [...short, [24, 200]] as const;
    expect(follow(oneStep, saved)).toMatchObject({ tier: 2, since: 10, shortSince: null });
    expect(follow(oneStep, [...saved, [26, -1]])).toMatchObject({ tier: 2, shortSince: 26 });
  });
});

describe('a window of the last thirty days', () => {
  const ladder = ladderWith({ window: { kind: 'rolling', days: 30 } });
  it('counts a day to its thirtieth, that day included', () => {
    expect(held(ladder, [10, 100], [39])).toBe('silver since 10');
    expect(held(ladder, [10, 100], [40])).toBe('base since 40');
    expect(held(ladder, [10, 100], [99])).toBe('base since 40');
  });

  it('forgets each day by itself', () => {
    expect(held(ladder, [10, 60], [11, 40], [12, 60], [40])).toBe('silver since 11');
    expect(held(ladder, [10, 60], [11, 40], [12, 60], [41])).toBe('base since 41');
    expect(follow(ladder, [[10, 60], [11, 40], [40]]).days).toEqual([[11, 40]]);
  });

  it('sums up what counts on one day, in the order of days', () => {
    const standing = follow(ladder, [
      [10, 1],
      [12, 2],
      [12, 3],
    ]);
    const late = countIn(standing, ladder, { day: 11, value: 7 }, JOINED);
    expect(late.days).toEqual([
      [10, 1],
      [11, 7],
      [12, 5],
    ]);
    expect(valuesOf(late, ladder.policy, JOINED)).toEqual({ now: 13, kept: 13 });
  });

  it('takes what comes late from before it for nothing, and what is ahead for today', () => {
    const standing = follow(ladder, [[10], [40]]);
    expect(countIn(standing, ladder, { day: 10, value: 100 }, JOINED)).toMatchObject({
      tier: 0,
      days: [],
    });
    expect(countIn(standing, ladder, { day: 11, value: 100 }, JOINED)).toMatchObject({
      tier: 1,
      days: [[11, 100]],
    });
    expect(countIn(standing, ladder, { day: 41, value: 100 }, JOINED).days).toEqual([[40, 100]]);
  });
});

describe('a window of a lifetime', () => {
  it('keeps everything as one', () => {
    expect(
      follow(ladderWith(), [
        [10, 60],
        [9999, 40],
      ]).days,
    ).toEqual([[0, 100]]);
  });
});

describe('periods of the calendar', () => {
  const ladder = ladderWith({ window: { kind: 'calendar', months: 12, startMonth: 4 } });
  const [spring, next, third] = ['2026-04-01', '2027-04-01', '2028-04-01'].map(dayOf);

  it('count what lies in them, and for keeping the one before as well', () => {
    const steps = [
      [dayOf('2026-05-05'), 120],
      [dayOf('2027-03-31'), 30],
      [dayOf('2027-04-01'), 7],
    ] as const;
    const standing = follow(ladder, steps);
    expect(standing.days).toEqual([
      [spring, 150],
      [next, 7],
    ]);
    expect(valuesOf(standing, ladder.policy, JOINED)).toEqual({ now: 7, kept: 150 });
    expect(valuesOf(follow(ladder, steps.slice(0, 2)), ladder.policy, JOINED)).toEqual({
      now: 150,
      kept: 150,
    });
  });

  it('let a tier go at the end of the one after it was earned', () => {
    const earned = dayOf('2026-05-05');
    expect(held(ladder, [earned, 100], [dayOf('2028-03-31')])).toBe(`silver since ${earned}`);
    expect(held(ladder, [earned, 100], [dayOf('2028-04-01')])).toBe(`base since ${third}`);
    expect(held(ladder, [earned, 100], [dayOf('2030-01-01')])).toBe(`base since ${third}`);
  });

  it('keep a tier by the better of both', () => {
    const earned = dayOf('2026-05-05');
    expect(held(ladder, [earned, 100], [dayOf('2027-05-05'), 100], [third ?? 0])).toBe(
      `silver since ${earned}`,
    );
    expect(held(ladder, [earned, 100], [dayOf('2027-05-05'), 99], [third ?? 0])).toBe(
      `base since ${third}`,
    );
  });

  it('without anything in them come to nothing', () => {
    expect(valuesOf(emptyStanding(ladder, 0), ladder.policy, 0)).toEqual({ now: 0, kept: 0 });
  });

  it('begin anew for going up', () => {
    expect(held(ladder, [dayOf('2026-05-05'), 60], [dayOf('2027-05-05'), 99])).toBe(
      `base since ${dayOf('2026-05-05')}`,
    );
  });

  it('forget what lies before the one before', () => {
    const steps = [
      [dayOf('2026-05-05'), 60],
      [dayOf('2027-05-05'), 1],
      [dayOf('2028-05-05'), 1],
    ] as const;
    expect(follow(ladder, steps).days.map(([day]) => day)).toEqual([next, third]);
  });
});

describe('periods from the day of joining', () => {
  const ladder = ladderWith({ window: { kind: 'anniversary', months: 12 } });
  const joined = dayOf('2020-02-10');
  it.each([
    ['the day of joining itself', '2020-02-10', '2020-02-10'],
    ['the last day of the first', '2021-02-09', '2020-02-10'],
    ['the first day of the second', '2021-02-10', '2021-02-10'],
    ['the last day of the tenth', '2030-02-09', '2029-02-10'],
    ['the first day of the eleventh', '2030-02-10', '2030-02-10'],
    ['a day before joining', '2020-02-09', '2020-02-10'],
  ])('begin where they do for %s', (_, day, first) => {
    expect(follow(ladder, [[dayOf(day), 5]], joined).days).toEqual([[dayOf(first), 5]]);
  });

  it('of another number of months are counted by that', () => {
    const monthly = ladderWith({ window: { kind: 'anniversary', months: 1 } });
    expect(follow(monthly, [[dayOf('2020-04-10'), 5]], joined).days).toEqual([
      [dayOf('2020-04-10'), 5],
    ]);
    expect(follow(monthly, [[dayOf('2020-04-09'), 5]], joined).days).toEqual([
      [dayOf('2020-03-10'), 5],
    ]);
  });

  it('let a tier go at the end of the one after it was earned', () => {
    const standing = follow(ladder, [[dayOf('2020-05-05'), 100], [dayOf('2025-01-01')]], joined);
    expect(standing).toMatchObject({ tier: 0, since: dayOf('2022-02-10') });
  });
});

describe('time that passes', () => {
  it.each([9, 10])('not at all, to day %i, changes nothing', (day) => {
    const standing = follow(ladderWith(), [[10, 100]]);
    expect(advanceTo(standing, ladderWith(), day, JOINED)).toBe(standing);
  });

  it('moves the day a standing is followed to', () => {
    expect(advanceTo(follow(ladderWith(), [[10, 100]]), ladderWith(), 11, JOINED).day).toBe(11);
  });
});

describe('the first loss if nothing more is earned', () => {
  const rolling = { window: { kind: 'rolling', days: 30 } } as const;
  it.each([
    ['is none where nothing is held', rolling, [[10, 99]], null],
    ['is none in a lifetime', {}, [[10, 300]], null],
    ['is when what counted falls out of the window', rolling, [[10, 100]], [40, 0, 0]],
    [
      'comes with what is left then',
      rolling,
      [
        [10, 250],
        [20, 150],
      ],
      [40, 1, 150],
    ],
    [
      'passes what is lost without a loss',
      rolling,
      [
        [10, 1],
        [11, 100],
      ],
      [41, 0, 0],
    ],
    ['is after grace', { ...rolling, graceDays: 5 }, [[10, 100]], [45, 0, 0]],
    [
      'is after grace that has begun',
      { graceDays: 5 },
      [
        [10, 100],
        [20, -1],
      ],
      [25, 0, 99],
    ],
  ] as const)('%s', (_, policy, steps, loss) => {
    const ladder = ladderWith(policy);
    const found = firstLoss(follow(ladder, steps), ladder, JOINED);
    expect(found && [found.standing.day, found.standing.tier, found.kept]).toEqual(loss);
  });
});
