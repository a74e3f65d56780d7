import { z } from 'zod';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';

/* What may be asked of the figures of the loyalty loop: `GET /v1/insights/cohorts` and its neighbours. */

/** The local day of the programme’s zone up to which is counted; today, where none is named. */
export const figureQuery = z.strictObject({ asOf: z.iso.date().optional() });

const wholeUpTo = (maximum: number) => z.coerce.number().int().min(1).max(maximum);

export const cohortsQuery = figureQuery.extend({
  months: wholeUpTo(LIMITS.cohortMonthsMax).default(12),
});

const horizonWeeks = wholeUpTo(LIMITS.forecastWeeksMax).default(26);

export const shopperForecastQuery = figureQuery.extend({ horizonWeeks });

export const forecastQuery = figureQuery.extend({
  horizonWeeks,
  includeFreeOrders: z.enum(['true', 'false']).default('false'),
});

/** A quarter, such as `2026Q4`. */
export const periodQuery = figureQuery.extend({
  period: z
    .string()
    .regex(/^\d{4}Q[1-4]$/, 'must be a quarter such as "2026Q4"')
    .optional(),
});

/** How many finished days are compared with as many before them. */
const CHANGE_DAYS = ['28', '90', '365'] as const;

export const changesQuery = figureQuery.extend({ days: z.enum(CHANGE_DAYS).default('28') });

/** A month such as `2026-10`, or a week of ISO 8601 such as `2026-W45`. */
export const reportQuery = figureQuery.extend({
  period: z
    .string()
    .regex(
      /^\d{4}-(0[1-9]|1[0-2]|W(0[1-9]|[1-4]\d|5[0-3]))$/,
      'must be a month such as "2026-10" or a week such as "2026-W45"',
    )
    .refine(isInCalendar, faulty('notValid', 'must be a week that its year has'))
    .optional(),
});

/** Of ISO 8601 a year has 53 weeks if it begins, or ends, with a Thursday. */
function isInCalendar(period: string): boolean {
  const year = Number(period.slice(0, 4));
  const weekdayOf = (date: string): number => new Date(`${year}-${date}T00:00:00Z`).getUTCDay();
  const THURSDAY = 4;
  return !period.endsWith('W53') || [weekdayOf('01-01'), weekdayOf('12-31')].includes(THURSDAY);
}

export const alertsQuery = z.strictObject({ state: z.enum(['open', 'closed']).default('open') });
