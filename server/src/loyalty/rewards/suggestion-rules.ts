import type { Eligibility, Reward, RewardBecause } from '@okaeri/shared/rewards';
import type { BuyerFigures, Stage } from '@okaeri/shared/segments';
import type { Interests } from '../ledger/documents.ts';

/** A reward counts as nearly in reach from this share of its cost. */
const CLOSE_TO_REACH = 0.6;

/** How much each reason weighs. Reach comes first: a reward one cannot have is no suggestion. */
const WEIGHT = {
  affordable: 4,
  closeToReach: 3,
  oftenBought: 2.5,
  pointsExpire: 1.5,
  lookedAt: 0.8,
  forYourTier: 1,
  welcomeBack: 0.6,
} as const satisfies Record<RewardBecause, number>;

/** Everything the order of rewards is chosen from, which a merchant can look at too. */
export interface SuggestionInputs {
  readonly available: number;
  readonly tierId: string | null;
  readonly stage: Stage;
  /** What the shop's figures say of the shopper; null where they say nothing. */
  readonly figures: BuyerFigures | null;
  readonly tastes: Interests;
  /** Whether points are about to expire. */
  readonly expiring: boolean;
  /** False when the shopper has turned it off: then the programme's own order stands. */
  readonly personalised: boolean;
}

/** A reward as it stands for the shopper. */
export interface Candidate {
  readonly reward: Reward;
  readonly eligibility: Eligibility;
  readonly points: number;
}

/** A reward in its place, with the reason that brought it there. */
export interface Suggestion extends Candidate {
  readonly because: RewardBecause | null;
  readonly becauseOf: string | null;
  readonly score: number;
}

type Reason = {
  readonly because: RewardBecause;
  readonly of: string | null;
  readonly weight: number;
};

/** What can never be had now goes behind what can, or soon could. */
const OUT_OF_REACH: ReadonlySet<Eligibility['kind']> = new Set([
  'limitReached',
  'outOfStock',
  'notInSegment',
  'tierTooLow',
]);

/**
 * Puts rewards in the order in which a shopper should see them, each with its
 * reason. A pure function: the same inputs give the same order.
 */
export const suggestRewards = (
  candidates: readonly Candidate[],
  inputs: SuggestionInputs,
): readonly Suggestion[] => {
  if (!inputs.personalised)
    return candidates.map((candidate) => ({
      ...candidate,
      because: reachOf(candidate.points, inputs.available),
      becauseOf: null,
      score: 0,
    }));
  return candidates
    .map((candidate): Suggestion => {
      const reasons = reasonsOf(candidate, inputs);
      const shownReason = toldReason(reasons);
      const penalty = OUT_OF_REACH.has(candidate.eligibility.kind) ? 100 : 0;
      return {
        ...candidate,
        because: shownReason?.because ?? null,
        becauseOf: shownReason?.of ?? null,
        score: reasons.reduce((sum, { weight }) => sum + weight, 0) - penalty,
      };
    })
    .toSorted((a, b) => b.score - a.score || a.points - b.points);
};

function reachOf(points: number, available: number): 'affordable' | 'closeToReach' | null {
  if (available >= points) return 'affordable';
  return available >= points * CLOSE_TO_REACH ? 'closeToReach' : null;
}

function reasonsOf(candidate: Candidate, inputs: SuggestionInputs): Reason[] {
  const { reward, points } = candidate;
  const reasons: Reason[] = [];
  const add = (because: RewardBecause, share = 1, of: string | null = null): void => {
    reasons.push({ because, of, weight: WEIGHT[because] * share });
  };
  const reach = reachOf(points, inputs.available);
  const bought = strongest(reward.tags, inputs.tastes.bought);
  const seen = strongest(reward.tags, inputs.tastes.seen);
  if (bought !== null) add('oftenBought', 0.5 + bought.share / 2, bought.tag);
  if (seen !== null) add('lookedAt', 0.5 + seen.share / 2, seen.tag);
  if (inputs.tierId !== null && reward.tierIds?.includes(inputs.tierId)) add('forYourTier');
  if (reach === 'affordable' && inputs.expiring) add('pointsExpire');
  if (reach === 'affordable' && isAwaited(inputs)) add('welcomeBack');
  if (reach === 'affordable') add('affordable', 0.8 + points / inputs.available / 5);
  else if (reach === 'closeToReach') add('closeToReach', inputs.available / points);
  return reasons;
}

/** Whether somebody has been away: by the shop's days, or longer than they usually are. */
function isAwaited({ stage, figures }: SuggestionInputs): boolean {
  return stage === 'lapsed' || (figures?.overdueDays ?? 0) > 0;
}

/** The reason worth showing: what is particular to this shopper before what is only arithmetic. */
function toldReason(reasons: readonly Reason[]): Reason | undefined {
  return (
    reasons.find(({ because }) => because !== 'affordable' && because !== 'closeToReach') ??
    reasons[0]
  );
}

/** The tag of the reward that the shopper met most often, and its share of all they met. */
function strongest(
  tags: readonly string[],
  counts: Readonly<Record<string, number>>,
): { readonly tag: string; readonly share: number } | null {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  let best: { tag: string; share: number } | null = null;
  for (const tag of tags) {
    const share = total === 0 ? 0 : (counts[tag] ?? 0) / total;
    if (share > 0 && share > (best?.share ?? 0)) best = { tag, share };
  }
  return best;
}
