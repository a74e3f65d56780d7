import { z } from 'zod';
import { cap } from './caps.ts';
import { currency, days, id, instant, localizedText, moneyMinor, text } from './values.ts';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { icon, pictureId } from './picture-fields.ts';

const costPoints = z.int().min(1).max(LIMITS.pointsMax);
const ids = z.array(id).min(1).max(LIMITS.listMax);

/** What a reward costs: a fixed number of points, or as many as the shopper slides to. */
export const cost = z
  .strictObject({
    fixed: costPoints.optional(),
    /** The names are Smile's: a step of points, from a minimum to a maximum. */
    variable: z
      .strictObject({
        stepPoints: costPoints,
        minimumPoints: costPoints,
        maximumPoints: costPoints,
      })
      .refine(
        (slider) =>
          slider.minimumPoints <= slider.maximumPoints &&
          slider.minimumPoints % slider.stepPoints === 0 &&
          slider.maximumPoints % slider.stepPoints === 0,
        faulty('sliderSteps', 'must go from a minimum to a maximum in whole steps'),
      )
      .optional(),
  })
  .refine(({ fixed, variable }) => (fixed === undefined) !== (variable === undefined), {
    message: 'must be fixed or variable, and not both',
  });
export type Cost = z.infer<typeof cost>;

const value = z.record(currency, moneyMinor.min(1));

const common = {
  id,
  enabled: z.boolean(),
  name: localizedText,
  description: localizedText.optional(),
  /** What stands beside its name: a picture of the shop's, else an icon, else one for its kind. */
  picture: pictureId.optional(),
  icon: icon.optional(),
  cost,
  /** Other costs for some tiers or markets; the first that fits counts. */
  variants: z
    .array(z.strictObject({ tierIds: ids.optional(), markets: ids.optional(), cost }))
    .max(LIMITS.variantsMax)
    .default([]),
  /** What it is worth, by currency; per step where the cost is variable. */
  value,
  /** Only for these tiers, these segments. */
  tierIds: ids.optional(),
  segmentIds: ids.optional(),
  minimumBasket: z.record(currency, moneyMinor).default({}),
  /** Pieces the cart must hold. */
  minimumItems: z.int().min(0).max(LIMITS.quantityMax).default(0),
  /** Whether the code may stand beside other discounts. */
  combinable: z.boolean().default(true),
  /** Days the code is valid; unused, its points return at their end. */
  validDays: days.min(1),
  stock: z.int().min(0).max(LIMITS.pointsMax).nullable().default(null),
  limit: cap.nullable().default(null),
  /** Where codes come from: made here, taken from an uploaded pool, or issued by the shop's platform. */
  codes: z.enum(['generated', 'pool', 'platform']).default('generated'),
  /** What the reward is about, as products are tagged: it is suggested to who buys such things. */
  tags: z.array(text).max(LIMITS.tagsMax).default([]),
};
const worth = { ...common, value: value.default({}) };

/** What points can be had for. */
export const reward = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('fixedDiscount') }),
  z.strictObject({ ...common, kind: z.literal('variableDiscount') }),
  /** `value` says the most it takes off, where there is such a bound. */
  z.strictObject({ ...worth, kind: z.literal('percentage'), percent: z.int().min(1).max(100) }),
  z.strictObject({ ...worth, kind: z.literal('freeShipping') }),
  z.strictObject({ ...worth, kind: z.literal('freeProduct'), productId: id }),
  z.strictObject({ ...common, kind: z.literal('productDiscount'), productIds: ids }),
  z.strictObject({ ...common, kind: z.literal('collectionDiscount'), collectionIds: ids }),
  z.strictObject({ ...common, kind: z.literal('giftCard') }),
  /** The merchant gives the value to a cause; there is no code. */
  z.strictObject({ ...common, kind: z.literal('donation'), cause: localizedText }),
  z.strictObject({ ...worth, kind: z.literal('earlyAccess'), from: instant }),
  z.strictObject({ ...worth, kind: z.literal('event'), startsAt: instant }),
  /** Fulfilled by a person or by the merchant's own system. */
  z.strictObject({ ...worth, kind: z.literal('custom') }),
]);
export type Reward = z.infer<typeof reward>;
export type RewardKind = Reward['kind'];

/** Whether a shopper can have a reward, and if not, what stands in the way. */
export type Eligibility =
  | { readonly kind: 'redeemable' }
  | { readonly kind: 'insufficientPoints'; readonly missing: number }
  /** `until` is null where the limit is for ever. */
  | { readonly kind: 'limitReached'; readonly until: string | null }
  | {
      readonly kind: 'cartRequirementsNotMet';
      readonly missingMinor: number;
      readonly missingItems: number;
    }
  | { readonly kind: 'outOfStock' }
  | { readonly kind: 'notInSegment' }
  | { readonly kind: 'tierTooLow'; readonly tierIds: readonly string[] };

/** Why a reward is suggested. */
export type RewardBecause =
  | 'affordable'
  | 'closeToReach'
  | 'oftenBought'
  | 'lookedAt'
  | 'pointsExpire'
  | 'forYourTier'
  | 'welcomeBack';
