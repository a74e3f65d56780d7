import { expect, it } from 'vitest';
import { isAddress, isFine } from './token-test-rules.ts';

it.each([
  ['https://shop.test/token', true],
  ['HTTP://shop.test', true],
  ['eyJh.eyJz.c2ln', false],
  ['shop.test/https://', false],
  ['', false],
])('%j is an address: %s', (text, is) => expect(isAddress(text)).toBe(is));

it.each([
  ['good', true],
  ['guest', true],
  ['expired', false],
] as const)('a token that is %s is as it should be: %s', (finding, is) => {
  expect(isFine(finding)).toBe(is);
});
