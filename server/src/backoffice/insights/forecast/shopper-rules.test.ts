import { describe, expect, it } from 'vitest';
import { seedOf } from '../../../platform/lib/random-rules.ts';
import { forecastOne, type OneShopper } from './shopper-rules.ts';

const BG_NBD = { r: 0.6, alpha: 5, a: 1.5, b: 4 };
const GAMMA_GAMMA = { p: 4, q: 3.5, v: 20 };
const DRAWS = Array.from({ length: 500 }, () => BG_NBD);
const shopper = (x: number, tx: number, value: OneShopper['value'] = null): OneShopper => ({
  history: { x, tx, T: 52 },
  value,
});
const of = (one: OneShopper, seed = 'c-42', weeks = 26) =>
  forecastOne({ bgNbd: BG_NBD, gammaGamma: GAMMA_GAMMA }, one, {
    weeks,
    draws: DRAWS,
    seed: seedOf(seed),
  });

describe('one shopper (E78)', () => {
  it.each([
    [0, 0, 1, 0.249937, 0.201862],
    [3, 40, 0.630717, 0.878417, 0.467674],
    [8, 50, 0.843599, 2.67694, 0.810288],
  ])(
    'of %i more purchase days until week %i is there with %d, buys %d times, at all with %d',
    (x, tx, ...[alive, mean, again]) => {
      const found = of(shopper(x, tx));
      expect(found.alive).toBeCloseTo(alive, 6);
      expect(found.purchases.mean).toBeCloseTo(mean, 6);
      expect(found.none).toBeCloseTo(1 - again, 6);
    },
  );

  it('80 of 100 drawn lives lie in the range: nothing at worst for who may be gone', () => {
    const { purchases } = of(shopper(8, 50));
    expect(purchases.low).toBe(0);
    expect(purchases.high).toBeGreaterThanOrEqual(5);
    expect(purchases.high).toBeLessThanOrEqual(7);
    expect(of(shopper(3, 12)).purchases).toMatchObject({ low: 0, high: 0 });
  });

  it('lives come to what is expected on average', () => {
    // Of a shopper surely there, the mean of the upper and lower ends is near the mean for long horizons.
    const found = of(shopper(20, 51, { x: 20, m: 30 }));
    expect(found.value?.low).toBeLessThan(found.value?.mean ?? 0);
    expect(found.value?.high).toBeGreaterThan(found.value?.mean ?? 0);
    expect(found.value?.mean).toBeCloseTo(6.703136 * ((4 * (20 + 600)) / (80 + 2.5)), 4);
  });

  it('somebody who bought once is taken to spend what all do', () => {
    expect(of(shopper(0, 0)).value?.mean).toBeCloseTo(0.249937 * 32, 4);
  });

  it('the same shopper has the same range each time', () => {
    expect(of(shopper(8, 50))).toEqual(of(shopper(8, 50)));
  });
});
