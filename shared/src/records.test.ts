import { expect, test } from 'vitest';
import { entriesOf, isKeyOf, keysOf, recordOf } from './records.ts';

const SIZES = { small: 1, large: 2 } as const;

test('The keys of a record are given in their order', () => {
  expect(keysOf(SIZES)).toEqual(['small', 'large']);
});

test('Entries are keys with their values, without those that have no value', () => {
  const some = entriesOf<string, number | undefined>({ small: 1, large: undefined });
  expect(some).toEqual([['small', 1]]);
});

test('A record made of keys has a value for each of them', () => {
  expect(recordOf(['small', 'large'], (key) => SIZES[key] * 2)).toEqual({ small: 2, large: 4 });
});

test('A text that every object answers to is no key of a record', () => {
  expect(isKeyOf(SIZES, 'small')).toBe(true);
  expect(isKeyOf(SIZES, 'medium')).toBe(false);
  expect(isKeyOf(SIZES, 'toString')).toBe(false);
});
