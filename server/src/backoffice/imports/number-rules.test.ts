import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markIn, readNumber } from './number-rules.ts';

describe('a number of a file', () => {
  it.each([
    ['1234', '1234'],
    ['0', '0'],
    ['-50', '-50'],
    ['+50', '50'],
    ['12.5', '12.5'],
    ['12,5', '12.5'],
    ['1,234.50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['12,34,567', '1234567'],
    ['1 234', '1234'],
    ['1\u00A0234,5', '1234.5'],
    ['1\u202F234', '1234'],
    ['1’234.5', '1234.5'],
    ["1'234", '1234'],
    ['1_000', '1000'],
    ['0.123', '0.123'],
    ['0,123', '0.123'],
    ['1234,567', '1234.567'],
    ['1234.567', '1234.567'],
    ['1200.0', '1200.0'],
  ])('that can be read one way is read: %s is %s', (text, plain) => {
    expect(readNumber(text, null)).toEqual({ plain });
  });

  it.each(['1,234', '1.234', '-1,234', '12.345', '123,000', '1.000'])(
    'that can be read two ways is asked about: %s',
    (text) => {
      expect(readNumber(text, null)).toBe('ambiguous');
    },
  );

  it.each([
    ['1,234', 'point', '1234'],
    ['1,234', 'comma', '1.234'],
    ['1.234', 'point', '1.234'],
    ['1.234', 'comma', '1234'],
  ] as const)('is read as it is said: %s with a %s is %s', (text, mark, plain) => {
    expect(readNumber(text, mark)).toEqual({ plain });
  });

  it.each([
    '',
    'many',
    '1e3',
    '1,23',
    '12,34.5.6',
    '1.2.3',
    '--1',
    '1,2345,678',
    '５０',
    '0,123,456',
  ])('that is none in one way of writing is none there, and never a guess: %s', (text) => {
    expect(readNumber(text, 'point')).toBeUndefined();
  });

  it('has sixty characters at most', () => {
    const whole = `111${',111'.repeat(13)}`;
    expect(`${whole}.1111`).toHaveLength(60);
    expect(readNumber(`${whole}.1111`, 'point')).toEqual({ plain: `${'111'.repeat(14)}.1111` });
    expect(readNumber(`${whole}.11111`, 'point')).toBeUndefined();
  });

  it('is read to the end only where it may be one', () => {
    expect(readNumber('1'.repeat(60_000), null)).toBeUndefined();
    expect(readNumber('1,111'.repeat(9000), null)).toBeUndefined();
  });

  it.each([
    [['1,234', '12.50'], 'point'],
    [['1,234', '12,50'], 'comma'],
    [['1,234', '1.234.567'], 'comma'],
    [['1,234', '5', '', 'many'], null],
    [['12.50', '12,50'], 'both'],
    [[], null],
  ] as const)('shows with others what stands before decimals: %j is %s', (numbers, mark) => {
    expect(markIn(numbers)).toBe(mark);
  });

  it('written in a language is what it was, or is asked about', () => {
    const marks = {
      en: 'point',
      de: 'comma',
      'en-IN': 'point',
      fr: 'comma',
      'de-CH': 'point',
    } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom(...(Object.keys(marks) as (keyof typeof marks)[])),
        (number, digits, language) => {
          const value = number / 10 ** digits;
          const text = value
            .toLocaleString(language, { minimumFractionDigits: digits })
            .replace('\u2212', '-');
          const plain = (read: ReturnType<typeof readNumber>) =>
            typeof read === 'object' ? Number(read.plain) : read;
          expect(plain(readNumber(text, marks[language]))).toBe(value);
          expect(['ambiguous', value]).toContain(plain(readNumber(text, null)));
        },
      ),
    );
  });
});
