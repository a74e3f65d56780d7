import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dayOf } from '../../../platform/lib/calendar.ts';
import { DAY_MS, HOUR_MS } from '../../../platform/lib/clock.ts';
import { dateOf, dayOfDate } from './day-rules.ts';
import {
  dueAtOf,
  periodBefore,
  periodDue,
  periodNamed,
  periodOf,
  type Every,
} from './period-rules.ts';

const due = (iso: string, every: Every, timeZone: string) => {
  const now = Date.parse(iso);
  return periodDue(now, { today: dayOf(now, timeZone), every, timeZone });
};

it.each([
  ['2026-11-30', 'month', '2026-11', '2026-11-01', '2026-11-30'],
  ['2028-02-29', 'month', '2028-02', '2028-02-01', '2028-02-29'],
  // ISO 8601: 2026 has 53 weeks, and 1 January 2027 lies in the last of them.
  ['2027-01-01', 'week', '2026-W53', '2026-12-28', '2027-01-03'],
  ['2026-11-09', 'week', '2026-W46', '2026-11-09', '2026-11-15'],
] as const)('%s lies in the %s %s', (day, every, name, ...days) => {
  const found = periodOf(dayOfDate(day), every);
  expect([found.name, dateOf(found.from), dateOf(found.until)]).toEqual([name, ...days]);
  expect(periodNamed(name)).toEqual(found);
});

it('a week that the calendar has not is none', () => {
  expect(periodNamed('2027-W53')).toBeUndefined();
  expect(periodNamed('2026-W53')?.name).toBe('2026-W53');
});

describe('a report is due at eight in the zone of the programme (E84)', () => {
  it.each([
    // Tokyo has no other time; in New York clocks went back on Sunday 2026-11-01, in Berlin on 2026-10-25.
    ['2026-10', 'Asia/Tokyo', '2026-10-31T23:00:00.000Z'],
    ['2026-10', 'America/New_York', '2026-11-01T13:00:00.000Z'],
    ['2026-09', 'America/New_York', '2026-10-01T12:00:00.000Z'],
    ['2026-W43', 'Europe/Berlin', '2026-10-26T07:00:00.000Z'],
    ['2026-W42', 'Europe/Berlin', '2026-10-19T06:00:00.000Z'],
    // Half an hour beside the others; and a day ahead of most.
    ['2026-10', 'Asia/Kolkata', '2026-11-01T02:30:00.000Z'],
    ['2026-10', 'Pacific/Kiritimati', '2026-10-31T18:00:00.000Z'],
  ])('%s in %s at %s', (name, timeZone, at) => {
    const period = periodNamed(name);
    expect(period && new Date(dueAtOf(period, timeZone)).toISOString()).toBe(at);
  });

  it.each([
    ['2026-10-31T22:59:59Z', '2026-09'],
    ['2026-10-31T23:00:00Z', '2026-10'],
    // However late it is, until the next one is due.
    ['2026-11-30T22:59:59Z', '2026-10'],
    ['2026-11-30T23:00:00Z', '2026-11'],
  ])('at %s in Tokyo that of %s', (at, name) =>
    expect(due(at, 'month', 'Asia/Tokyo').period.name).toBe(name),
  );

  it('in any zone at any time one is due, since then and until the next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') }),
        fc.constantFrom<Every>('week', 'month'),
        fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
        (now, every, timeZone) => {
          const found = periodDue(now, { today: dayOf(now, timeZone), every, timeZone });
          expect(found.dueAt).toBeLessThanOrEqual(now);
          expect(found.nextDueAt).toBeGreaterThan(now);
          // A day in which clocks change is an hour longer or shorter.
          const longest = every === 'week' ? 7 : 31;
          expect(found.nextDueAt - found.dueAt).toBeLessThanOrEqual(longest * DAY_MS + HOUR_MS);
          expect(periodBefore(periodOf(found.period.until + 1, every))).toEqual(found.period);
        },
      ),
    );
  });
});
