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

/** Groups of buyers by how lately, how often and for how much they bought, in the order in which they are asked (E75). */
export const rfmGroup = z.enum([
  'champions',
  'loyal',
  'new',
  'promising',
  'needsAttention',
  'cannotLose',
  'atRisk',
  'lost',
]);
export type RfmGroup = z.infer<typeof rfmGroup>;

/** Groups of buyers by what they are expected to spend in a year: the first fifth, the next two, and all others. */
export const valueGroup = z.enum(['high', 'middle', 'low']);
export type ValueGroup = z.infer<typeof valueGroup>;

/** How likely somebody buys again within half a year, in words: from 50 of 100, from 20, below. */
export const againGroup = z.enum(['high', 'middle', 'low']);
export type AgainGroup = z.infer<typeof againGroup>;

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
  /*
   * By the shop's figures, as they were taken last: whoever has said no to personalisation, belongs to the shop or has
   * bought nothing is in none of these, and nobody is while there are too few people for the figure.
   */
  rfmGroups: z.array(rfmGroup).min(1).optional(),
  valueGroups: z.array(valueGroup).min(1).optional(),
  /** How likely they buy again within half a year, in parts of a hundred. */
  againPercent: between(z.int().min(0).max(100)).optional(),
  /** Days they usually let pass between purchases. */
  usualGapDays: between(days).optional(),
  /** Days since they would usually have bought again; 0 until then. */
  overdueDays: between(days).optional(),
});
export type Segment = z.infer<typeof segment>;

/** Whether it goes by figures of the shop, and not only by what is known of each shopper. */
export const goesByFigures = (
  of: Pick<Segment, 'rfmGroups' | 'valueGroups' | 'againPercent' | 'usualGapDays' | 'overdueDays'>,
): boolean =>
  [of.rfmGroups, of.valueGroups, of.againPercent, of.usualGapDays, of.overdueDays].some(
    (condition) => condition !== undefined,
  );

/** What the figures say of one buyer; null where they say nothing. */
export interface BuyerFigures {
  readonly rfmGroup: RfmGroup | null;
  readonly valueGroup: ValueGroup | null;
  /** How likely they buy again within half a year, in parts of a hundred. */
  readonly againPercent: number | null;
  readonly usualGapDays: number | null;
  readonly overdueDays: number | null;
}
