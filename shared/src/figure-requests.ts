import { z } from 'zod';
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
