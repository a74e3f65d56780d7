import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, ordersIn, readingsOf, timeOf, wordsDay } from './day-rules.ts';

const MORNING = ((9 * 60 + 30) * 60 + 15) * 1000;

describe('a day that can be read one way only', () => {
  it.each([
    ['2026-11-28', { year: 2026, month: 11, day: 28 }, ''],
    ['2026年2月9日', { year: 2026, month: 2, day: 9 }, ''],
    ['28-Nov-2026', { year: 2026, month: 11, day: 28 }, ''],
    ['28 November 2026, 2:05 PM', { year: 2026, month: 11, day: 28 }, '2:05 PM'],
    ['Saturday, November 28th, 2026', { year: 2026, month: 11, day: 28 }, ''],
    ['Sept 1, 29', { year: 2029, month: 9, day: 1 }, ''],
    ['1 Sep 30', { year: 1930, month: 9, day: 1 }, ''],
    ['28 Nov', { year: null, month: 11, day: 28 }, ''],
  ])('%s', (text, day, time) => {
    expect(wordsDay(text)).toEqual({ day, time });
  });

  it.each(['2026-02-29', '31 April 2026', '1 Foo 2026', '28/11/2026', '', '2026-00-10'])(
    'is not %j',
    (text) => {
      expect(wordsDay(text)).toBeUndefined();
    },
  );
});

describe('a day of three numbers', () => {
  it.each([
    ['28/11/2026', ['dmy']],
    ['11/28/2026', ['mdy']],
    ['05.06.2026', ['dmy', 'mdy']],
    ['05-06-07', ['dmy', 'mdy', 'ymd']],
    ['31/02/2026', []],
    ['2026-11-28', []],
  ])('%s can be %j', (text, orders) => {
    expect(readingsOf(text).map(({ order }) => order)).toEqual(orders);
  });

  it('is read by the one order that all days of its column can have', () => {
    expect(ordersIn(['05/06/2026', '28/11/2026'])).toBe('dmy');
    expect(ordersIn(['05/06/2026', '11/28/2026'])).toBe('mdy');
    expect(ordersIn(['05/06/2026'])).toBeNull();
    expect(ordersIn(['28/11/2026', '11/28/2026'])).toBe('both');
    // A day that there is not says all the same which number is the month.
    expect(ordersIn(['31/02/2026', '05/06/2026'])).toBe('dmy');
  });

  it.each([
    ['01/31/2026', 'mdy'],
    ['31/01/2026', 'dmy'],
    ['12/31/2026', 'mdy'],
    ['31/12/2026', 'dmy'],
    ['13/01/2026', 'dmy'],
    ['01/13/2026', 'mdy'],
    // No month is 0 or 13 and no day 0 or 32: these say nothing.
    ['13/31/2026', null],
    ['00/31/2026', null],
    ['00/12/2026', null],
    ['32/01/2026', null],
    ['01/32/2026', null],
    ['98/12/31', 'ymd'],
    ['98/01/01', 'ymd'],
    ['98/13/01', null],
    ['98/12/32', null],
    ['98/12/00', null],
    // A year that stands first has two digits, and so has the day that then stands last.
    ['9/30/31', 'mdy'],
    ['31/9/2030', 'dmy'],
    ['32/9/2030', null],
  ] as const)('alone shows by its numbers what they can be: %s is %s', (text, order) => {
    expect(ordersIn([text])).toBe(order);
  });

  it('has its year first only where both ends have two digits', () => {
    expect(readingsOf('5/6/07').map(({ order }) => order)).toEqual(['dmy', 'mdy']);
    expect(readingsOf('05/06/2007').map(({ order }) => order)).toEqual(['dmy', 'mdy']);
  });

  it('is among its readings, whatever day it is and however it is written', () => {
    const date = fc.date({
      min: new Date('1930-01-01'),
      max: new Date('2029-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, fc.constantFrom('/', '.', '-'), (at, mark) => {
        const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
        const found = readingsOf([day, month, year].join(mark));
        expect(found).toContainEqual({ order: 'dmy', day: { year, month, day } });
        expect(dayOf(String(year), String(month), String(day))).toEqual({ year, month, day });
      }),
    );
  });
});

describe('a day of the calendar', () => {
  it.each(Array.from({ length: 12 }, (_, i) => i + 1))(
    'is there up to the last of month %i, and not after it',
    (month) => {
      const last = new Date(Date.UTC(2024, month, 0)).getUTCDate();
      expect(dayOf('2024', String(month), String(last))).toEqual({ year: 2024, month, day: last });
      expect(dayOf('2024', String(month), String(last + 1))).toBeUndefined();
      expect(dayOf('2024', String(month), '0')).toBeUndefined();
    },
  );

  it.each([
    ['1900', false],
    ['2000', true],
    ['2020', true],
    ['2024', true],
    ['2025', false],
    ['2100', false],
    ['2400', true],
  ])('of %s may be 29 February: %s', (year, isLeap) => {
    expect(dayOf(year, '2', '29') !== undefined).toBe(isLeap);
  });

  it('may be 29 February where its year is not said', () => {
    expect(dayOf(undefined, '2', '29')).toEqual({ year: null, month: 2, day: 29 });
  });
});

describe('a time of the day', () => {
  it.each([
    ['', 0],
    ['9:30:15', MORNING],
    ['09:30:15 AM', MORNING],
    ['9:30:15 p.m.', MORNING + 43_200_000],
    ['12:00 AM', 0],
    ['12:00 PM', 43_200_000],
    ['23:59:59.5', 86_399_500],
    ['24:00', undefined],
    ['13:00 PM', undefined],
    ['0:30 AM', undefined],
    ['1:00 AM', 3_600_000],
    ['9:59', 35_940_000],
    ['9:60', undefined],
    ['23:59:59.9', 86_399_900],
    ['9:30:60', undefined],
    ['9:30:61', undefined],
    ['soon', undefined],
  ])('%j is %j', (text, milliseconds) => {
    expect(timeOf(text)).toBe(milliseconds);
  });
});
