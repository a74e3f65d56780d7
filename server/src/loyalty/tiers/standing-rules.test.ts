import { describe, expect, it } from 'vitest';
import { threeTiers } from '../../testing/rule-inputs.ts';
import { follow, held, JOINED, ladderWith } from '../../testing/standings.ts';
import { advanceTo, emptyStanding, entryOf, firstLoss } from './standing-rules.ts';

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
