import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateOf, dayOfDate, firstDayOf, monthName, monthOfDay } from './day-rules.ts';

it('a day has its date and its month, over the end of a year too (E73)', () => {
  expect(dateOf(dayOfDate('2026-02-28') + 1)).toBe('2026-03-01');
  expect(monthName(monthOfDay(dayOfDate('2026-12-31')))).toBe('2026-12');
  expect(monthOfDay(dayOfDate('2027-01-01')) - monthOfDay(dayOfDate('2026-12-31'))).toBe(1);
});

it('every day lies in its month', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 40_000 }), (day) => {
      const month = monthOfDay(day);
      expect(firstDayOf(month)).toBeLessThanOrEqual(day);
      expect(firstDayOf(month + 1)).toBeGreaterThan(day);
      expect(dayOfDate(dateOf(day))).toBe(day);
    }),
  );
});
