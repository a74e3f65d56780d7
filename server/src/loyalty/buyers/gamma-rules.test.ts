import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hypergeometric, lnGamma } from './gamma-rules.ts';

it.each([
  [0.001, 6.907178885383853],
  [0.5, 0.5723649429247001],
  [1, 0],
  [2, 0],
  [10, 12.801827480081469],
  [100, 359.1342053695754],
  [1e6, 12815504.569147611],
])('ln Γ(%d) is %d', (x, known) => {
  expect(Math.abs(lnGamma(x) - known)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(known)));
});

it('ln Γ(x + 1) is ln Γ(x) + ln x, on both sides of where the series begins', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 2000, noNaN: true }), (x) => {
      const [next, own] = [lnGamma(x + 1), lnGamma(x) + Math.log(x)];
      expect(Math.abs(next - own)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(own)));
    }),
  );
});

it.each([
  [3.6, 7, 7.5, 26 / 83, 3.509227120759546],
  [0.6, 4, 4.5, 52 / 57, 3.13494349346207],
])('₂F₁(%d, %d; %d; %d) is %d', (a, b, ...[c, z, known]) => {
  expect(Math.abs(hypergeometric(a, b, c, z) / known - 1)).toBeLessThan(1e-14);
});

it.each([
  // Abramowitz and Stegun 15.1.3 and 15.1.8.
  ['−ln(1 − z)/z', [1, 1, 2, 0.9] as const, -Math.log(0.1) / 0.9],
  ['(1 − z)⁻ᵃ', [2.5, 3, 3, 0.4] as const, 0.6 ** -2.5],
  ['1, where a is 0', [0, 3, 2, 0.5] as const, 1],
  ['1, where z is 0', [4, 3, 2, 0] as const, 1],
])('₂F₁ is %s', (_, [a, b, c, z], known) => {
  expect(hypergeometric(a, b, c, z)).toBeCloseTo(known, 12);
});
