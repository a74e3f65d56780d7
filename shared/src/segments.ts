import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { days, id, localizedText, moneyMinor, text } from './values.ts';

/** Where a shopper is in the loyalty loop (semantics, rule 24). */
export const stage = z.enum([
  'consideration',
  'onboarding',
  'postPurchase',
  'loyal',
  'advocacy',
  'lapsed',
]);
export type Stage = z.infer<typeof stage>;

/** When a shopper counts as being at a stage. */
export const loopThresholds = z.strictObject({
  /** Days after the first order during which a shopper is new. */
  onboardingDays: days.default(30),
  /** Days after any order during which it is cared for. */
  postPurchaseDays: days.default(14),
  /** Orders that make a shopper loyal. */
  loyalOrders: z.int().min(2).max(LIMITS.capCountMax).default(3),
  /** Days without an order after which a shopper has lapsed. */
  lapsedDays: days.min(1).default(180),
});
export type LoopThresholds = z.infer<typeof loopThresholds>;

const between = <T extends z.ZodType<number>>(value: T) =>
  z.strictObject({ min: value.optional(), max: value.optional() });

/** A group of shoppers, by rules that must all hold. */
export const segment = z.strictObject({
  id,
  name: localizedText,
  /** Spent in the shop's currency, in minor units. */
  spendMinor: between(moneyMinor).optional(),
  orders: between(z.int().min(0).max(LIMITS.capCountMax)).optional(),
  daysSinceOrder: between(days).optional(),
  tierIds: z.array(id).min(1).max(LIMITS.listMax).optional(),
  /** Any of these tags of the shopper. */
  tags: z.array(text).min(1).max(LIMITS.listMax).optional(),
  stages: z.array(stage).min(1).optional(),
});
export type Segment = z.infer<typeof segment>;
