import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { quietUntil } from './quiet-rules.ts';

const at = (text: string): number => Date.parse(text);
const hours = (from: number, to: number) => ({ quietHours: { from, to } });
const NIGHT = hours(21, 8);

describe('the end of the quiet hours', () => {
  it.each([
    ['2026-11-22T13:30:00Z', 'Asia/Tokyo', '2026-11-22T23:00:00Z'],
    ['2026-11-22T22:59:59Z', 'Asia/Tokyo', '2026-11-22T23:00:00Z'],
    // Summer time begins and ends within the night (FJ 4.3).
    ['2026-03-28T21:30:00Z', 'Europe/Berlin', '2026-03-29T06:00:00Z'],
    ['2026-10-24T21:00:00Z', 'Europe/Berlin', '2026-10-25T07:00:00Z'],
  ])('that %s lies in, in %s, is %s', (now, zone, end) => {
    expect(quietUntil(NIGHT, at(now), zone)).toBe(at(end));
  });

  it.each(['2026-11-22T23:00:00Z', '2026-11-22T11:59:59Z'])(
    'is not waited for at %s, outside of them',
    (now) => {
      expect(quietUntil(NIGHT, at(now), 'Asia/Tokyo')).toBeNull();
    },
  );

  it('may be on the same day, or never come', () => {
    const noon = quietUntil(hours(12, 14), at('2026-11-22T12:00:00Z'), 'UTC');
    expect(noon).toBe(at('2026-11-22T14:00:00Z'));
    expect(quietUntil(hours(5, 5), at('2026-11-22T05:00:00Z'), 'UTC')).toBeNull();
  });

  it('in an hour that clocks skip is the first instant after it, and in one they show twice the first', () => {
    const spring = quietUntil(hours(21, 2), at('2026-03-28T22:00:00Z'), 'Europe/Berlin');
    expect(spring).toBe(at('2026-03-29T01:00:00Z'));
    const autumn = quietUntil(hours(21, 2), at('2026-10-24T22:00:00Z'), 'Europe/Berlin');
    expect(autumn).toBe(at('2026-10-25T00:00:00Z'));
  });

  it('is later than now, within a day and an hour, and not quiet any more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'UTC'),
        (now, from, to, zone) => {
          const end = quietUntil(hours(from, to), now, zone);
          if (end === null) return;
          expect(end).toBeGreaterThan(now);
          expect(end - now).toBeLessThanOrEqual(DAY_MS + 3_600_000);
          expect(quietUntil(hours(from, to), end, zone)).toBeNull();
        },
      ),
    );
  });
});
