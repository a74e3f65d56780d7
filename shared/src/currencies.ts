/*
 * ISO 4217, list one as SIX publishes it (https://www.six-group.com/en/products-services/financial-information/data-standards.html),
 * of 2026-01-01: the currencies that have other than two digits after the point. Intl knows another number
 * for some, which differs between browsers and changes with their releases: it is for showing money, and
 * no stored number may depend on it.
 */
// One text without gaps, as every page view pays for it: no code of ISO 4217 stands across two others.
const UNUSUAL = 'BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPFBHDIQDJODKWDLYDOMRTNDCLFUYW';
// Where those with three digits begin, and those with four.
const THREE_FROM = 51;
const FOUR_FROM = 72;

/** Digits after the point of a currency, as ISO 4217 has it; two where it says nothing. */
export function currencyDigits(currency: string): number {
  const at = UNUSUAL.indexOf(currency);
  if (at < 0) return 2;
  if (at < THREE_FROM) return 0;
  return at < FOUR_FROM ? 3 : 4;
}

/** Minor units in one unit of a currency: 100 cents of a dollar, 1 of a yen. */
export const minorUnitsOf = (currency: string): number => 10 ** currencyDigits(currency);
