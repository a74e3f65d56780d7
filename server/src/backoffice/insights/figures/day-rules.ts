import { DAY_MS } from '../../../platform/lib/clock.ts';

const YEAR_MONTHS = 12;

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
  Date.UTC(Math.floor(month / YEAR_MONTHS), month % YEAR_MONTHS) / DAY_MS;

/** The name of a month, such as `2026-04`. */
export const monthName = (month: number): string => dateOf(firstDayOf(month)).slice(0, 7);
