import { expect, it } from 'vitest';
import { costIn } from './cost-rules.ts';

const YEN = { currency: 'JPY', rates: { USD: '150' } };
/** 20.00 dollars, entered when a euro was worth 1.10 of them. */
const EUROS = { amountMinor: 1818, currency: 'EUR', shopMinor: 2000, shopCurrency: 'USD' };
const DOLLARS = { amountMinor: 2000, currency: 'USD', shopMinor: 2000, shopCurrency: 'USD' };

it.each([
  ['by the rate of its time while the shop keeps its currency', EUROS, 'USD', {}, 2000],
  [
    'as it is, where it was entered before currencies were kept',
    { ...EUROS, shopCurrency: null },
    'JPY',
    {},
    2000,
  ],
  ['as it was paid, where the shop has taken that currency since', EUROS, 'EUR', {}, 1818],
  ['by the rate of today, where the shop has taken another', DOLLARS, 'JPY', YEN.rates, 3000],
  ['nothing anybody knows, where there is no rate', EUROS, 'JPY', YEN.rates, null],
] as const)('a cost is told %s (E125)', (_, cost, currency, rates, expected) => {
  expect(costIn(cost, { currency, rates })).toBe(expected);
});
