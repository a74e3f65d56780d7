import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatRecent } from './format-recent.ts';
import { formatAgo, formatClock, formatDay, formatDayShort, formatTime } from './format.ts';
import { tellTimesBy } from './shop-clock.ts';
import { shopDay } from './shop-day.ts';

const NOW = Date.parse('2026-12-31T16:00:00Z');
const clock = { timeZone: (): string | undefined => 'Asia/Tokyo', now: () => NOW };

beforeEach(() => tellTimesBy(clock));
afterEach(() => tellTimesBy({ timeZone: () => undefined, now: () => Date.now() }));

test('times and days are those of the shop, whatever zone the reader is in', () => {
  const iso = '2026-12-31T15:30:00Z';
  expect(formatTime(iso)).toBe('Jan 1, 2027, 12:30 AM');
  expect(formatDay(iso)).toBe('Jan 1, 2027');
  expect(formatDayShort(iso)).toBe('Jan 1');
  expect(formatDayShort('2026-12-31T14:30:00Z')).toBe('Dec 31, 2026');
  expect(formatClock(iso)).toBe('12:30 AM');
  expect(formatRecent(iso)).toBe('12:30 AM');
  expect(formatRecent('2026-12-31T14:30:00Z')).toBe('Dec 31, 2026, 11:30 PM');
  expect(shopDay(iso)).toBe('2027-01-01');
  expect(shopDay()).toBe('2027-01-01');
});

test('where no shop is open, a time is that of the reader', () => {
  tellTimesBy({ ...clock, timeZone: () => undefined });
  const iso = '2026-12-31T15:30:00Z';
  const own = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
  expect(formatTime(iso)).toBe(own.format(new Date(iso)));
});

test('how long ago something was is counted by the shop clock, and never comes to lie ahead', () => {
  expect(formatAgo('2026-12-31T13:00:00Z')).toBe('3 hours ago');
  expect(formatAgo('2026-12-31T16:00:40Z')).toBe('this minute');
  expect(formatAgo('2027-01-14T16:00:00Z')).toBe('this minute');
  expect(formatAgo('2026-12-31T13:00:00Z', Date.parse('2026-12-31T13:05:00Z'))).toBe(
    '5 minutes ago',
  );
});
