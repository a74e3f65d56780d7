import { floorOf } from './fractions.ts';

/** Minor units in one unit of a currency, as the platform's own tables have it (ISO 4217). */
export const minorUnitsOf = (currency: string): number =>
  10 **
  (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2);

const unitsByCurrency = new Map<string, number>();

const cachedUnits = (currency: string): number => {
  const known = unitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const units = minorUnitsOf(currency);
  unitsByCurrency.set(currency, units);
  return units;
};

/** A decimal text such as "0.0067" as an exact fraction. */
export const decimalFraction = (text: string): { numerator: bigint; denominator: bigint } => {
  const [whole = '0', fraction = ''] = text.split('.');
  return {
    numerator: BigInt(whole + fraction),
    denominator: 10n ** BigInt(fraction.length),
  };
};

/**
 * Minor units of one currency in minor units of another, rounded down.
 *
 * @param rate what one unit (not one minor unit) of `from` is in `to`, as decimal text
 */
export const convertMinor = (
  amountMinor: number,
  { from, to, rate }: { from: string; to: string; rate: string },
): number => {
  const { numerator, denominator } = decimalFraction(rate);
  return floorOf({
    numerator: BigInt(amountMinor) * numerator * BigInt(cachedUnits(to)),
    denominator: denominator * BigInt(cachedUnits(from)),
  });
};
