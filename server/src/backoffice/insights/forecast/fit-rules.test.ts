import { expect, it } from 'vitest';
import { fitBest, LOG_BOUND } from './fit-rules.ts';

const model = (peak: number, starts: readonly number[] = [0]) => ({
  starts: starts.map((start) => [start]),
  parametersOf: ([log = 0]: readonly number[]) => ({ value: Math.exp(log) }),
  logLikelihood: ([log = 0]: readonly number[]) => -((log - peak) ** 2),
});

it('the likeliest parameters are found', () => {
  const fit = fitBest(model(2));
  expect(fit).toMatchObject({ logLikelihood: expect.closeTo(0, 9) });
  if (fit !== 'onBound') expect(fit.parameters.value).toBeCloseTo(Math.exp(2), 4);
});

it.each([LOG_BOUND, LOG_BOUND + 3, -LOG_BOUND, -LOG_BOUND - 1])(
  'a logarithm that ends at its bound, where the peak is at %d, is refused',
  (peak) => {
    expect(fitBest(model(peak))).toBe('onBound');
  },
);

it('a logarithm just within its bound is taken', () => {
  expect(fitBest(model(LOG_BOUND - 0.01))).not.toBe('onBound');
});

it('a least of its own binds as well', () => {
  expect(fitBest({ ...model(-1), least: [0] })).toBe('onBound');
});

it('of several starts the one that ends highest counts', () => {
  const twoPeaks = {
    ...model(0, [-5, 5]),
    logLikelihood: ([log = 0]: readonly number[]) =>
      Math.log(Math.exp(-((log + 5) ** 2)) + 2 * Math.exp(-((log - 5) ** 2))),
  };
  const fit = fitBest(twoPeaks);
  if (fit === 'onBound') throw new Error('The fit lies on a bound.');
  expect(Math.log(fit.parameters.value)).toBeCloseTo(5, 4);
});

it('a likelihood that is no number anywhere gives nothing', () => {
  expect(fitBest({ ...model(0), logLikelihood: () => Number.NaN })).toBe('onBound');
});
