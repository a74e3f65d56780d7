import { DateTime } from 'luxon';
import { DAY_MS, NEVER_AT } from './clock.ts';

/** Stretches of the calendar, in a time zone. */
export type CalendarPeriod = 'day' | 'week' | 'month' | 'year';

// Asking the time zone tables takes microseconds, and a replay asks millions of times.
// Forgetting everything now and then is cheaper than keeping track of what was asked for last.
const REMEMBERED_MAX = 100_000;
type Remembered = Map<string, Map<string | number, number>>;
const zones = new Map<string, Remembered>();
let rememberedCount = 0;

/** Every offset of every zone is a whole number of these, so each lies within one local day. */
const QUARTER_HOUR_MS = 900_000;

// A view asks for the same day twenty times over.
let lastAsked = { timeZone: '', quarter: 0, day: 0 };

/** The number of the local calendar day an instant lies in, counted from 1970-01-01. */
export const dayOf = (at: number, timeZone: string): number => {
  const quarter = Math.floor(at / QUARTER_HOUR_MS);
  if (lastAsked.quarter === quarter && lastAsked.timeZone === timeZone) return lastAsked.day;
  const day = remember(timeZone, 'quarter', quarter, () => {
    const date = local(quarter * QUARTER_HOUR_MS, timeZone);
    return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS;
  });
  lastAsked = { timeZone, quarter, day };
  return day;
};

/** The first instant of the period an instant lies in. Weeks begin on Monday (ISO 8601). */
export const periodStart = (at: number, period: CalendarPeriod, timeZone: string): number =>
  remember(timeZone, period, dayOf(at, timeZone), () =>
    local(at, timeZone).startOf(period).toMillis(),
  );

const AFTER = { day: 'after day', week: 'after week', month: 'after month', year: 'after year' };

/** The first instant after the period an instant lies in. */
export const periodEnd = (at: number, period: CalendarPeriod, timeZone: string): number =>
  remember(timeZone, AFTER[period], dayOf(at, timeZone), () =>
    // Where midnight is skipped a day begins at one o'clock, and the next one at midnight again.
    local(at, timeZone)
      .startOf(period)
      .plus({ [period]: 1 })
      .startOf(period)
      .toMillis(),
  );

/** The first instant of a local day of that number. */
export const startOfDay = (day: number, timeZone: string): number =>
  remember(timeZone, 'start', day, () => {
    const date = new Date(day * DAY_MS);
    return DateTime.fromObject(
      { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
      { zone: timeZone },
    ).toMillis();
  });

/** The local day so many months after a day; where that month is shorter, its last day. */
export const plusMonths = (day: number, months: number): number =>
  DateTime.fromMillis(day * DAY_MS, { zone: 'utc' })
    .plus({ months })
    .toMillis() / DAY_MS;

/** The last `count` months up to an instant: when each began, and its name, such as `2026-11`. */
export const lastMonths = (
  until: number,
  timeZone: string,
  count: number,
): readonly { readonly startsAt: number; readonly name: string }[] => {
  const month = local(until, timeZone).startOf('month');
  return Array.from({ length: count }, (_, i) => {
    const one = month.minus({ months: count - 1 - i }).startOf('month');
    return { startsAt: one.toMillis(), name: one.toFormat('yyyy-MM') };
  });
};

/** The name of the month an instant lies in, such as `2026-11`. */
export const monthOf = (at: number, timeZone: string): string =>
  local(at, timeZone).toFormat('yyyy-MM');

/** When a month such as `2026-11` begins and ends. */
export const monthBounds = (
  name: string,
  timeZone: string,
): { readonly opensAt: number; readonly closesAt: number } => {
  const month = DateTime.fromISO(name, { zone: timeZone });
  return { opensAt: month.toMillis(), closesAt: month.plus({ months: 1 }).toMillis() };
};

/** The first day of the period of `months` months, counted from `startMonth`, that a day lies in. */
export const monthsPeriodOf = (day: number, months: number, startMonth: number): number => {
  const date = new Date(day * DAY_MS);
  const count = date.getUTCFullYear() * 12 + date.getUTCMonth() - (startMonth - 1);
  const first = Math.floor(count / months) * months + (startMonth - 1);
  return Date.UTC(Math.floor(first / 12), first % 12, 1) / DAY_MS;
};

/** Month and day of an instant, such as `02-29`. */
export const monthDayOf = (at: number, timeZone: string): string =>
  new Date(dayOf(at, timeZone) * DAY_MS).toISOString().slice(5, 10);

/** The first instant of a day of the calendar in a year. */
export const startOfMonthDay = (monthDay: string, year: number, timeZone: string): number =>
  remember(timeZone, 'date', `${year}-${monthDay}`, () => {
    const [month, day] = monthDay.split('-').map(Number);
    return DateTime.fromObject({ year, month, day }, { zone: timeZone }).toMillis();
  });

/** The year of an instant. */
export const yearOf = (at: number, timeZone: string): number =>
  new Date(dayOf(at, timeZone) * DAY_MS).getUTCFullYear();

const LEAP_DAY = '02-29';

/** Whether a day of the calendar falls on another this year: 29 February on the 28th. */
export const anniversaryIn = (monthDay: string, year: number): string =>
  monthDay === LEAP_DAY && !DateTime.local(year).isInLeapYear ? '02-28' : monthDay;

/** The days of the calendar that are celebrated on the local day of an instant: on 28 February often two. */
export const celebratedOn = (at: number, timeZone: string): readonly string[] => {
  const today = monthDayOf(at, timeZone);
  const year = yearOf(at, timeZone);
  return [...new Set([today, LEAP_DAY])].filter((day) => anniversaryIn(day, year) === today);
};

/** The end of the first of some days of the calendar that is not before an instant. */
export const endOfNext = (monthDays: readonly string[], from: number, timeZone: string): number => {
  const year = yearOf(from, timeZone);
  let next = NEVER_AT;
  for (const candidate of [year, year + 1])
    for (const monthDay of monthDays) {
      const [month, day] = anniversaryIn(monthDay, candidate).split('-').map(Number);
      const end = DateTime.fromObject({ year: candidate, month, day }, { zone: timeZone })
        .plus({ days: 1 })
        .startOf('day')
        .toMillis();
      if (end > from && end < next) next = end;
    }
  return next;
};

/** The hour of the day, 0 to 23. */
export const hourOf = (at: number, timeZone: string): number => local(at, timeZone).hour;

function remember(
  timeZone: string,
  what: string,
  key: string | number,
  work: () => number,
): number {
  const known = tableOf(timeZone, what).get(key);
  if (known !== undefined) return known;
  const value = work();
  if (rememberedCount >= REMEMBERED_MAX) {
    zones.clear();
    rememberedCount = 0;
  }
  tableOf(timeZone, what).set(key, value);
  rememberedCount += 1;
  return value;
}

function local(at: number, timeZone: string): DateTime {
  return DateTime.fromMillis(at, { zone: timeZone });
}

function tableOf(timeZone: string, what: string): Map<string | number, number> {
  let zone = zones.get(timeZone);
  if (zone === undefined) zones.set(timeZone, (zone = new Map()));
  let table = zone.get(what);
  if (table === undefined) zone.set(what, (table = new Map()));
  return table;
}
