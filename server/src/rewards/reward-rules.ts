import type { ProgramDocument, Reward } from '@okaeri/shared/program';
import type { Eligibility, VoucherReason } from '@okaeri/shared/rewards';
import type { Refusal } from '@okaeri/shared/errors';

/** A reward counts as nearly in reach from this share of its cost. */
const CLOSE_TO_REACH = 0.6;

/** Whether `available` points are enough for a reward. */
export const eligibilityOf = (reward: Reward, available: number): Eligibility => {
  const missing = reward.cost.fixed - available;
  return missing > 0 ? { kind: 'insufficientPoints', missing } : { kind: 'redeemable' };
};

/** Why a reward is worth showing first. */
export const suggestionOf = (
  reward: Reward,
  available: number,
): 'affordable' | 'closeToReach' | null => {
  if (available >= reward.cost.fixed) return 'affordable';
  return available >= reward.cost.fixed * CLOSE_TO_REACH ? 'closeToReach' : null;
};

/** What a redemption will be, or why it cannot. */
export type RedemptionPlan =
  | { readonly reward: Reward; readonly valueMinor: number; readonly currency: string }
  | { readonly refused: Refusal };

/** Decides a redemption from the programme and the points at hand. */
export const planRedemption = (input: {
  document: ProgramDocument;
  rewardId: string;
  points: number | null;
  currency: string | null;
  available: number;
}): RedemptionPlan => {
  const reward = input.document.rewards.find(({ id }) => id === input.rewardId);
  if (reward === undefined)
    return {
      refused: { code: 'unknownReward', detail: `There is no reward "${input.rewardId}".` },
    };
  if (!reward.enabled)
    return { refused: { code: 'rewardNotAvailable', detail: 'The reward is switched off.' } };
  const cost = reward.cost.fixed;
  if (input.points !== null && input.points !== cost)
    return { refused: { code: 'rewardNotAvailable', detail: `This reward costs ${cost} points.` } };
  const currency = input.currency ?? input.document.currency;
  const valueMinor = reward.value[currency];
  if (valueMinor === undefined)
    return {
      refused: { code: 'rewardNotAvailable', detail: `The reward has no value in ${currency}.` },
    };
  const eligibility = eligibilityOf(reward, input.available);
  if (eligibility.kind === 'insufficientPoints')
    return {
      refused: {
        code: 'insufficientPoints',
        detail: `This reward costs ${cost} points; ${input.available} are available.`,
        extra: { missing: eligibility.missing },
      },
    };
  return { reward, valueMinor, currency };
};

/** A voucher as a checkout sees it. */
export interface VoucherFacts {
  readonly state: 'issued' | 'used' | 'released' | 'expired';
  readonly expireAt: number;
  readonly currency: string;
  readonly externalShopperId: string | null;
  readonly minimumBasketMinor: number;
}

/** Why a checkout must not take a voucher, or null when it may. */
export const voucherProblem = (
  voucher: VoucherFacts,
  basket: { currency: string; basketMinor: number; shopperId: string | null },
  now: number,
): VoucherReason | null => {
  if (voucher.state !== 'issued') return voucher.state;
  if (voucher.expireAt <= now) return 'expired';
  if (voucher.currency !== basket.currency) return 'otherCurrency';
  if (basket.shopperId !== null && basket.shopperId !== voucher.externalShopperId)
    return 'otherShopper';
  return basket.basketMinor < voucher.minimumBasketMinor ? 'basketTooSmall' : null;
};
