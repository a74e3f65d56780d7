import { expect, test } from 'vitest';
import { weekFromTomorrow } from './campaign-time-rules.ts';

test.each([
  ['UTC', '2026-11-30T14:31:00Z', '2026-12-01T00:00:00.000Z', '2026-12-08T00:00:00.000Z'],
  // There it is the first of December already.
  ['Asia/Tokyo', '2026-11-30T15:31:00Z', '2026-12-01T15:00:00.000Z', '2026-12-08T15:00:00.000Z'],
  // The clocks go back within that week: its last day ends an hour later.
  [
    'America/New_York',
    '2026-10-28T12:00:00Z',
    '2026-10-29T04:00:00.000Z',
    '2026-11-05T05:00:00.000Z',
  ],
])('a week in %s is of whole days, from the next one on', (timeZone, now, from, until) => {
  expect(weekFromTomorrow(Date.parse(now), timeZone)).toEqual({ from, until });
});
