import type { DateOrder } from '@okaeri/shared/imports';

/** How days are written: `serial` counts them, as Excel does. */
export type DateStyle = DateOrder | 'serial';

/** A day of the calendar; the year may not be said. */
export interface Day {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const TIME = String.raw`(?:[ T,]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:[AaPp]\.?[Mm]\.?)?))?`;
const NUMBERS = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})${TIME}$`);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?${TIME}$`);
// `29-Jun-2022`, `29 June 2022, 2:05 PM`; `June 29, 2022`, with or without the day of the week.
const DAY_AND_WORD = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-. ]+([a-z]{3,9})\.?(?:[-., ]+(\d{4}|\d{2}))?${TIME}$`,
  'i',
);
const WORD_AND_DAY = new RegExp(
  String.raw`^([a-z]{3,9})\.?[- ](\d{1,2})(?:st|nd|rd|th)?(?:[-, ]+(\d{4}|\d{2}))?${TIME}$`,
  'i',
);
const WEEKDAY = /^(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?,? +/i;

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Years of two digits up to this one are of this century, as Excel has it until 2029. */
const THIS_CENTURY_MAX = 29;

/** The three numbers of a day that does not begin with a year of four digits, and the time beside it. */
export const partsOf = (
  text: string,
): { readonly numbers: readonly string[]; readonly time: string } | undefined => {
  const [, first, second = '', third = '', time = ''] = NUMBERS.exec(text.trim()) ?? [];
  return first === undefined ? undefined : { numbers: [first, second, third], time };
};

/** Every day that three numbers can be. */
export const readingsOf = (
  text: string,
): readonly { readonly order: DateOrder; readonly day: Day }[] => {
  const [first = '', second = '', third = ''] = partsOf(text)?.numbers ?? [];
  if (third === '') return [];
  const asked = [
    ['dmy', dayOf(third, second, first)],
    ['mdy', dayOf(third, first, second)],
    ...(third.length === 2 && first.length === 2
      ? [['ymd', dayOf(first, second, third)] as const]
      : []),
  ] as const;
  return asked.flatMap(([order, day]) => (day === undefined ? [] : [{ order, day }]));
};

/** Which number is the day, where the days show it together: the one order that all of them can have. */
export const ordersIn = (days: readonly string[]): DateOrder | 'both' | null =>
  commonOrder(days.map((text) => ordersOf(partsOf(text)?.numbers ?? [])));

/** The one order that all of some days can have; those that have none say nothing. */
export const commonOrder = (
  possible: readonly (readonly DateOrder[])[],
): DateOrder | 'both' | null => {
  let common: readonly DateOrder[] | null = null;
  for (const orders of possible) {
    if (orders.length === 0) continue;
    common = common === null ? orders : common.filter((order) => orders.includes(order));
    if (common.length === 0) return 'both';
  }
  return common?.length === 1 ? (common[0] ?? null) : null;
};

/** A day whose month is a word, or whose year stands first: one that can be read one way only. */
export const wordsDay = (
  text: string,
): { readonly day: Day; readonly time: string } | undefined => {
  const clean = text.trim().replace(WEEKDAY, '');
  const [, year, monthOf, dayFirst, at = ''] = YEAR_FIRST.exec(clean) ?? [];
  if (year !== undefined) return withTime(dayOf(year, monthOf ?? '', dayFirst ?? ''), at);
  const [, day, word, yearOf, time = ''] = DAY_AND_WORD.exec(clean) ?? [];
  if (word !== undefined) return withTime(dayOf(yearOf, monthOfWord(word), day ?? ''), time);
  const [, name = '', dayOfMonth, yearLast, late = ''] = WORD_AND_DAY.exec(clean) ?? [];
  return withTime(dayOf(yearLast, monthOfWord(name), dayOfMonth ?? ''), late);
};

/** A time of the day in milliseconds, `2:05 PM` or `14:05:09`; undefined where it is none. */
export const timeOf = (text: string): number | undefined => {
  if (text === '') return 0;
  const [, hours, minutes = '', seconds = '0', half] =
    /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s?([AaPp])?/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (minute > 59 || second >= 60) return undefined;
  if (half === undefined) return hour > 23 ? undefined : millisecondsOf(hour, minute, second);
  if (hour < 1 || hour > 12) return undefined;
  return millisecondsOf((hour % 12) + (/p/i.test(half) ? 12 : 0), minute, second);
};

/** A day of the calendar, where there is such a one. */
export const dayOf = (year: string | undefined, month: string, day: string): Day | undefined => {
  const found = { year: yearOf(year), month: Number(month), day: Number(day) };
  if (!(found.day >= 1 && found.day <= (LENGTHS[found.month - 1] ?? 0))) return undefined;
  const isLeapDay = found.month === 2 && found.day === 29;
  return isLeapDay && found.year !== null && !isLeapYear(found.year) ? undefined : found;
};

/** Which orders some numbers can have: a month is 12 at most, whether or not there is such a day. */
function ordersOf([first = '', second = '', third = '']: readonly string[]): DateOrder[] {
  const isMonth = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12;
  const isDay = (text: string): boolean => Number(text) >= 1 && Number(text) <= 31;
  return [
    ...(isDay(first) && isMonth(second) ? (['dmy'] as const) : []),
    ...(isMonth(first) && isDay(second) ? (['mdy'] as const) : []),
    ...(first.length === 2 && third.length === 2 && isMonth(second) && isDay(third)
      ? (['ymd'] as const)
      : []),
  ];
}

function withTime(day: Day | undefined, time: string): { day: Day; time: string } | undefined {
  return day === undefined ? undefined : { day, time };
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const year = Number(text);
  if (text.length === 4) return year;
  return year <= THIS_CENTURY_MAX ? 2000 + year : 1900 + year;
}

function monthOfWord(word: string): string {
  const small = word.toLowerCase();
  // `Sept` is written, too.
  return String(MONTHS.findIndex((month) => month.startsWith(small)) + 1);
}

function millisecondsOf(hour: number, minute: number, second: number): number {
  return Math.trunc(((hour * 60 + minute) * 60 + second) * 1000);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
