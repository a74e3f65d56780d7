import { caseSettings, type CaseSettings } from '@okaeri/shared/case-settings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import { dueAfter, plusWorking, workingBetween, type OpenTimes } from './working-time-rules.ts';

const nineToFive = [{ from: '09:00', to: '17:00' }];
const WEEKDAYS = {
  mon: nineToFive,
  tue: nineToFive,
  wed: nineToFive,
  thu: nineToFive,
  fri: nineToFive,
  sat: [],
  sun: [],
};
const NEVER = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const times = (change: Partial<CaseSettings> = {}, timeZone = 'UTC'): OpenTimes => ({
  ...caseSettings.parse({ openingHours: WEEKDAYS, ...change }),
  timeZone,
});
const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString();

describe('the time by which a case is due', () => {
  // Worked by hand in the reference (FJ 3.4). 2026-11-20 is a Friday.
  it('opened on a Friday at 16:00 of a shop open from 9 to 17 is Monday 12:00, or Wednesday 16:00 (E45)', () => {
    const friday = at('2026-11-20T16:00:00Z');
    expect(iso(dueAfter(friday, 'high', times()))).toBe('2026-11-23T12:00:00.000Z');
    expect(iso(dueAfter(friday, 'normal', times()))).toBe('2026-11-25T16:00:00.000Z');
  });

  it('that ends with the day is 17:00 of it and not 9:00 of the next (E45)', () => {
    const due = dueAfter(at('2026-11-20T13:00:00Z'), 'high', times());
    expect(iso(due)).toBe('2026-11-20T17:00:00.000Z');
  });

  it('counts every hour where no opening hours are said (E45)', () => {
    const always = times({ openingHours: NEVER });
    const due = dueAfter(at('2026-11-21T02:00:00Z'), 'high', always);
    expect(iso(due)).toBe('2026-11-21T06:00:00.000Z');
  });

  it('leaves out holidays, and lunch between two times of a day (E45)', () => {
    const holiday = times({ holidays: ['2026-11-23'] });
    expect(iso(dueAfter(at('2026-11-20T16:00:00Z'), 'high', holiday))).toBe(
      '2026-11-24T12:00:00.000Z',
    );
    const lunch = [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ];
    const parted = times({ openingHours: { ...WEEKDAYS, fri: lunch } });
    expect(iso(dueAfter(at('2026-11-20T10:00:00Z'), 'high', parted))).toBe(
      '2026-11-20T15:00:00.000Z',
    );
  });

  it('goes by the hours of the shop’s zone (E45)', () => {
    // 16:00 in Tokyo.
    const due = dueAfter(at('2026-11-20T07:00:00Z'), 'high', times({}, 'Asia/Tokyo'));
    expect(iso(due)).toBe('2026-11-23T03:00:00.000Z');
  });

  it('counts time that goes by, in the nights in which clocks change (E45)', () => {
    const night = [{ from: '00:00', to: '24:00' }];
    const sundays = times({ openingHours: { ...NEVER, sun: night } }, 'Europe/Berlin');
    // 2026-10-25 has 25 hours there, 2026-03-29 has 23.
    const [autumn, spring] = [at('2026-10-24T22:00:00Z'), at('2026-03-28T23:00:00Z')];
    expect(workingBetween(autumn, autumn + 48 * HOUR_MS, sundays)).toBe(25 * HOUR_MS);
    expect(workingBetween(spring, spring + 48 * HOUR_MS, sundays)).toBe(23 * HOUR_MS);
    expect(iso(plusWorking(spring, 4 * HOUR_MS, sundays))).toBe('2026-03-29T03:00:00.000Z');
    const early = times(
      { openingHours: { ...NEVER, sun: [{ from: '02:30', to: '04:00' }] } },
      'Europe/Berlin',
    );
    // Half past two is skipped: the shop opens when clocks show three.
    expect(workingBetween(spring, spring + 24 * HOUR_MS, early)).toBe(HOUR_MS);
  });
});

const hours = fc.record({
  openingHours: fc.record(
    Object.fromEntries(
      Object.keys(WEEKDAYS).map((day) => [
        day,
        fc.constantFrom(
          [],
          nineToFive,
          [{ from: '00:00', to: '24:00' }],
          [
            { from: '01:30', to: '03:15' },
            { from: '22:00', to: '23:59' },
          ],
        ),
      ]),
    ),
  ),
  holidays: fc.subarray(['2026-03-29', '2026-10-25', '2026-11-23', '2026-12-31']),
});
const instant = fc.integer({ min: at('2026-03-20T00:00:00Z'), max: at('2026-12-31T00:00:00Z') });
const zone = fc.constantFrom('UTC', 'Asia/Tokyo', 'Europe/Berlin', 'America/New_York');

describe('working time', () => {
  it('added and measured is the same, and never goes back (E45)', () => {
    const ms = fc.integer({ min: 1, max: 60 * HOUR_MS });
    fc.assert(
      fc.property(instant, ms, hours, zone, (from, length, said, timeZone) => {
        const shop = times(said as Partial<CaseSettings>, timeZone);
        const until = plusWorking(from, length, shop);
        expect(until).toBeGreaterThanOrEqual(from + length);
        expect(workingBetween(from, until, shop)).toBe(length);
      }),
      { numRuns: 300 },
    );
  });

  it('of two stretches that follow each other is that of both (E45)', () => {
    fc.assert(
      fc.property(fc.tuple(instant, instant, instant), hours, zone, (instants, said, timeZone) => {
        const [a = 0, b = 0, c = 0] = instants.toSorted((one, other) => one - other);
        const shop = times(said as Partial<CaseSettings>, timeZone);
        expect(workingBetween(a, b, shop) + workingBetween(b, c, shop)).toBe(
          workingBetween(a, c, shop),
        );
      }),
      { numRuns: 100 },
    );
  });
});
