import { z } from 'zod';
import { cap } from './caps.ts';
import { audience, lineScope, ownExpiry } from './conditions.ts';
import { factor, fixedPoints } from './earning.ts';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { id, instant, localizedText } from './values.ts';

const ids = z.array(id).min(1).max(LIMITS.listMax);

/** A bounded multiplier or bonus on what rules give. */
export const campaign = z
  .strictObject({
    id,
    enabled: z.boolean(),
    name: localizedText,
    /** From this instant, until that one; a source counts by its own time. */
    from: instant,
    until: instant,
    ...audience,
    /** Lines it is for; acts have none, so a scope leaves them out. */
    scope: lineScope.default({}),
    /** The rules it adds to; all that give points when not said. */
    ruleIds: ids.optional(),
    effect: z
      .strictObject({ multiplier: factor.optional(), bonus: fixedPoints.optional() })
      .refine(({ multiplier, bonus }) => (multiplier === undefined) !== (bonus === undefined), {
        message: 'must be a multiplier or a bonus, and not both',
      }),
    expiry: ownExpiry.nullable().default(null),
    /** Points it may give in all; null for no end. */
    budgetPoints: z.int().min(1).max(LIMITS.pointsMax).nullable().default(null),
    limit: cap.nullable().default(null),
  })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), {
    ...faulty('endsBeforeStart', 'must be after its beginning', { path: ['until'] }),
  });
export type Campaign = z.infer<typeof campaign>;
