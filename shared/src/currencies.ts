/*
 * ISO 4217, list one as SIX publishes it (https://www.six-group.com/en/products-services/financial-information/data-standards.html),
 * of 2026-01-01: the currencies that have other than two digits after the point. Intl knows another number
 * for some, which differs between browsers and changes with their releases: it is for showing money, and
 * no stored number may depend on it.
 */
const NONE = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR = 'CLF UYW';

/** Digits after the point of a currency, as ISO 4217 has it; two where it says nothing. */
export function currencyDigits(currency: string): number {
  if (NONE.includes(currency)) return 0;
  if (THREE.includes(currency)) return 3;
  return FOUR.includes(currency) ? 4 : 2;
}

/** Minor units in one unit of a currency: 100 cents of a dollar, 1 of a yen. */
export const minorUnitsOf = (currency: string): number => 10 ** currencyDigits(currency);
