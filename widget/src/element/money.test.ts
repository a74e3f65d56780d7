import { expect, it } from 'vitest';
import { minorFromDecimal } from './money.ts';

it.each([
  ['18.00', 'USD', 1800],
  ['18', 'USD', 1800],
  ['0.29', 'USD', 29],
  ['18.999', 'USD', 1899],
  ['1800', 'JPY', 1800],
  ['1.5', 'KWD', 1500],
  [' 18.5 ', 'USD', 1850],
  ['', 'USD', null],
  ['18,00', 'USD', null],
  ['-1', 'USD', null],
  ['18', 'dollars', null],
])('the price "%s" in %s is %s minor units', (price, currency, minor) => {
  expect(minorFromDecimal(price, currency)).toBe(minor);
});
