import { currencyDigits, minorUnitsOf } from '@okaeri/shared/currencies';
import { floorOf } from './fractions.ts';

/** Whether a text is a code such as those of ISO 4217. */
export const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

/**
 * Decimal text in whole units as minor units, without floating point: "12.5" in dollars is 1250.
 * What is finer than the currency has is rounded, a half away from zero. Undefined where it is no
 * decimal.
 */
export const decimalToMinor = (text: string, currency: string): number | undefined => {
  if (!/^-?\d{1,15}(\.\d{1,20})?$/.test(text)) return undefined;
  const { numerator, denominator } = decimalFraction(text.replace('-', ''));
  const scaled = 2n * numerator * BigInt(minorUnitsOf(currency)) + denominator;
  const minor = Number(scaled / (2n * denominator));
  return text.startsWith('-') && minor !== 0 ? -minor : minor;
};

/** Minor units as decimal text in whole units: 1250 cents are "12.50". */
export const minorToDecimal = (minor: number, currency: string): string => {
  const digits = currencyDigits(currency);
  const sign = minor < 0 ? '-' : '';
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return sign + (digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`);
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
    numerator: BigInt(amountMinor) * numerator * BigInt(minorUnitsOf(to)),
    denominator: denominator * BigInt(minorUnitsOf(from)),
  });
};
