import { describe, expect, it } from 'vitest';
import type { ProgramRequest } from '@okaeri/shared/program';
import type { TierPolicy } from '@okaeri/shared/tiers';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { documentWith, threeTiers } from '../../testing/rule-inputs.ts';
import {
  countsOf,
  joinedDayOf,
  ladderOf,
  tierIdOf,
  tierIndexOf,
  tierViewOf,
  valueOf,
} from './ladder-rules.ts';
import { countIn, emptyStanding, type Ladder } from './standing-rules.ts';

const policyWith = (change: Partial<TierPolicy> = {}): TierPolicy => ({
  metric: 'points',
  window: { kind: 'rolling', days: 30 },
  downgrade: 'byBalance',
  graceDays: 0,
  ...change,
});
const programOf = (change: Partial<ProgramRequest> = {}) =>
  documentWith({
    tiers: threeTiers(),
    tierPolicy: policyWith(),
    timeZone: 'Asia/Tokyo',
    ...change,
  });
const laddered = (change: Partial<ProgramRequest> = {}): Ladder => {
  const ladder = ladderOf(programOf(change));
  if (ladder === null) throw new Error('The programme has no ladder.');
  return ladder;
};

describe('the ladder of a programme', () => {
  it('is none without tiers and a policy', () => {
    expect(ladderOf(documentWith())).toBeNull();
    expect(ladderOf({ ...programOf(), tiers: [] })).toBeNull();
    expect(ladderOf({ ...programOf(), tierPolicy: null })).toBeNull();
  });

  it('is its tiers, its policy and its zone, under a key of twelve characters', () => {
    const document = programOf();
    const { key, ...ladder } = laddered();
    expect(ladder).toEqual({
      tiers: document.tiers,
      policy: document.tierPolicy,
      timeZone: 'Asia/Tokyo',
    });
    expect(key).toMatch(/^[\w-]{12}$/);
  });

  it('is made once for a document', () => {
    const document = programOf();
    expect(ladderOf(document)).toBe(ladderOf(document));
  });

  const [base, silver, gold] = threeTiers();
  it.each([
    ['an entry', { tiers: [base, { ...silver, entry: 101 }, gold] }, false],
    ['what keeps a tier', { tiers: [base, { ...silver, keep: 99 }, gold] }, false],
    ['what gets it back', { tiers: [base, { ...silver, reentry: 99 }, gold] }, false],
    ['the policy', { tierPolicy: policyWith({ graceDays: 1 }) }, false],
    ['the zone', { timeZone: 'UTC' }, false],
    ['a name', { tiers: [base, { ...silver, name: { en: 'S' } }, gold] }, true],
    ['a factor', { tiers: [base, { ...silver, multiplier: '2' }, gold] }, true],
  ])('with another value of %s keeps its key: %3$s', (_, change, same) => {
    const document = { ...programOf(), ...change } as ReturnType<typeof programOf>;
    expect(ladderOf(document)?.key === laddered().key).toBe(same);
  });
});

describe('what counts', () => {
  const counts = { points: 1, spendMinor: 2, orders: 3 };
  it.each([
    ['points', 1, { points: 7, spendMinor: 0, orders: 0 }],
    ['spend', 2, { points: 0, spendMinor: 7, orders: 0 }],
    ['orders', 3, { points: 0, spendMinor: 0, orders: 7 }],
  ] as const)('in a policy by %s is that and nothing else', (metric, value, seven) => {
    expect(valueOf(policyWith({ metric }), counts)).toBe(value);
    expect(countsOf(policyWith({ metric }), 7)).toEqual(seven);
  });
});

describe('a tier that is called', () => {
  it.each([
    ['by its id', 'base', 0],
    ['by its id in capitals', 'GOLD', 2],
    ['by its name', 'Silver', 1],
    ['by its name in another language', 'or', 2],
    ['by its name in another width, between blanks', ' Ｓｉｌｖｅｒ ', 1],
    ['by its name in Japanese, half width', 'ﾍﾞｰｽ', 0],
    ['by nothing', '', -1],
    ['by another name', 'platinum', -1],
  ])('%s is found where it is: %3$i', (_, called, index) => {
    expect(tierIndexOf(laddered(), called)).toBe(index);
  });

  it('by the id of one and the name of another is the one of that id', () => {
    const [first, ...rest] = threeTiers();
    const ladder = { ...laddered(), tiers: [{ ...first, name: { en: 'gold' } }, ...rest] };
    expect(tierIndexOf(ladder as Ladder, 'gold')).toBe(2);
  });
});

it.each([
  ['enrolled', { enrolledAt: 3 * DAY_MS, createdAt: 0 }, 3],
  ['first seen, where they have not enrolled', { enrolledAt: null, createdAt: 2 * DAY_MS - 1 }, 1],
])('anniversaries are counted from the day a shopper was %s', (_, shopper, day) => {
  expect(joinedDayOf(shopper, 'UTC')).toBe(day);
});

it.each([
  [0, 'base'],
  [2, 'gold'],
  [3, null],
])('the tier number %i is %s', (tier, id) => {
  const ladder = laddered();
  expect(tierIdOf({ ...emptyStanding(ladder, 0), tier }, ladder)).toBe(id);
});

describe('where a shopper stands', () => {
  const at = (day: number) => Date.parse('1970-01-01T00:00:00+09:00') + day * DAY_MS;
  const view = (value: number, change: Partial<TierPolicy> = {}, day = 100) => {
    const ladder = laddered({ tierPolicy: policyWith(change) });
    const standing = countIn(emptyStanding(ladder, 100), ladder, { day: 100, value }, 0);
    return tierViewOf(standing, ladder, { now: at(day), joinedDay: 0 });
  };
  const iso = (day: number) => new Date(at(day)).toISOString();

  it('at the beginning has nothing to lose', () => {
    expect(view(0)).toEqual({
      id: 'base',
      name: { en: 'Base', ja: 'ベース' },
      since: iso(100),
      metric: 'points',
      value: 0,
      next: { id: 'silver', at: 100, missing: 100 },
      keep: null,
      projectedId: 'base',
    });
  });

  it('in the middle says what is next, what keeps it, and where it leads', () => {
    expect(view(120, { metric: 'spend' })).toMatchObject({
      id: 'silver',
      metric: 'spend',
      value: 120,
      next: { id: 'gold', at: 300, missing: 180 },
      keep: { at: 100, missing: 100, until: iso(130) },
      projectedId: 'base',
    });
  });

  it('at the top has nothing next, and keeps by what is said to keep it', () => {
    expect(view(301)).toMatchObject({ id: 'gold', next: null, keep: { at: 200, missing: 200 } });
  });

  it('in a lifetime loses nothing', () => {
    expect(view(120, { window: { kind: 'lifetime' } })).toMatchObject({
      keep: { at: 100, missing: 0, until: null },
      projectedId: 'silver',
    });
  });

  it.each([
    [129, 'silver', 120],
    [130, 'base', 0],
  ])('is as of day %i: %s', (day, id, value) => {
    expect(view(120, {}, day)).toMatchObject({ id, value });
  });

  it('lacks only what will not be there then', () => {
    const ladder = laddered();
    let standing = countIn(emptyStanding(ladder, 100), ladder, { day: 90, value: 70 }, 0);
    standing = countIn(standing, ladder, { day: 100, value: 50 }, 0);
    expect(tierViewOf(standing, ladder, { now: at(100), joinedDay: 0 })?.keep).toEqual({
      at: 100,
      missing: 50,
      until: iso(120),
    });
  });

  it.each([
    [220, 30],
    [250, 0],
    [260, 0],
  ])('with %i of a tier that was lost and is had again by less lacks %i', (value, missing) => {
    const ladder = laddered();
    const lost = {
      ...emptyStanding(ladder, 100),
      reached: 2,
      tier: 1,
      days: [[100, value]] as const,
    };
    const { next } = tierViewOf(lost, ladder, { now: at(100), joinedDay: 0 }) ?? {};
    expect(next).toEqual({ id: 'gold', at: 250, missing });
  });

  it('for a lifetime keeps what it has, with nothing missing', () => {
    expect(view(120, { window: { kind: 'lifetime' } })).toMatchObject({
      keep: { at: 100, missing: 0, until: null },
      projectedId: 'silver',
    });
  });

  it('on a tier that is no longer there is nowhere', () => {
    const ladder = laddered();
    const standing = { ...emptyStanding(ladder, 100), tier: 3 };
    expect(tierViewOf(standing, ladder, { now: at(100), joinedDay: 0 })).toBeNull();
  });
});
