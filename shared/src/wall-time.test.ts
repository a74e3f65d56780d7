import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWallTime, toWallTime } from './wall-time.ts';

const MINUTE_MS = 60_000;
const ZONES = ['Asia/Tokyo', 'America/New_York', 'Europe/London', 'Asia/Kathmandu', 'Pacific/Apia'];

describe('a time on the wall', () => {
  it('is the shop’s, not the machine’s', () => {
    expect(toWallTime('2027-03-31T15:00:00.000Z', 'Asia/Tokyo')).toBe('2027-04-01T00:00');
    expect(fromWallTime('2027-04-01T00:00', 'Asia/Tokyo')).toBe('2027-03-31T15:00:00.000Z');
    expect(fromWallTime('2027-04-01T00:00', 'America/Los_Angeles')).toBe(
      '2027-04-01T07:00:00.000Z',
    );
  });

  it('that comes twice is the first, and one that is skipped is as much later as is skipped', () => {
    expect(fromWallTime('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(fromWallTime('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
    expect(fromWallTime('2026-03-29T01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z');
    expect(fromWallTime('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  });

  it.each(['', 'soon', '2027-13-01T00:00'])('"%s" is none', (text) => {
    expect(fromWallTime(text, 'Asia/Tokyo')).toBeUndefined();
  });

  it('leads back to a time that is written the same, in every zone', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) }),
          // Around the nights on which clocks change.
          fc.integer({ min: Date.UTC(2026, 9, 24), max: Date.UTC(2026, 9, 26) }),
          fc.integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2026, 10, 2) }),
          fc.integer({ min: Date.UTC(2011, 11, 29), max: Date.UTC(2012, 0, 1) }),
        ),
        fc.constantFrom(...ZONES),
        (at, zone) => {
          const text = toWallTime(at, zone);
          const found = fromWallTime(text, zone) ?? '';
          expect(toWallTime(found, zone)).toBe(text);
          // Where the time comes twice it is the earlier one.
          expect(Date.parse(found)).toBeLessThanOrEqual(at - (at % MINUTE_MS));
        },
      ),
    );
  });
});
