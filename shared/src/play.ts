import { z } from 'zod';
import { lineScope, ownExpiry } from './conditions.ts';
import { LIMITS } from './limits.ts';
import { pictureId } from './picture-fields.ts';
import { id, instant, localizedText } from './values.ts';

const ids = z.array(id).min(1).max(LIMITS.listMax);
const prize = {
  /** Points for reaching it; 0 for the honour alone. */
  points: z.int().min(0).max(LIMITS.pointsMax).default(0),
  expiry: ownExpiry.nullable().default(null),
  badgeId: id.nullable().default(null),
};

/** Something to collect and to show. */
export const badge = z.strictObject({
  id,
  name: localizedText,
  description: localizedText.optional(),
  /** Drawn in the place of the badge's own drawing. */
  picture: pictureId.optional(),
});
export type Badge = z.infer<typeof badge>;

/**
 * A target to reach within a period: so many orders, so much spent, so many pieces
 * of something, so many acts. A milestone is a challenge over a lifetime.
 */
export const challenge = z
  .strictObject({
    id,
    enabled: z.boolean(),
    name: localizedText,
    picture: pictureId.optional(),
    metric: z.enum(['orders', 'spend', 'points', 'items', 'acts']),
    /** For `items`, which lines count; for `acts`, which rule's acts. */
    scope: lineScope.default({}),
    ruleId: id.optional(),
    target: z.int().min(1).max(LIMITS.pointsMax),
    period: z.enum(['day', 'week', 'month', 'year', 'lifetime']),
    /** Only what happens from this instant, until that one. */
    from: instant.nullable().default(null),
    until: instant.nullable().default(null),
    /** How often it can be completed in one period. */
    repeats: z.int().min(1).max(1000).default(1),
    tierIds: ids.optional(),
    segmentIds: ids.optional(),
    ...prize,
  })
  .refine(({ metric, ruleId }) => (metric === 'acts') === (ruleId !== undefined), {
    path: ['ruleId'],
    message: 'must name a rule for a challenge of acts, and only for one',
  });
export type Challenge = z.infer<typeof challenge>;

/** So many weeks or months in a row with an order in each. */
export const streak = z.strictObject({
  id,
  enabled: z.boolean(),
  name: localizedText,
  picture: pictureId.optional(),
  every: z.enum(['week', 'month']),
  length: z.int().min(2).max(104),
  ...prize,
});
export type Streak = z.infer<typeof streak>;

/**
 * An unannounced gift with an order, drawn by lot from a seeded source that can be
 * audited. `probability` is in millionths.
 */
export const gift = z.strictObject({
  id,
  enabled: z.boolean(),
  name: localizedText,
  probabilityPpm: z.int().min(1).max(1_000_000),
  points: z.int().min(1).max(LIMITS.pointsMax),
  expiry: ownExpiry.nullable().default(null),
  from: instant,
  until: instant,
  minimumBasket: z.record(z.string(), z.int().min(0)).default({}),
  budgetPoints: z.int().min(1).max(LIMITS.pointsMax),
  /** Gifts one shopper can get in all. */
  perShopperMax: z.int().min(1).max(LIMITS.capCountMax).default(1),
  /**
   * What the points can be had for. Points that only lower the price of the shop's own
   * goods are a discount under Japanese law; points for prizes are premiums and capped.
   */
  redeemableFor: z.enum(['discounts', 'prizes']).default('discounts'),
  tierIds: ids.optional(),
  segmentIds: ids.optional(),
});
export type Gift = z.infer<typeof gift>;
