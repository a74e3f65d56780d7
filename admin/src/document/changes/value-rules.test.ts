import { describe, expect, it } from 'vitest';
import { changes } from '../../i18n/changes/en.ts';
import { changes as japanese } from '../../i18n/changes/ja.ts';
import type { Side } from './reading.ts';
import {
  amountsText,
  daysText,
  givenText,
  moneyText,
  monthDayText,
  numberText,
  pointsText,
  timeText,
  wordsIn,
} from './value-rules.ts';

// Of a side only what these rules read.
const ENGLISH = { changes, language: 'en', currency: 'USD', timeZone: 'Asia/Tokyo' } as Side;
const JAPANESE = { ...ENGLISH, changes: japanese, language: 'ja', currency: 'JPY' } as Side;

describe('a value of the program, in words', () => {
  it.each([
    ['a number with its thousands', numberText(12_345.5, ENGLISH), '12,345.5'],
    ['what is typed and no number yet, as it is', numberText('12a', ENGLISH), '12a'],
    ['one point', pointsText(1, ENGLISH), '1 point'],
    ['many points', pointsText(1500, ENGLISH), '1,500 points'],
    ['no point', pointsText(0, ENGLISH), '0 points'],
    ['points in Japanese', pointsText(1500, JAPANESE), '1,500ポイント'],
    ['one day', daysText(1, ENGLISH), '1 day'],
    ['money of the shop', moneyText(1050, ENGLISH), '$10.50'],
    ['money without minor units', moneyText(1050, JAPANESE), '1,050円'],
    ['money of no currency, as it is', moneyText(1050, ENGLISH, 'x'), '1050'],
    ['amounts of two currencies', amountsText({ USD: 100, EUR: 200 }, ENGLISH), '$1 and €2'],
    ['a day of the year', monthDayText('03-31', ENGLISH), 'March 31'],
    ['29 February', monthDayText('02-29', ENGLISH), 'February 29'],
    ['no day of the year, as it is', monthDayText('13-77', ENGLISH), '13-77'],
    ['no time', timeText(null, ENGLISH), 'no date'],
    ['points for nothing given', givenText({}, ENGLISH), '0 points'],
  ])('is said of %s', (_, said, expected) => {
    expect(said).toBe(expected);
  });

  it('is a time on a clock of the program, not of the reader', () => {
    expect(timeText('2026-11-30T15:00:00Z', ENGLISH)).toMatch(/^Dec 1, 2026.*12:00/);
  });

  it('is a rate for each currency, and for full amounts where it is so', () => {
    const per = { USD: { amountMinor: 100, points: 5, wholeSteps: true } } as const;
    expect(givenText({ per }, ENGLISH)).toBe('5 points per full $1');
  });

  it('is in the reader’s language, else in English, else in whichever there is', () => {
    expect(wordsIn({ en: 'Mug', ja: 'マグ' }, { language: 'ja' })).toBe('マグ');
    expect(wordsIn({ en: 'Mug', de: 'Becher' }, { language: 'ja' })).toBe('Mug');
    expect(wordsIn({ de: 'Becher' }, { language: 'ja' })).toBe('Becher');
    expect(wordsIn(undefined, { language: 'ja' })).toBe('');
  });
});
