import { WEEKDAYS, type CaseSettings } from '@okaeri/shared/case-settings';
import { type CaseSeverity } from '@okaeri/shared/cases';
import { dayOf } from '../../platform/lib/calendar.ts';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { instantAt } from '../../platform/lib/local-time-rules.ts';

/** When somebody of the shop is there. */
export interface OpenTimes extends Pick<CaseSettings, 'openingHours' | 'holidays'> {
  readonly timeZone: string;
}

const DUE_AFTER_MS: Readonly<Record<CaseSeverity, number>> = {
  high: 4 * HOUR_MS,
  normal: 24 * HOUR_MS,
};

/** By when a case must be looked after that was opened at a time (E45). */
export const dueAfter = (openedAt: number, severity: CaseSeverity, times: OpenTimes): number =>
  plusWorking(openedAt, DUE_AFTER_MS[severity], times);

/**
 * The instant at which so much working time has gone by since another. What ends with the hours of a day ends then,
 * and not when the next ones begin.
 */
export const plusWorking = (from: number, ms: number, times: OpenTimes): number => {
  if (ms <= 0) return from;
  if (isAlwaysOpen(times)) return from + ms;
  let left = ms;
  for (let day = dayOf(from, times.timeZone); ; day += 1)
    for (const { opensAt, closesAt } of timesOf(day, times)) {
      const start = Math.max(opensAt, from);
      const length = Math.max(0, closesAt - start);
      if (left <= length) return start + left;
      left -= length;
    }
};

/** How much working time lies between two instants. */
export const workingBetween = (from: number, to: number, times: OpenTimes): number => {
  if (to <= from) return 0;
  if (isAlwaysOpen(times)) return to - from;
  const last = dayOf(to, times.timeZone);
  let sum = 0;
  for (let day = dayOf(from, times.timeZone); day <= last; day += 1)
    for (const { opensAt, closesAt } of timesOf(day, times))
      sum += Math.max(0, Math.min(closesAt, to) - Math.max(opensAt, from));
  return sum;
};

/** A shop that has said no hours is there at every hour. */
function isAlwaysOpen({ openingHours }: OpenTimes): boolean {
  return WEEKDAYS.every((weekday) => openingHours[weekday].length === 0);
}

/** When the shop is open on a local day, as time that goes by: an hour that a clock skips is none. */
function timesOf(
  day: number,
  { openingHours, holidays, timeZone }: OpenTimes,
): { opensAt: number; closesAt: number }[] {
  if (holidays.includes(new Date(day * DAY_MS).toISOString().slice(0, 10))) return [];
  // 1970-01-01 was a Thursday.
  const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 'mon';
  return openingHours[weekday].map(({ from, to }) => ({
    opensAt: instantAt(day, minutesOf(from), timeZone),
    closesAt: instantAt(day, minutesOf(to), timeZone),
  }));
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
