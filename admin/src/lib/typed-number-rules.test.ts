import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'vitest';
import { numberTyped, unitsTyped, wholeTyped } from './typed-number-rules.ts';

test('a number is read as people write it', () => {
  assert.equal(numberTyped('1.5'), 1.5);
  assert.equal(numberTyped('1,5'), 1.5);
  assert.equal(numberTyped('1,000'), 1000);
  assert.equal(numberTyped('-1,234,567.8'), -1_234_567.8);
  assert.equal(numberTyped('１２．５'), 12.5);
  assert.equal(numberTyped('−5'), -5);
  assert.equal(numberTyped('1.'), 1);
});

test('what is no number is none, also where a computer would take it for one', () => {
  for (const text of ['', ' ', 'abc', '1e5', '0x10', 'Infinity', '1 2', '1,2,3', '12 points'])
    assert.ok(Number.isNaN(numberTyped(text)), text);
});

test('money in units of its currency is exact in its smallest unit, and never rounded to it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10 ** 12 }), fc.nat({ max: 99 }), (units, cents) => {
      const text = `${units}.${String(cents).padStart(2, '0')}`;
      assert.equal(unitsTyped(text, 100), units * 100 + cents);
      assert.ok(!Number.isInteger(unitsTyped(`${text}5`, 100)));
    }),
  );
  assert.equal(unitsTyped('1.5', 1), 1.5);
});

test('a whole number is taken within its bounds, and anything else says why not', () => {
  const percent = { min: 0, max: 100 };
  assert.equal(wholeTyped('70', percent), 70);
  assert.equal(wholeTyped('0', percent), 0);
  assert.deepEqual(wholeTyped('abc', percent), { code: 'notANumber' });
  assert.deepEqual(wholeTyped('', percent), { code: 'notANumber' });
  assert.deepEqual(wholeTyped('-1', percent), { code: 'tooSmall', values: { min: 0 } });
  assert.deepEqual(wholeTyped('101', percent), { code: 'tooLarge', values: { max: 100 } });
  assert.deepEqual(wholeTyped('1.5', percent), { code: 'notWhole' });
  const dollars = { min: 1, max: 100_000, scale: 100 };
  assert.equal(wholeTyped('19.99', dollars), 1999);
  assert.deepEqual(wholeTyped('0', dollars), { code: 'tooSmall', values: { min: 0.01 } });
  assert.deepEqual(wholeTyped('1000.01', dollars), { code: 'tooLarge', values: { max: 1000 } });
  assert.deepEqual(wholeTyped('1.005', dollars), { code: 'notValid' });
});
