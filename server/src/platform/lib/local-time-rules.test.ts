import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from './calendar.ts';
import { DAY_MS } from './clock.ts';
import { instantAt } from './local-time-rules.ts';

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const at = (date: string, time: string, zone: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(instantAt(dayNumber(date), hours * 60 + minutes, zone)).toISOString();
};

describe('a time on the wall', () => {
  it.each([
    // The oracles of E4 and E20.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['2026-03-29', '08:00', 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
    ['2026-10-25', '08:00', 'Europe/Berlin', '2026-10-25T07:00:00.000Z'],
    ['2026-06-01', '00:00', 'Asia/Kathmandu', '2026-05-31T18:15:00.000Z'],
    ['2026-06-01', '12:00', 'UTC', '2026-06-01T12:00:00.000Z'],
    // A day that begins at one o'clock.
    ['2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    // Samoa had no 30 December 2011.
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('of %s, %s in %s is %s', (date, time, zone, instant) => {
    expect(at(date, time, zone)).toBe(instant);
  });

  it('is on its day and not before the one an hour earlier, in every zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2040-01-01') }),
        fc.integer({ min: 60, max: 1439 }),
        fc.constantFrom('Europe/Berlin', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Tokyo'),
        (day, minutes, zone) => {
          const instant = instantAt(day, minutes, zone);
          expect(dayOf(instant, zone)).toBe(day);
          expect(instant).toBeGreaterThanOrEqual(instantAt(day, minutes - 60, zone));
        },
      ),
    );
  });
});
