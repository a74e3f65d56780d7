import { describe, expect, it } from 'vitest';
import { CODE_LENGTH, codeDigest, formatCode } from './code-rules.ts';

it('a code has twelve characters of five random bits, sixty in all', () => {
  expect(CODE_LENGTH * 5).toBe(60);
});

it('a code is read in groups of four', () => {
  expect(formatCode('7F3K9XQ2M4TB')).toBe('OK-7F3K-9XQ2-M4TB');
});

describe('what a code is looked up by', () => {
  const digest = codeDigest('shop', 'OK-7F3K-9X10-M4TB');

  it.each([
    ['in small letters', 'ok-7f3k-9x10-m4tb'],
    ['without dashes', 'OK7F3K9X10M4TB'],
    ['without its beginning', '7F3K-9X10-M4TB'],
    ['between blanks', '  OK 7F3K 9X10 M4TB\n'],
    ['with an O for a zero', 'OK-7F3K-9X1O-M4TB'],
    ['with an I for a one', 'OK-7F3K-9XI0-M4TB'],
    ['with an L for a one', 'OK-7F3K-9Xl0-M4TB'],
  ])('is the same where it is typed %s', (_, typed) => {
    expect(codeDigest('shop', typed)).toBe(digest);
  });

  it.each([
    ['of another code', 'shop', 'OK-7F3K-9X10-M4TC'],
    ['of a code that is cut', 'shop', 'OK-7F3K-9X10-M4T'],
    ['in another shop', 'other', 'OK-7F3K-9X10-M4TB'],
    ['of nothing', 'shop', ''],
  ])('is another %s', (_, shopId, typed) => {
    expect(codeDigest(shopId, typed)).not.toBe(digest);
  });

  it('shows nothing of the code', () => {
    expect(digest).not.toContain('7F3K');
    expect(digest).toHaveLength(43);
  });
});
