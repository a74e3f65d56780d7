import { describe, expect, it } from 'vitest';
import { birthdayStyleIn, readBirthday } from './birthday-rules.ts';
import { readDate, serialOf, styleIn } from './date-rules.ts';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const day = (text: string, style: Parameters<typeof readDate>[1] = null): string => {
  const read = readDate(text, style, NOW);
  return 'at' in read ? new Date(read.at).toISOString().replace('.000Z', 'Z') : read.fault;
};

describe('a date of a file', () => {
  it.each([
    // As Excel writes them.
    ['29-Jun-2022', '2022-06-29T00:00:00Z'],
    ['29-Jun-22', '2022-06-29T00:00:00Z'],
    ['6/23/24', '2024-06-23T00:00:00Z'],
    ['6/23/2024 2:05 PM', '2024-06-23T14:05:00Z'],
    ['6/23/2024 12:05 AM', '2024-06-23T00:05:00Z'],
    ['6/23/2024 12:05:09 p.m.', '2024-06-23T12:05:09Z'],
    ['23.06.2024 14:05', '2024-06-23T14:05:00Z'],
    ['2024/6/23 14:05', '2024-06-23T14:05:00Z'],
    ['2024年6月23日', '2024-06-23T00:00:00Z'],
    ['Wednesday, June 29, 2022', '2022-06-29T00:00:00Z'],
    ['June 29, 2022 2:05 PM', '2022-06-29T14:05:00Z'],
    ['29 Sept 2022', '2022-09-29T00:00:00Z'],
    ['1st March 2024', '2024-03-01T00:00:00Z'],
    ['98/06/23', '1998-06-23T00:00:00Z'],
    ['5/5/2024', '2024-05-05T00:00:00Z'],
    // As tools print them.
    ['2024-06-23', '2024-06-23T00:00:00Z'],
    ['2024-06-23T10:00:00+02:00', '2024-06-23T08:00:00Z'],
    ['2024-06-23 10:00:00 UTC', '2024-06-23T10:00:00Z'],
    ['2024-06-23 10:00:00 +0200', '2024-06-23T08:00:00Z'],
    ['2024-06-23 10:00', '2024-06-23T10:00:00Z'],
    ['Jun 23, 2024', '2024-06-23T00:00:00Z'],
    ['23 June 2024', '2024-06-23T00:00:00Z'],
  ])('is read: %s', (text, at) => {
    expect(day(text)).toBe(at);
  });

  it.each(['5/6/2024', '05.06.2024', '5/6/24', '22/06/11', '5/6/2024 2:05 PM'])(
    'that could be two days is asked about: %s',
    (text) => {
      expect(day(text)).toBe('dateAmbiguous');
    },
  );

  it.each([
    ['5/6/2024', 'dmy', '2024-06-05T00:00:00Z'],
    ['5/6/2024', 'mdy', '2024-05-06T00:00:00Z'],
    ['22/06/11', 'ymd', '2022-06-11T00:00:00Z'],
    ['22/06/11', 'dmy', '2011-06-22T00:00:00Z'],
    ['45466', 'serial', '2024-06-23T00:00:00Z'],
    ['45466.5868', 'serial', '2024-06-23T14:05:00Z'],
  ] as const)('is read as it is said: %s, %s', (text, style, at) => {
    expect(day(text, style).slice(0, 16)).toBe(at.slice(0, 16));
  });

  it.each([
    '',
    'yesterday',
    '45466',
    '1719100000',
    '30/02/2024',
    '13/13/2024',
    '29-Foo-2022',
    '29-Feb-2023',
    '6/23/2024 25:00',
    '6/23/2024 13:05 PM',
    '2024-02-30',
    'x'.repeat(60_000),
  ])('that is none is said to be none (%#)', (text) => {
    expect(day(text)).toBe('dateInvalid');
  });

  it('of tomorrow’s tomorrow is none yet, and tomorrow’s is one', () => {
    expect(day('24-Nov-2026')).toBe('dateInFuture');
    expect(day('23-Nov-2026')).toBe('2026-11-23T00:00:00Z');
    expect(day('2026-11-23 00:00:01')).toBe('dateInFuture');
  });

  it('may have so many characters and not one more', () => {
    const padded = (length: number): string =>
      `1${' '.repeat(length - '1June 2024'.length)}June 2024`;
    expect(day(padded(100))).toBe('2024-06-01T00:00:00Z');
    expect(day(padded(101))).toBe('dateInvalid');
  });

  it('without its year is none', () => {
    expect(day('28 Nov')).toBe('dateInvalid');
  });

  it.each([
    ['19999', undefined],
    ['20000', 20_000],
    ['79999', 79_999],
    ['80000', undefined],
  ])('may be a number of days from 1954 to 2119: %s is %s', (text, serial) => {
    expect(serialOf(text)).toBe(serial);
  });

  it('shows alone that it is a number of days', () => {
    expect(styleIn(['45466'])).toBe('serial');
  });

  it.each([
    [['5/6/2024', '13/6/2024'], 'dmy'],
    [['5/6/2024', '6/13/2024'], 'mdy'],
    [['05/06/24', '98/12/13'], 'ymd'],
    [['5/6/2024', '7/8/2024'], null],
    [['13/6/2024', '6/13/2024'], 'both'],
    [['45466', '', '45467.25'], 'serial'],
    [['45466', '2024-06-23'], null],
    [['2024', '2025'], null],
    [[], null],
  ] as const)('shows with others how they are written: %j is %s', (dates, style) => {
    expect(styleIn(dates)).toBe(style);
  });
});

describe('a birthday of a file', () => {
  it.each([
    ['1990-02-28', '02-28'],
    ['1990/2/28', '02-28'],
    ['1990-02-28T00:00:00Z', '02-28'],
    ['02-29', '02-29'],
    ['--02-29', '02-29'],
    ['2月28日', '02-28'],
    ['1990年2月28日', '02-28'],
    ['02/28/1990', '02-28'],
    ['28.02.1990', '02-28'],
    ['28/02/90', '02-28'],
    ['28.2.', '02-28'],
    ['2/28', '02-28'],
    ['28-Feb-1990', '02-28'],
    ['28 February', '02-28'],
    ['February 28, 1990', '02-28'],
    ['3/3/1990', '03-03'],
    ['29.02.1992', '02-29'],
  ])('is read: %s', (text, monthDay) => {
    expect(readBirthday(text, null)).toEqual({ monthDay });
  });

  it.each(['03/04/1990', '3.4.90', '3/4'])('that could be two days is asked about: %s', (text) => {
    expect(readBirthday(text, null)).toBe('ambiguous');
    expect(readBirthday(text, 'dmy')).toEqual({ monthDay: '04-03' });
    expect(readBirthday(text, 'mdy')).toEqual({ monthDay: '03-04' });
  });

  it.each(['n/a', '1990', '02-30', '31.02.1990', '29.02.1991', '1990-13-01', '32930'])(
    'that is none is none: %s',
    (text) => {
      expect(readBirthday(text, null)).toBeUndefined();
    },
  );

  it.each([
    [['03/04/1990', '28/02/1990'], 'dmy'],
    [['03/04', '2/28/1990'], 'mdy'],
    [['32932', '33000'], 'serial'],
    [['03/04/1990'], null],
    [['28/02/1990', '02/28/1990'], null],
  ] as const)('shows with others how they are written: %j is %s', (birthdays, style) => {
    expect(birthdayStyleIn(birthdays)).toBe(style);
  });

  it('counted in days, where all of them are, is the day it counts to', () => {
    expect(readBirthday('32932', 'serial')).toEqual({ monthDay: '02-28' });
  });
});
