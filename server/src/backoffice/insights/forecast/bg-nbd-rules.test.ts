import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  againOf,
  aliveOf,
  expectedOf,
  expectedOfNew,
  type PurchaseHistory,
} from '../../../loyalty/buyers/outlook-rules.ts';
import { fitBgNbd, likelihoodOf, totalOf } from './bg-nbd-rules.ts';

const FEW_LEAVE = { r: 0.6, alpha: 5, a: 1.5, b: 4 };
const MANY_LEAVE = { r: 0.35, alpha: 6.5, a: 0.7, b: 2.9 };

/** 3,000 shoppers as `x, weeks to the last purchase, how many`, all seen for 52 weeks. */
const SHOP: readonly PurchaseHistory[] = `
  0,0,691 1,6.5,590 1,19.5,192 1,32.5,126 1,45.5,100 2,6.5,256 2,19.5,155 2,32.5,138 2,45.5,164
  4,6.5,59 4,19.5,80 4,32.5,75 4,45.5,130 8,6.5,8 8,19.5,27 8,32.5,33 8,45.5,114
  16,19.5,6 16,32.5,11 16,45.5,45`
  .trim()
  .split(/\s+/)
  .map((row) => {
    const [x = 0, tx = 0, count = 0] = row.split(',').map(Number);
    return { x, tx, T: 52, count };
  });

describe('with r 0.6, α 5, a 1.5, b 4 (E76)', () => {
  it.each([
    [0, 0, -1.460168, 1, 0.249937, 0.201862],
    [1, 10, -4.903487, 0.239546, 0.154506, 0.108246],
    [3, 40, -13.017696, 0.630717, 0.878417, 0.467674],
    [3, 12, -10.459398, 0.04884, 0.068021, 0.036215],
    [8, 50, -25.86655, 0.843599, 2.67694, 0.810288],
    [20, 51, -44.114772, 0.914152, 6.703136, 0.913755],
  ])(
    'a shopper with %d more purchases, the last in week %d of 52, has log-likelihood %d, is there with %d, buys %d times in 26 weeks, at all with %d',
    (x, tx, ...[logLikelihood, alive, expected, again]) => {
      const history = { x, tx, T: 52, count: 1 };
      expect(likelihoodOf([history])(FEW_LEAVE)).toBeCloseTo(logLikelihood, 6);
      expect(aliveOf(FEW_LEAVE, history)).toBeCloseTo(alive, 6);
      expect(expectedOf(FEW_LEAVE, history, 26)).toBeCloseTo(expected, 6);
      expect(againOf(FEW_LEAVE, history, 26)).toBeCloseTo(again, 6);
    },
  );

  it.each([
    [1, 0.115086],
    [4, 0.413111],
    [13, 1.058723],
    [52, 2.448672],
  ])('somebody new buys again in the first %d weeks %d times', (weeks, expected) => {
    expect(expectedOfNew(FEW_LEAVE, weeks)).toBeCloseTo(expected, 6);
  });
});

it.each([
  [0, 0, -0.603929, 1, 0.119357],
  [2, 24, -8.687626, 0.785098, 0.613706],
  [5, 29, -16.418957, 0.894691, 1.568348],
])(
  'with a below 1, a shopper with %d more purchases until week %d of 30 has log-likelihood %d, is there with %d, buys %d times in 13 weeks (E76)',
  (x, tx, ...[logLikelihood, alive, expected]) => {
    const history = { x, tx, T: 30, count: 1 };
    expect(likelihoodOf([history])(MANY_LEAVE)).toBeCloseTo(logLikelihood, 6);
    expect(aliveOf(MANY_LEAVE, history)).toBeCloseTo(alive, 6);
    expect(expectedOf(MANY_LEAVE, history, 13)).toBeCloseTo(expected, 6);
  },
);

describe('fitted to 3,000 shoppers (E76)', () => {
  const fit = fitBgNbd(SHOP);
  if (fit === 'onBound') throw new Error('The fit lies on a bound.');
  const { parameters, logLikelihood } = fit;

  it('the parameters are r 0.727578, α 8.02654, a 1.35159, b 2.66432', () => {
    expect(parameters.r).toBeCloseTo(0.727578, 5);
    expect(parameters.alpha).toBeCloseTo(8.02654, 4);
    expect(parameters.a).toBeCloseTo(1.35159, 4);
    expect(parameters.b).toBeCloseTo(2.66432, 4);
    expect(logLikelihood).toBeCloseTo(-23_841.06245, 4);
  });

  it('the next 26 weeks bring 1269.72 purchases', () => {
    expect(totalOf(parameters, SHOP, 26)).toBeCloseTo(1269.72, 2);
  });

  it.each([
    [2, 45.5, 0.664799, 0.668936],
    [4, 19.5, 0.095101, 0.162097],
    [8, 45.5, 0.724501, 2.229523],
  ])(
    'a shopper of %d until week %d is there with %d and buys %d times',
    (x, tx, alive, expected) => {
      const history = { x, tx, T: 52 };
      expect(aliveOf(parameters, history)).toBeCloseTo(alive, 5);
      expect(expectedOf(parameters, history, 26)).toBeCloseTo(expected, 5);
    },
  );

  it('rows that are split at any place and come in any order give the same fit (invariant 16)', () => {
    const parts = fc.tuple(...SHOP.map(({ count }) => fc.integer({ min: 0, max: count })));
    const order = fc.shuffledSubarray([...SHOP.keys(), ...SHOP.keys()], {
      minLength: SHOP.length * 2,
    });
    fc.assert(
      fc.property(parts, order, (taken, places) => {
        const seen = new Set<number>();
        const rows = places.map((place) => {
          const row = SHOP[place] ?? { x: 0, tx: 0, T: 0, count: 0 };
          const part = taken[place] ?? 0;
          const count = seen.has(place) ? row.count - part : part;
          seen.add(place);
          return { ...row, count };
        });
        const other = fitBgNbd(rows);
        if (other === 'onBound') throw new Error('The fit lies on a bound.');
        expect(other.logLikelihood).toBeCloseTo(logLikelihood, 6);
        expect(other.parameters.r).toBeCloseTo(parameters.r, 4);
        expect(other.parameters.alpha).toBeCloseTo(parameters.alpha, 3);
        expect(other.parameters.a).toBeCloseTo(parameters.a, 3);
        expect(other.parameters.b).toBeCloseTo(parameters.b, 3);
      }),
      { numRuns: 20 },
    );
  });
});

it('shoppers of whom nobody came back lead to a bound, and are refused', () => {
  expect(fitBgNbd([{ x: 0, tx: 0, T: 52, count: 500 }])).toBe('onBound');
});
