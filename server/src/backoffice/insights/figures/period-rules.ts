import { DateTime } from 'luxon';
import { instantAt } from '../../../platform/lib/local-time-rules.ts';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import type { Span } from './change-rules.ts';

/** How often a report is made. */
export type Every = 'week' | 'month';

/** At eight in the morning (E84). */
const SENT_AT_MINUTES = 8 * 60;

/** A week or a month, and when its report is due. */
export interface Period extends Span {
  /** `2026-10`, or of ISO 8601 `2026-W45`. */
  readonly name: string;
  readonly every: Every;
}

/** The period a local day lies in. */
export const periodOf = (day: number, every: Every): Period => {
  const date = DateTime.fromMillis(day * DAY_MS, { zone: 'utc' });
  const first = date.startOf(every);
  return {
    name: first.toFormat(every === 'week' ? "kkkk-'W'WW" : 'yyyy-MM'),
    every,
    from: first.toMillis() / DAY_MS,
    until: first.plus({ [every]: 1 }).toMillis() / DAY_MS - 1,
  };
};

/** The one before a period. */
export const periodBefore = ({ from, every }: Period): Period => periodOf(from - 1, every);

/** The period of a name; undefined where the calendar has none of it, such as a week 53 of a year with 52. */
export const periodNamed = (name: string): Period | undefined => {
  const every = name.includes('W') ? 'week' : 'month';
  const first = DateTime.fromISO(every === 'week' ? `${name}-1` : `${name}-01`, { zone: 'utc' });
  if (!first.isValid) return undefined;
  const period = periodOf(first.toMillis() / DAY_MS, every);
  return period.name === name ? period : undefined;
};

/** When the report of a period is sent: on the day after it, in the programme's zone. */
export const dueAtOf = ({ until }: Period, timeZone: string): number =>
  instantAt(until + 1, SENT_AT_MINUTES, timeZone);

/** The latest period whose report is due, and when that of the next one is: by then it is too late for this one. */
export const periodDue = (
  now: number,
  { today, every, timeZone }: { today: number; every: Every; timeZone: string },
): { readonly period: Period; readonly dueAt: number; readonly nextDueAt: number } => {
  const running = periodOf(today, every);
  const last = periodBefore(running);
  // On the first day of a period, before eight, the last one's is not due yet.
  const period = now >= dueAtOf(last, timeZone) ? last : periodBefore(last);
  const next = periodOf(period.until + 1, every);
  return { period, dueAt: dueAtOf(period, timeZone), nextDueAt: dueAtOf(next, timeZone) };
};
