import { describe, expect, it } from 'vitest';
import { birthdayStyleIn, readBirthday } from './birthday-rules.ts';

const on = (monthDay: string) => ({ monthDay });

describe('a birthday that can be read one way only', () => {
  it.each([
    // As it is kept here, and as vCard has it.
    ['02-29', '02-29'],
    ['2-9', '02-09'],
    ['--02-28', '02-28'],
    ['--2-8', '02-08'],
    ['01-01', '01-01'],
    ['12-31', '12-31'],
    ['2月28日', '02-28'],
    ['12月1', '12-01'],
    ['1990-02-28', '02-28'],
    ['1990/2/28', '02-28'],
    ['1990年2月28日', '02-28'],
    // A leap day of a leap year, and a day without a year.
    ['2000-02-29', '02-29'],
    ['1990-02-28T23:59:59+09:00', '02-28'],
    ['1990-02-28T', '02-28'],
    ['1990-02-28 23:59', '02-28'],
    ['28-Feb-1990', '02-28'],
    ['28 February', '02-28'],
    ['February 28', '02-28'],
    ['Feb 28, 1990', '02-28'],
    ['28.02.1990', '02-28'],
    ['2/28/90', '02-28'],
    ['28/2', '02-28'],
    ['2/28', '02-28'],
    ['28.2.', '02-28'],
    // The same day, whichever number is the month.
    ['5/5', '05-05'],
    ['05/05/1990', '05-05'],
  ])('"%s" is %s', (text, monthDay) => {
    for (const style of [null, 'serial'] as const)
      expect(readBirthday(text, style)).toEqual(on(monthDay));
  });
});

it.each([
  '',
  'soon',
  '0-1',
  '1-0',
  '13-01',
  '01-32',
  '02-30',
  '04-31',
  '13月1日',
  '1990-02-29',
  '1990-13-01',
  '1990-02-30T00:00:00Z',
  '30.02.1990',
  '13/13',
  '0/1',
  '32/1',
  '1/2/3/4',
  '100-1',
  '--1-100',
  '30 February',
  '32873',
])('the birthday "%s" is none', (text) => {
  expect(readBirthday(text, null)).toBeUndefined();
});

describe('a birthday that could be two days', () => {
  it.each([
    ['3/4', '04-03', '03-04'],
    ['3.4.', '04-03', '03-04'],
    ['03/04/1990', '04-03', '03-04'],
    ['12-11-1990', '11-12', '12-11'],
  ])('"%s" is %s by the day first, %s by the month first, and neither unsaid', (...row) => {
    const [text, dayFirst, monthFirst] = row;
    expect(readBirthday(text, 'dmy')).toEqual(on(dayFirst));
    expect(readBirthday(text, 'mdy')).toEqual(on(monthFirst));
    expect(readBirthday(text, null)).toBe('ambiguous');
    expect(readBirthday(text, 'serial')).toBe('ambiguous');
  });

  it('is none by an order that it cannot have', () => {
    expect(readBirthday('2/28', 'dmy')).toBeUndefined();
    expect(readBirthday('28.02.1990', 'mdy')).toBeUndefined();
    expect(readBirthday('3/4', 'ymd')).toBeUndefined();
  });

  it('with a year of two digits in front is read by that order alone', () => {
    expect(readBirthday('90/02/28', 'ymd')).toEqual(on('02-28'));
    expect(readBirthday('01/02/03', null)).toBe('ambiguous');
    expect(readBirthday('01/02/03', 'ymd')).toEqual(on('02-03'));
  });
});

describe('a birthday as a number of days', () => {
  it.each([
    ['20000', '10-03'],
    ['25569', '01-01'],
    ['32932', '02-28'],
    // With a time of the day behind the point.
    ['32932.99', '02-28'],
    ['79999', '01-10'],
  ])('%s is %s where the file counts days', (text, monthDay) => {
    expect(readBirthday(text, 'serial')).toEqual(on(monthDay));
    expect(readBirthday(text, null)).toBeUndefined();
    expect(readBirthday(text, 'dmy')).toBeUndefined();
  });

  it.each(['19999', '80000', '1990'])('%s is none, as no file counts so', (text) => {
    expect(readBirthday(text, 'serial')).toBeUndefined();
  });
});

describe('how the birthdays of a file are written', () => {
  it.each([
    ['nothing', [], null],
    ['empty fields', ['', ''], null],
    ['days that any order fits', ['3/4', '05/06/1990'], null],
    ['days that need no order', ['02-28', '28 February'], null],
    ['a day above twelve in front', ['3/4', '', '28/2'], 'dmy'],
    ['a day above twelve behind', ['3/4', '2/28/1990'], 'mdy'],
    ['a year of two digits in front', ['90/02/28'], 'ymd'],
    ['days that do not agree', ['28/2', '2/28'], null],
    ['a number of days', ['32932'], 'serial'],
    ['numbers of days', ['32932', '', '25569'], 'serial'],
    ['numbers of days and another', ['32932', '28/2'], 'dmy'],
    ['numbers that are no days', ['1990'], null],
  ])('shows by %s (%j): %s', (_what, birthdays, style) => {
    expect(birthdayStyleIn(birthdays)).toBe(style);
  });
});
