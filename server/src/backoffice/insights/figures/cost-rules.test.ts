import { expect, it } from 'vitest';
import { costIn } from './cost-rules.ts';

const today = (currency: string, rates: Readonly<Record<string, string>> = {}) => ({
  currency,
  rates,
});
/** 20.00 dollars, entered when a euro was worth 1.10 of them. */
const EUROS = { amountMinor: 1818, currency: 'EUR', shopMinor: 2000, shopCurrency: 'USD' };
const DOLLARS = { amountMinor: 2000, currency: 'USD', shopMinor: 2000, shopCurrency: 'USD' };
const EARLIER = { ...EUROS, shopCurrency: null };

it.each([
  ['by the rate of its time while the shop keeps its currency', EUROS, today('USD'), 2000],
  ['as it is, where it was entered before currencies were kept', EARLIER, today('JPY'), 2000],
  ['as it was paid, where the shop has that currency now', EUROS, today('EUR'), 1818],
  ['by the rate of today, where it has another', DOLLARS, today('JPY', { USD: '150' }), 3000],
  ['as nothing anybody knows, where there is no rate', EUROS, today('JPY'), null],
] as const)('a cost is told %s (E125)', (_, cost, now, expected) => {
  expect(costIn(cost, now)).toBe(expected);
});
