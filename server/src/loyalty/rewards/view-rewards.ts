import type { ProgramDocument } from '@okaeri/shared/program';
import type { Reward } from '@okaeri/shared/rewards';
import type { Me } from '@okaeri/shared/storefront';
import { roomOf, type Room, type PartCap, capsOfReward } from '../earning/cap-rules.ts';
import { usedOf, type UsageBook } from '../earning/view-caps.ts';
import { costFor, eligibilityOf, leastOf, worthOf, type Cart } from './reward-rules.ts';
import { suggestRewards, type Suggestion, type SuggestionInputs } from './suggestion-rules.ts';
import type { OwnerContext } from '../ledger/documents.ts';

/** What the rewards of a shopper are viewed with. */
export interface RewardsView extends Omit<SuggestionInputs, 'tierId'> {
  readonly document: ProgramDocument;
  readonly usages: UsageBook;
  readonly who: OwnerContext;
  readonly cart: Cart | null;
  readonly market: string | null;
  readonly now: number;
}

const PLENTY: Room = { points: Infinity, until: null };

/** Every reward of the programme in the order one shopper should see them, with the scores. */
export const rankRewards = (view: RewardsView): readonly Suggestion[] => {
  const { document, who, market, now } = view;
  const at = { now, timeZone: document.timeZone };
  const roomFor = (caps: readonly PartCap[]): Room => {
    const [capped] = caps;
    if (capped === undefined) return PLENTY;
    const used = usedOf(view.usages, capped.subject, capped.cap, at);
    return roomOf(capped.cap, used, now, at.timeZone);
  };
  const candidate = (reward: Reward) => {
    const caps = capsOfReward(reward);
    const cost = costFor(reward, who, market);
    const standpoint = {
      who,
      market,
      available: view.available,
      limit: roomFor(caps.limit),
      stock: roomFor(caps.stock),
      cart: view.cart,
    };
    return { reward, eligibility: eligibilityOf(reward, standpoint), points: leastOf(cost) };
  };
  const candidates = document.rewards.filter(({ enabled }) => enabled).map(candidate);
  return suggestRewards(candidates, { ...view, tierId: who.tierId });
};

/** The same as a shopper is shown it. */
export const viewRewards = (view: RewardsView): Me['rewards'] => {
  const { document, who, market } = view;
  return rankRewards(view).map(({ reward, eligibility, points, because, becauseOf }) => ({
    id: reward.id,
    eligibility,
    because,
    becauseOf,
    points,
    worthMinor: worthOf(reward, costFor(reward, who, market), points, document.currency) ?? null,
  }));
};
