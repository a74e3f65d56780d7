import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  dateOf,
  dayOfDate,
  firstDayOf,
  monthName,
  monthOfDay,
  quarterBefore,
  quarterDays,
  quarterOf,
  quartersBetween,
} from './day-rules.ts';

it('a day has its date and its month, over the end of a year too (E73)', () => {
  expect(dateOf(dayOfDate('2026-02-28') + 1)).toBe('2026-03-01');
  expect(monthName(monthOfDay(dayOfDate('2026-12-31')))).toBe('2026-12');
  expect(monthOfDay(dayOfDate('2027-01-01')) - monthOfDay(dayOfDate('2026-12-31'))).toBe(1);
});

it('every day lies in its month', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_000, max: 40_000 }), (day) => {
      const month = monthOfDay(day);
      expect(firstDayOf(month)).toBeLessThanOrEqual(day);
      expect(firstDayOf(month + 1)).toBeGreaterThan(day);
      expect(dayOfDate(dateOf(day))).toBe(day);
    }),
  );
});

it.each([
  ['2026Q1', '2026-01-01', '2026-03-31'],
  ['2026Q4', '2026-10-01', '2026-12-31'],
])('the quarter %s goes from %s to %s (E81)', (name, first, last) => {
  const days = quarterDays(name);
  expect([dateOf(days.first), dateOf(days.last)]).toEqual([first, last]);
});

it.each([
  ['2027-03-01', '2026Q3'],
  ['2027-03-02', '2026Q4'],
  ['2026-11-22', '2026Q2'],
])('on %s the latest quarter that was over 60 days before is %s (E80)', (date, quarter) => {
  expect(quarterBefore(dayOfDate(date), 60)).toBe(quarter);
});

it('quarters follow one another over the end of a year', () => {
  expect(quarterOf(dayOfDate('2026-12-31'))).toBe('2026Q4');
  expect(quartersBetween('2026Q3', '2027Q2')).toEqual(['2026Q3', '2026Q4', '2027Q1', '2027Q2']);
  expect(quartersBetween('2026Q3', '2026Q3')).toEqual(['2026Q3']);
});
