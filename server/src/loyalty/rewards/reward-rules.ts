import type { ProblemCode, Refusal } from '@okaeri/shared/errors';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Cost, Eligibility, Reward } from '@okaeri/shared/rewards';
import { isFor } from '../earning/audience-rules.ts';
import type { Room } from '../earning/cap-rules.ts';
import { toIso } from '../../platform/lib/clock.ts';
import type { OwnerContext } from '../ledger/documents.ts';

/** A cart, as far as a reward may ask about it. */
export interface Cart {
  readonly currency: string;
  readonly basketMinor: number;
  readonly items: number;
}

/** Everything a reward's eligibility is decided from. */
export interface RedemptionContext {
  readonly who: OwnerContext;
  readonly market: string | null;
  readonly available: number;
  /** What is left of the shopper's limit and of the stock. */
  readonly limit: Room;
  readonly stock: Room;
  /** Null where no cart is known: then nothing of it is asked. */
  readonly cart: Cart | null;
}

/** What a reward costs this shopper here: the first variant that fits, else its own cost. */
export const costFor = (reward: Reward, who: OwnerContext, market: string | null): Cost =>
  reward.variants.find((variant) => isFor(variant, who, { channel: null, market }))?.cost ??
  reward.cost;

/** The least a reward can be had for. */
export const leastOf = (cost: Cost): number => cost.fixed ?? cost.variable?.minimumPoints ?? 0;

/** Whether a shopper can have a reward now, and if not, the first thing that stands in the way. */
export const eligibilityOf = (reward: Reward, at: RedemptionContext): Eligibility => {
  const { segmentIds, tierIds } = reward;
  if (segmentIds !== undefined && !segmentIds.some((id) => at.who.segmentIds.includes(id)))
    return { kind: 'notInSegment' };
  if (tierIds !== undefined && (at.who.tierId === null || !tierIds.includes(at.who.tierId)))
    return { kind: 'tierTooLow', tierIds };
  if (reward.stock === 0 || at.stock.points <= 0) return { kind: 'outOfStock' };
  if (at.limit.points <= 0)
    return {
      kind: 'limitReached',
      until: at.limit.until === null ? null : toIso(at.limit.until),
    };
  const needs = at.cart && cartNeeds(reward, at.cart);
  if (needs) return needs;
  const missing = leastOf(costFor(reward, at.who, at.market)) - at.available;
  return missing > 0 ? { kind: 'insufficientPoints', missing } : { kind: 'redeemable' };
};

const REFUSED: Readonly<Record<Exclude<Eligibility['kind'], 'redeemable'>, [ProblemCode, string]>> =
  {
    insufficientPoints: ['insufficientPoints', 'There are not enough points.'],
    limitReached: ['rewardLimitReached', 'It was taken as often as one shopper may.'],
    cartRequirementsNotMet: ['cartRequirementsNotMet', 'The cart is too small for it.'],
    outOfStock: ['rewardOutOfStock', 'There is none left.'],
    notInSegment: ['rewardNotForShopper', 'It is for other members.'],
    tierTooLow: ['rewardNotForShopper', 'It is for other tiers.'],
  };

/** What a redemption will be, or why it cannot. */
export type RedemptionPlan =
  | {
      readonly reward: Reward;
      readonly points: number;
      readonly valueMinor: number;
      readonly currency: string;
    }
  | { readonly refused: Refusal };

/** What so many points of a reward are worth in a currency; undefined where it is not offered in it. */
export const worthOf = (
  reward: Reward,
  cost: Cost,
  points: number,
  currency: string,
): number | undefined => {
  const value = reward.value[currency];
  if (value === undefined || cost.variable === undefined) return value;
  return value * (points / cost.variable.stepPoints);
};

/** Kinds that are money off or money given: without a value in the currency there is nothing to give. */
const NEEDS_VALUE: ReadonlySet<Reward['kind']> = new Set([
  'fixedDiscount',
  'variableDiscount',
  'productDiscount',
  'collectionDiscount',
  'giftCard',
  'donation',
]);

/** The reward of an id, switched on; or why it cannot be had. */
export const findReward = (
  document: ProgramDocument,
  rewardId: string,
): { readonly reward: Reward } | { readonly refused: Refusal } => {
  const reward = document.rewards.find(({ id }) => id === rewardId);
  if (reward === undefined)
    return { refused: { code: 'unknownReward', detail: `There is no reward "${rewardId}".` } };
  return reward.enabled ? { reward } : unavailable('The reward is switched off.');
};

/** Decides a redemption from the programme, the shopper and what they have. */
export const planRedemption = (
  reward: Reward,
  asked: { points: number | null; currency: string },
  at: RedemptionContext,
): RedemptionPlan => {
  const cost = costFor(reward, at.who, at.market);
  const points = chosenPoints(cost, asked.points);
  if (typeof points === 'string') return unavailable(points);
  const { currency } = asked;
  const valueMinor = worthOf(reward, cost, points, currency);
  if (valueMinor === undefined && NEEDS_VALUE.has(reward.kind))
    return unavailable(`The reward has no value in ${currency}.`);
  const eligibility = eligibilityOf(reward, at);
  if (eligibility.kind !== 'redeemable')
    return { refused: refusalOf(eligibility, points, at.available) };
  const missing = points - at.available;
  if (missing > 0)
    return { refused: refusalOf({ kind: 'insufficientPoints', missing }, points, at.available) };
  return { reward, points, valueMinor: valueMinor ?? 0, currency };
};

function cartNeeds(reward: Reward, cart: Cart): Eligibility | null {
  const minimum = reward.minimumBasket[cart.currency] ?? 0;
  const missingMinor = Math.max(0, minimum - cart.basketMinor);
  const missingItems = Math.max(0, reward.minimumItems - cart.items);
  return missingMinor > 0 || missingItems > 0
    ? { kind: 'cartRequirementsNotMet', missingMinor, missingItems }
    : null;
}

function unavailable(detail: string): { refused: Refusal } {
  return {
    refused: { code: 'rewardNotAvailable', detail },
  };
}

/** The points a shopper slid to, when the cost lets them choose; else what it costs. */
function chosenPoints(cost: Cost, points: number | null): number | string {
  const slider = cost.variable;
  if (slider === undefined) {
    const fixed = leastOf(cost);
    return points === null || points === fixed ? fixed : `This reward costs ${fixed} points.`;
  }
  const { stepPoints, minimumPoints, maximumPoints } = slider;
  const chosen = points ?? minimumPoints;
  return chosen >= minimumPoints && chosen <= maximumPoints && chosen % stepPoints === 0
    ? chosen
    : `Choose ${minimumPoints} to ${maximumPoints} points in steps of ${stepPoints}.`;
}

function refusalOf(
  eligibility: Exclude<Eligibility, { kind: 'redeemable' }>,
  cost: number,
  available: number,
): Refusal {
  const [code, detail] = REFUSED[eligibility.kind];
  const { kind: _kind, ...extra } = eligibility;
  if (eligibility.kind !== 'insufficientPoints') return { code, detail, extra };
  return {
    code,
    detail: `This reward costs ${cost} points; ${available} are available.`,
    extra: { missing: cost - available },
  };
}
