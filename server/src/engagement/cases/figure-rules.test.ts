import { expect, it } from 'vitest';
import { HOUR_MS } from '../../platform/lib/clock.ts';
import { figuresOf, medianOf, type Counted } from './figure-rules.ts';

const row = (change: Partial<Counted> = {}): Counted => ({
  openedAt: 15,
  ownerId: 'ada',
  firstReplyMs: null,
  resolvedMs: null,
  solved: null,
  ...change,
});
const MONTHS = [
  { startsAt: 0, name: '2026-10' },
  { startsAt: 10, name: '2026-11' },
];

it('of a median is the value in the middle, or between the two that are (E120)', () => {
  expect(medianOf([])).toBeNull();
  expect(medianOf([5])).toBe(5);
  expect(medianOf([9, 1, 5])).toBe(5);
  expect(medianOf([4, 1, 3, 2])).toBe(2.5);
});

it('figures are told by month and person, in working hours, with how many stand behind them (E120)', () => {
  const { months } = figuresOf(
    [
      row({ firstReplyMs: 2 * HOUR_MS, resolvedMs: 8 * HOUR_MS }),
      row({ firstReplyMs: 4 * HOUR_MS }),
      row({ ownerId: 'ben', firstReplyMs: 3 * HOUR_MS }),
      row({ openedAt: 5 }),
    ],
    MONTHS,
  );
  expect(months[0]).toMatchObject({ month: '2026-10', opened: 1, replied: 0, resolved: 0 });
  expect(months[0]?.medianFirstReplyHours).toBeNull();
  expect(months[1]).toMatchObject({
    month: '2026-11',
    opened: 3,
    replied: 3,
    medianFirstReplyHours: 3,
    resolved: 1,
    medianResolutionHours: 8,
    owners: [
      { ownerId: 'ada', opened: 2, replied: 2, medianFirstReplyHours: 3 },
      { ownerId: 'ben', opened: 1, replied: 1, medianFirstReplyHours: 3 },
    ],
  });
});

it('the share recovered is of those who answered, with Wilson’s interval (E46)', () => {
  const said = (solved: Counted['solved'], times: number): Counted[] =>
    Array.from({ length: times }, () => row({ solved }));
  const { months } = figuresOf([...said('yes', 8), ...said('no', 2), ...said(null, 5)], MONTHS);
  const { n, share, low, high } = months[1]?.recovered ?? {};
  expect([n, share]).toEqual([10, 0.8]);
  // Wilson's interval of 8 of 10, to four places.
  expect(low).toBeCloseTo(0.4902, 4);
  expect(high).toBeCloseTo(0.9433, 4);
  expect(months[0]?.recovered).toEqual({ n: 0, share: null, low: null, high: null });
});
