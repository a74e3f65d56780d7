import { convertMinor } from '../../../platform/lib/currency.ts';

/** A cost as it was entered, and what it came to in the shop's currency of then. */
interface EnteredCost {
  readonly amountMinor: number;
  readonly currency: string;
  readonly shopMinor: number;
  readonly shopCurrency: string | null;
}

/**
 * What a cost comes to in the shop's currency of today: by the rate of its time, as long as the shop kept its currency;
 * else what was paid itself, or by the rate of today. Null where there is none: no currencies are mixed.
 */
export const costIn = (
  { amountMinor, currency, shopMinor, shopCurrency }: EnteredCost,
  today: { readonly currency: string; readonly rates: Readonly<Record<string, string>> },
): number | null => {
  const to = today.currency;
  if (shopCurrency === null || shopCurrency === to) return shopMinor;
  if (currency === to) return amountMinor;
  const rate = today.rates[currency];
  return rate === undefined ? null : convertMinor(amountMinor, { from: currency, to, rate });
};
