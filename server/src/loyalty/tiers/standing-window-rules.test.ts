import { describe, expect, it } from 'vitest';
import { dayOf, follow, held, JOINED, ladderWith } from '../../testing/standings.ts';
import { countIn, emptyStanding, valuesOf } from './standing-rules.ts';

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
