import { expect, test } from './test.ts';
import { minorUnitsOf } from '@okaeri/shared/currencies';

/** What a page shows is asked for in minor units: every currency Chromium and Node know, and those only ISO 4217 has. */
const CODES = [
  ...new Set([
    ...Intl.supportedValuesOf('currency'),
    'BOV',
    'CHE',
    'CHW',
    'CLF',
    'COU',
    'MXV',
    'USN',
    'UYI',
    'UYW',
  ]),
];

test('a price in any currency is asked for in the minor units the server counts in', async ({
  page,
}) => {
  const asked = new Map<string, number>();
  await page.route('**/quotes', async (route) => {
    const { carts } = route.request().postDataJSON() as {
      carts: { currency: string; lines: { priceMinor: number }[] }[];
    };
    for (const { currency, lines } of carts)
      asked.set(currency, lines[0]?.priceMinor ?? Number.NaN);
    await route.fulfill({ status: 400, json: { code: 'invalid' } });
  });
  await page.goto('/demo/product?id=mug');
  await expect.poll(() => asked.size).toBeGreaterThan(0);
  const known = await page.evaluate(() => Intl.supportedValuesOf('currency'));
  const codes = [...new Set([...CODES, ...known])];
  await page.evaluate((all) => {
    for (const currency of all) {
      const element = document.createElement('okaeri-earn');
      element.setAttribute('product-id', 'p');
      element.setAttribute('price', '12');
      element.setAttribute('currency', currency);
      // In view, as only what is in view is asked for.
      document.body.prepend(element);
    }
  }, codes);
  await expect.poll(() => codes.filter((code) => !asked.has(code))).toEqual([]);
  const wrong = codes.filter((code) => asked.get(code) !== 12 * minorUnitsOf(code));
  expect(wrong).toEqual([]);
});
