import { DAY_MS } from '../../../platform/lib/clock.ts';

const YEAR_MONTHS = 12;

/** Before it nobody bought anything from a shop that has figures. */
export const FIRST_DATE = '1970-01-01';

/** The day of a date such as `2026-04-30`, counted from 1970-01-01. */
export const dayOfDate = (date: string): number => Date.parse(date) / DAY_MS;

/** The date of a day, such as `2026-04-30`. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The month a day lies in, counted from January of the year 0. */
export const monthOfDay = (day: number): number => {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * YEAR_MONTHS + date.getUTCMonth();
};

/** The first day of a month. */
export const firstDayOf = (month: number): number =>
  // Not by `Date.UTC`, which takes the years 0 to 99 for those of the last century.
  new Date(0).setUTCFullYear(Math.floor(month / YEAR_MONTHS), month % YEAR_MONTHS, 1) / DAY_MS;

/** The name of a month, such as `2026-04`. */
export const monthName = (month: number): string => dateOf(firstDayOf(month)).slice(0, 7);

const QUARTER_MONTHS = 3;

/** The first and the last day of a quarter such as `2026Q4`. */
export const quarterDays = (name: string): { readonly first: number; readonly last: number } => {
  const month =
    Number(name.slice(0, 4)) * YEAR_MONTHS + (Number(name.slice(5)) - 1) * QUARTER_MONTHS;
  return { first: firstDayOf(month), last: firstDayOf(month + QUARTER_MONTHS) - 1 };
};

/** The quarter a day lies in. */
export const quarterOf = (day: number): string => quarterAt(monthOfDay(day));

/** Quarters from one to another, both of them. */
export const quartersBetween = (from: string, until: string): readonly string[] => {
  const quarters: string[] = [];
  for (let name = from; name <= until; name = quarterOf(quarterDays(name).last + 1))
    quarters.push(name);
  return quarters;
};

/** The latest quarter that was over so many days before a day. */
export const quarterBefore = (day: number, days: number): string =>
  quarterAt(monthOfDay(day - days) - QUARTER_MONTHS);

function quarterAt(month: number): string {
  const quarter = Math.floor((month % YEAR_MONTHS) / QUARTER_MONTHS) + 1;
  return `${Math.floor(month / YEAR_MONTHS)}Q${quarter}`;
}
