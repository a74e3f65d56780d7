import { describe, expect, it } from 'vitest';
import { correlationOf, fitGammaGamma, gammaGammaLikelihood } from './gamma-gamma-rules.ts';
import {
  expectedValueOf,
  meanValueOf,
  type RepeatValue,
} from '../../../loyalty/buyers/worth-rules.ts';

const KNOWN = { p: 4, q: 3.5, v: 20 };
const VALUES: readonly RepeatValue[] =
  '1,30,6 1,55,4 1,12,5 2,40,6 2,22,5 3,65,3 3,33,4 4,28,3 5,45,3 6,38,2 8,80,1 10,35,2'
    .split(' ')
    .map((row) => {
      const [x = 0, m = 0, count = 0] = row.split(',').map(Number);
      return { x, m, count };
    });

const fitted = (values: readonly RepeatValue[]) => {
  const fit = fitGammaGamma(values);
  if (fit === 'onBound') throw new Error('The fit lies on a bound.');
  return fit;
};

it.each([
  [1, 50, -5.100951, 43.076923],
  [2, 25, -3.729459, 26.666667],
  [5, 60, -5.596539, 56.888889],
  [10, 12.5, -3.579193, 13.647059],
])(
  'with p 4, q 3.5, v 20, %d purchases of %d have log-likelihood %d and lead to %d (E77)',
  (x, m, logLikelihood, expected) => {
    expect(gammaGammaLikelihood(KNOWN, [{ x, m, count: 1 }])).toBeCloseTo(logLikelihood, 6);
    expect(expectedValueOf(KNOWN, { x, m })).toBeCloseTo(expected, 6);
  },
);

it('with p 4, q 3.5, v 20 a purchase is worth 32 on average', () => {
  expect(meanValueOf(KNOWN)).toBe(32);
});

describe('fitted to values of 44 shoppers (E77)', () => {
  const { parameters, logLikelihood } = fitted(VALUES);

  it('the parameters are p 4.05216, q 20.2595, v 181.465', () => {
    expect(parameters.p).toBeCloseTo(4.05216, 4);
    expect(parameters.q).toBeCloseTo(20.2595, 3);
    expect(parameters.v).toBeCloseTo(181.465, 2);
    expect(logLikelihood).toBeCloseTo(-177.7929, 5);
    expect(meanValueOf(parameters)).toBeCloseTo(38.17981, 4);
  });

  it.each([
    [1, 12, 33.629103],
    [2, 40, 38.718896],
    [10, 35, 36.024433],
  ])('%d purchases of %d lead to %d', (x, m, expected) => {
    expect(expectedValueOf(parameters, { x, m })).toBeCloseTo(expected, 4);
  });

  it('in yen, a hundred times as much, p and q are the same and no bound binds', () => {
    const yen = fitted(VALUES.map((value) => ({ ...value, m: value.m * 100 })));
    expect(yen.parameters.p).toBeCloseTo(parameters.p, 4);
    expect(yen.parameters.q).toBeCloseTo(parameters.q, 3);
    expect(yen.parameters.v).toBeCloseTo(18_146.5, 0);
    expect(yen.logLikelihood).toBeCloseTo(-380.42039, 4);
  });
});

it('values that are all the same lead to a bound, and are refused', () => {
  expect(fitGammaGamma([{ x: 3, m: 20, count: 300 }])).toBe('onBound');
});

it.each([
  [
    'rise together',
    [
      { x: 1, m: 10, count: 1 },
      { x: 2, m: 20, count: 2 },
      { x: 3, m: 30, count: 1 },
    ],
    1,
  ],
  [
    'have nothing to do with each other',
    [
      { x: 1, m: 10, count: 1 },
      { x: 2, m: 20, count: 1 },
      { x: 3, m: 10, count: 1 },
    ],
    0,
  ],
  ['are the same for all', [{ x: 2, m: 10, count: 40 }], null],
])('where how often and how much people buy %s, the correlation says so', (_, values, known) => {
  const correlation = correlationOf(values);
  if (known === null) expect(correlation).toBeNull();
  else expect(correlation).toBeCloseTo(known, 12);
});
