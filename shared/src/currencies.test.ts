import { describe, expect, it } from 'vitest';
import { currencyDigits, minorUnitsOf } from './currencies.ts';

/** Every currency and fund of ISO 4217, list one of 2026-01-01, that has minor units, by their digits. */
const ISO: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
      CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
      GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR
      LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD
      PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC
      SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW
      ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const CODES = Object.entries(ISO).flatMap(([digits, codes]) =>
  codes.split(/\s+/).map((code): [string, number] => [code, Number(digits)]),
);

describe('digits of currencies', () => {
  it.each(CODES)('of %s are %i, as ISO 4217 has them', (code, digits) => {
    expect(currencyDigits(code)).toBe(digits);
    expect(minorUnitsOf(code)).toBe(10 ** digits);
  });

  it('are not taken from Intl, which has others for some', () => {
    const shown = (currency: string): number | undefined =>
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
        .maximumFractionDigits;
    expect(CODES.filter(([code, digits]) => shown(code) !== digits).length).toBeGreaterThan(0);
  });
});
