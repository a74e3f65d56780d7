import { expect, it } from 'vitest';
import { formatMoney } from './money-format.ts';

it.each([
  [500, 'USD', 'en', '$5'],
  [550, 'USD', 'en', '$5.50'],
  [150_500, 'JPY', 'en', '¥150,500'],
  [1505, 'JPY', 'ja', '1,505円'],
  [-1505, 'JPY', 'ja', '-1,505円'],
  [500, 'USD', 'ja', '$5'],
  [1234, 'KWD', 'en', 'KWD 1.234'],
  [123_456, 'EUR', 'de', '1.234,56 €'],
])('%i minor units of %s are written in %s as %s', (minor, currency, language, text) => {
  // Which space stands beside a sign is the language's.
  expect(formatMoney(minor, currency, language).replaceAll(/\s/g, ' ')).toBe(text);
});
