import type { ProgramDocument } from '@okaeri/shared/program';
import {
  goesByFigures,
  type BuyerFigures,
  type LoopThresholds,
  type Segment,
  type Stage,
} from '@okaeri/shared/segments';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** What is known of a shopper's buying. */
export interface ShopperFacts {
  readonly spendMinor: number;
  readonly orderCount: number;
  readonly firstOrderAt: number | null;
  readonly lastOrderAt: number | null;
  /** Whether a friend came by their recommendation, or a review was written. */
  readonly advocates: boolean;
  readonly tierId: string | null;
  readonly tags: readonly string[];
  /** What the shop's figures say of them; null where they say nothing, or nothing goes by them. */
  readonly figures: BuyerFigures | null;
}

/** What a row says of a shopper's buying. */
export const factsOf = (
  shopper: ShopperRow,
  tierId: string | null,
  figures: BuyerFigures | null = null,
): ShopperFacts => ({
  spendMinor: shopper.spendMinor,
  orderCount: shopper.orderCount,
  firstOrderAt: shopper.firstOrderAt,
  lastOrderAt: shopper.lastOrderAt,
  advocates: shopper.advocateAt !== null,
  tierId,
  tags: shopper.tags,
  figures,
});

/**
 * Where a shopper is in the loyalty loop (semantics, rule 24): who never bought
 * considers; who has not bought for long has lapsed; who was recommended by them
 * makes an advocate; then loyal, cared for after an order, new, and otherwise
 * considering the next order.
 */
export const stageOf = (facts: ShopperFacts, loop: LoopThresholds, now: number): Stage => {
  if (facts.orderCount <= 0 || facts.lastOrderAt === null) return 'consideration';
  const since = daysSince(facts.lastOrderAt, now);
  if (since >= loop.lapsedDays) return 'lapsed';
  if (facts.advocates) return 'advocacy';
  if (facts.orderCount >= loop.loyalOrders) return 'loyal';
  if (since < loop.postPurchaseDays) return 'postPurchase';
  return daysSince(facts.firstOrderAt, now) < loop.onboardingDays ? 'onboarding' : 'consideration';
};

/** The segments of a programme a shopper belongs to now. */
export const segmentsOf = (
  document: Pick<ProgramDocument, 'segments' | 'loop'>,
  facts: ShopperFacts,
  now: number,
): readonly string[] => {
  if (document.segments.length === 0) return [];
  const stage = stageOf(facts, document.loop, now);
  return document.segments
    .filter((segment) => belongs(segment, facts, stage, now))
    .map(({ id }) => id);
};

function daysSince(at: number | null, now: number): number {
  return at === null ? Infinity : Math.floor((now - at) / DAY_MS);
}

function belongs(segment: Segment, facts: ShopperFacts, stage: Stage, now: number): boolean {
  return (
    within(segment.spendMinor, facts.spendMinor) &&
    within(segment.orders, facts.orderCount) &&
    within(segment.daysSinceOrder, daysSince(facts.lastOrderAt, now)) &&
    (segment.tierIds === undefined ||
      (facts.tierId !== null && segment.tierIds.includes(facts.tierId))) &&
    (segment.tags === undefined || segment.tags.some((tag) => facts.tags.includes(tag))) &&
    (segment.stages === undefined || segment.stages.includes(stage)) &&
    (!goesByFigures(segment) || (facts.figures !== null && fitsFigures(segment, facts.figures)))
  );
}

/** What the figures do not say fits nothing that goes by it. */
function fitsFigures(segment: Segment, figures: BuyerFigures): boolean {
  return (
    isAmong(segment.rfmGroups, figures.rfmGroup) &&
    isAmong(segment.valueGroups, figures.valueGroup) &&
    within(segment.againPercent, figures.againPercent ?? Number.NaN) &&
    within(segment.usualGapDays, figures.usualGapDays ?? Number.NaN) &&
    within(segment.overdueDays, figures.overdueDays ?? Number.NaN)
  );
}

function isAmong<Value>(wanted: readonly Value[] | undefined, value: Value | null): boolean {
  return wanted === undefined || (value !== null && wanted.includes(value));
}

function within(
  range: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined,
  value: number,
): boolean {
  return (
    range === undefined || (value >= (range.min ?? -Infinity) && value <= (range.max ?? Infinity))
  );
}
