import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PurchaseDay } from './purchase-day-rules.ts';
import { createTally, DISTINCT_MAX, groupHistories } from './tally-rules.ts';

const AS_OF = 700;
const on = (day: number, valueMinor = 1000, withoutRate = 0): PurchaseDay => ({
  day,
  valueMinor,
  withoutRate,
});
const tallyOf = (...shoppers: readonly (readonly PurchaseDay[])[]) => {
  const tally = createTally(AS_OF, 100);
  for (const days of shoppers) tally.add(days);
  return tally.read();
};

it('a shopper is the days after the first, the weeks to the last, and the weeks to the day itself (E76)', () => {
  expect(tallyOf([on(630), on(651), on(644)]).histories).toEqual([
    { x: 2, tx: 3, T: 10, count: 1 },
  ]);
});

it('what was bought on the day itself counts, and nothing is added to the time before it', () => {
  expect(tallyOf([on(AS_OF)]).histories).toEqual([{ x: 0, tx: 0, T: 0, count: 1 }]);
  expect(tallyOf([on(AS_OF - 7), on(AS_OF)]).histories).toEqual([{ x: 1, tx: 1, T: 1, count: 1 }]);
  expect(tallyOf([on(AS_OF + 1)]).shoppers).toBe(0);
});

it('shoppers who have bought alike are one row', () => {
  const { histories, shoppers, repeatBuyers, repeatPurchases } = tallyOf(
    [on(630), on(637)],
    [on(637), on(630)],
    [on(630)],
    [],
  );
  expect(histories).toEqual([
    { x: 0, tx: 0, T: 10, count: 1 },
    { x: 1, tx: 1, T: 10, count: 2 },
  ]);
  expect({ shoppers, repeatBuyers, repeatPurchases }).toEqual({
    shoppers: 3,
    repeatBuyers: 2,
    repeatPurchases: 2,
  });
});

it('values are the mean of days after the first, in major units (E77)', () => {
  expect(tallyOf([on(600, 99_900), on(610, 1000), on(620, 3000)]).values).toEqual([
    { x: 2, m: 20, count: 1 },
  ]);
});

it('days whose value is not known count as days, not as values', () => {
  const { histories, values, withoutRate } = tallyOf([on(600), on(610, 0, 1), on(620, 3000)]);
  expect(histories).toMatchObject([{ x: 2 }]);
  expect(values).toEqual([{ x: 1, m: 30, count: 1 }]);
  expect(withoutRate).toBe(1);
});

it('a shopper whose days after the first cost nothing has no value', () => {
  expect(tallyOf([on(600), on(610, 0)]).values).toEqual([]);
});

it.each([
  ['an odd number of gaps', [0, 1, 4, 14], 3],
  ['an even number of gaps', [0, 1, 4], 2],
  ['one gap', [0, 10], 10],
  ['no gap', [0], null],
])('with %s, on days %j, the median is %s', (_, days, median) => {
  expect(tallyOf(days.map((day) => on(day))).medianGapDays).toBe(median);
});

it('the history begins with anybody’s first purchase', () => {
  expect(tallyOf([on(650)], [on(620)]).historyDays).toBe(80);
  expect(tallyOf().historyDays).toBeNull();
});

it('who comes first changes nothing', () => {
  const shopper = fc.array(fc.integer({ min: 500, max: AS_OF }).map((day) => on(day, day * 7)));
  fc.assert(
    fc.property(fc.array(shopper, { maxLength: 12 }), (shoppers) => {
      expect(tallyOf(...shoppers.toReversed())).toEqual(tallyOf(...shoppers));
    }),
  );
});

it.each([
  [DISTINCT_MAX, 0.25],
  [DISTINCT_MAX + 1, 0],
])('%d different histories have times with fractions of %d', (many, fraction) => {
  const histories = Array.from({ length: many }, (_, x) => ({ x, tx: 1.25, T: 3.25, count: 1 }));
  expect((groupHistories(histories)[0]?.T ?? 0) % 1).toBe(fraction);
});

it('histories that become alike in whole weeks are one row', () => {
  const [first, ...rest] = Array.from({ length: DISTINCT_MAX + 1 }, (_, n) => ({
    x: 1,
    tx: 1,
    T: 10 + n / (4 * DISTINCT_MAX),
    count: 2,
  }));
  expect(groupHistories(first === undefined ? [] : [first, ...rest])).toEqual([
    { x: 1, tx: 1, T: 10, count: 2 * (DISTINCT_MAX + 1) },
  ]);
});
