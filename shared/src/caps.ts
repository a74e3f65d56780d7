import { z } from 'zod';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { days } from './values.ts';

/** The stretch of time a cap counts over; calendar stretches are the programme's own. */
const capPeriod = z.enum(['day', 'week', 'month', 'year', 'lifetime', 'rolling']);

/**
 * How often something may happen, how many points it may give, or both, within a
 * period. `rolling` counts the last `days` days, today included.
 */
export const cap = z
  .strictObject({
    count: z.int().min(1).max(LIMITS.capCountMax).optional(),
    points: z.int().min(1).max(LIMITS.pointsMax).optional(),
    every: capPeriod,
    days: days.min(1).max(LIMITS.rollingDaysMax).optional(),
  })
  .refine(({ count, points }) => count !== undefined || points !== undefined, {
    ...faulty('noLimit', 'must limit the count, the points, or both'),
  })
  .refine(({ every, days: rolling }) => (every === 'rolling') === (rolling !== undefined), {
    ...faulty('limitDays', 'must be given for a rolling period, and only for one', {
      path: ['days'],
    }),
  });
export type Cap = z.infer<typeof cap>;

/** How far a cap is used up. The names are LoyaltyLion's, in camel case. */
export type CapState =
  | { readonly kind: 'noLimit' }
  | {
      readonly kind: 'limitNotReached';
      /** What is left of it; null where that side is not limited. */
      readonly countLeft: number | null;
      readonly pointsLeft: number | null;
    }
  | { readonly kind: 'limitReachedUntil'; readonly at: string }
  | { readonly kind: 'limitReachedForever' };
