import { expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { seedOf } from '../../../platform/lib/random-rules.ts';
import { simulateShop, USUAL_HABITS } from '../../../testing/simulated-shop.ts';
import { drawParameters, fitModel, forecastOf, reasonAgainst } from './forecast-rules.ts';
import { createTally, type Purchases } from './tally-rules.ts';

const AS_OF = 400;
const ASKED = { asOf: '1971-02-05', weeks: 26 };

const SHOP = simulateShop(USUAL_HABITS, { shoppers: 600, days: AS_OF, seed: 5 });

/** A made-up shop as it was known on a day. */
const purchasesAt = (asOf: number, many = SHOP.length): Purchases => {
  const tally = createTally(asOf, 100);
  for (const days of SHOP.slice(0, many))
    tally.add(days.map((one) => ({ ...one, withoutRate: 0 })));
  return tally.read();
};

const NOBODY = { before: purchasesAt(AS_OF, 0), bought: 0 };

it('a shop with enough shoppers has a forecast, a value and an interval around what is expected (E76, E77, E78)', () => {
  const forecast = forecastOf(purchasesAt(AS_OF), NOBODY, ASKED);
  expect(forecast).toMatchObject({ asOf: '1971-02-05', unit: 'week', shoppers: 600, reason: null });
  const { expected, bgNbd, gammaGamma } = forecast;
  expect(bgNbd?.r).toBeGreaterThan(0);
  expect(gammaGamma?.q).toBeGreaterThan(1);
  expect(expected?.weeks).toBe(26);
  expect(expected?.low).toBeLessThan(expected?.total ?? 0);
  expect(expected?.high).toBeGreaterThan(expected?.total ?? Infinity);
});

it('the same day and horizon give the same interval; nothing has more than six decimals', () => {
  const forecast = forecastOf(purchasesAt(AS_OF), NOBODY, ASKED);
  expect(forecastOf(purchasesAt(AS_OF), NOBODY, ASKED)).toEqual(forecast);
  const { bgNbd, gammaGamma, expected } = forecast;
  for (const number of [bgNbd, gammaGamma, expected].flatMap((part) => Object.values(part ?? {})))
    expect(String(number)).toMatch(/^-?\d+(\.\d{1,6})?$/);
});

it('without anybody there is no forecast, and nothing breaks', () => {
  expect(forecastOf(purchasesAt(AS_OF, 0), NOBODY, ASKED)).toMatchObject({
    shoppers: 0,
    bgNbd: null,
    gammaGamma: null,
    expected: null,
    reason: 'tooFewRepeatBuyers',
    backtest: { weeks: 13, error: null },
  });
});

it.each([
  [LIMITS.repeatBuyersMin - 1, 'tooFewRepeatBuyers'],
  [LIMITS.repeatBuyersMin, undefined],
])('with %d shoppers who came back, what speaks against a forecast is %s (E76)', (many, reason) => {
  expect(reasonAgainst({ ...purchasesAt(AS_OF), repeatBuyers: many })).toBe(reason);
});

it.each([
  [59, 'historyTooShort'],
  [60, undefined],
])(
  'with %d days of history and 30 usually between purchases, it is %s (E76)',
  (historyDays, reason) => {
    expect(reasonAgainst({ ...purchasesAt(AS_OF), historyDays, medianGapDays: 30 })).toBe(reason);
  },
);

it('values of too few shoppers are not fitted, whoever else came back (E77)', () => {
  const purchases = purchasesAt(AS_OF);
  const few = forecastOf({ ...purchases, values: purchases.values.slice(0, 20) }, NOBODY, ASKED);
  expect(few).toMatchObject({ reason: null, gammaGamma: null, valueReason: 'tooFewRepeatBuyers' });
});

it('what was missed in the last weeks is told as a part of what was bought', () => {
  const before = purchasesAt(AS_OF - 91);
  const { backtest } = forecastOf(purchasesAt(AS_OF), { before, bought: 100 }, ASKED);
  const twice = forecastOf(purchasesAt(AS_OF), { before, bought: 200 }, ASKED).backtest;
  const expected = 100 * (1 + (backtest.error ?? 0));
  expect([expected, 100 * (1 - (backtest.error ?? 0))]).toContainEqual(
    expect.closeTo(200 * (1 + (twice.error ?? 0)), 2),
  );
});

it('as many sets of parameters are drawn as the limit says (E78)', () => {
  const { spread } = fitModel(purchasesAt(AS_OF));
  expect(drawParameters(spread, seedOf('a'))).toHaveLength(LIMITS.forecastDraws);
  expect(drawParameters(null, seedOf('a'))).toBeNull();
});
