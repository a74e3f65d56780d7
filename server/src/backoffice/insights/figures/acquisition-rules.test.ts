import { expect, it } from 'vitest';
import { channelsOf, createAcquisition, costsOf } from './acquisition-rules.ts';
import { dayOfDate, monthName } from './day-rules.ts';

it('new buyers and revenue stand in their months, the first days apart (E125)', () => {
  const counting = createAcquisition(dayOfDate('2026-04-30'), 2);
  const days = (...rows: readonly (readonly [string, number])[]) =>
    rows.map(([date, valueMinor]) => ({ day: dayOfDate(date), valueMinor }));
  counting.add(days(['2026-02-28', 900], ['2026-03-01', 500]));
  counting.add(days(['2026-03-31', 1000], ['2026-04-30', 700]));
  counting.add(days(['2026-04-01', 300]));
  expect(
    counting.read().map(({ month, ...rest }) => ({ month: monthName(month), ...rest })),
  ).toEqual([
    { month: '2026-03', newBuyers: 1, revenueMinor: 1500, firstRevenueMinor: 1000 },
    { month: '2026-04', newBuyers: 1, revenueMinor: 1000, firstRevenueMinor: 300 },
  ]);
});

it('ad spend is divided by new buyers, and revenue by ad spend, where there are any (E125)', () => {
  const month = { month: 0, newBuyers: 40, revenueMinor: 900_000, firstRevenueMinor: 300_000 };
  expect(costsOf(month, 120_000)).toEqual({ costMinor: 3000, roas: 7.5, firstRoas: 2.5 });
  expect(costsOf({ ...month, newBuyers: 0 }, 0)).toEqual({
    costMinor: null,
    roas: null,
    firstRoas: null,
  });
});

it('what messages and ads cost stands by channel, beside whom this server reached there (E125)', () => {
  const costs = [
    { channel: 'email', shopMinor: 400 },
    { channel: ' Email', shopMinor: 200 },
    { channel: 'google', shopMinor: 9000 },
    { channel: null, shopMinor: 100 },
    { channel: 'page', shopMinor: 600 },
  ];
  const reached = new Map([
    ['email', 40],
    ['page', 0],
  ]);
  expect(channelsOf(costs, reached)).toEqual([
    { channel: 'google', spentMinor: 9000, reached: null },
    { channel: 'email', spentMinor: 600, reached: 40 },
    { channel: 'page', spentMinor: 600, reached: 0 },
    { channel: null, spentMinor: 100, reached: null },
  ]);
});
