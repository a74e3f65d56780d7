import type { IconName } from '@okaeri/shared/icon-paths';
import type { Reward } from '@okaeri/shared/rewards';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';

/** A reward as everybody sees it. */
export type ShownReward = PublicProgram['rewards'][number];
/** A reward as this shopper is offered it. */
export type Offer = Me['rewards'][number];

/** A reward, and the offer of it to whoever is signed in. */
export interface OfferedReward {
  readonly reward: ShownReward;
  readonly offer: Offer | undefined;
}

/** Rewards by how near they are. */
export interface RewardGroups {
  /** What the server thinks best for this shopper, of what they can have in one tap. */
  readonly best: OfferedReward | undefined;
  readonly now: readonly OfferedReward[];
  /** Only points are missing; the nearest first. */
  readonly nearly: readonly OfferedReward[];
  /** Something else stands before it; a guest's are here too. */
  readonly further: readonly OfferedReward[];
}

/** Rewards in the order the server chose for this shopper; for a guest, in the programme's own. */
export const groupsOf = (rewards: readonly ShownReward[], me: Me | null): RewardGroups => {
  const rank = new Map(me?.rewards.map((offer, index) => [offer.id, { offer, index }]));
  const offered = rewards
    .map((reward) => ({ reward, offer: rank.get(reward.id)?.offer }))
    .toSorted(
      (one, other) =>
        (rank.get(one.reward.id)?.index ?? 0) - (rank.get(other.reward.id)?.index ?? 0),
    );
  const now = offered.filter(({ offer }) => offer?.eligibility.kind === 'redeemable');
  const best = now.find(({ reward }) => reward.cost.fixed !== undefined);
  return {
    best,
    now: now.filter((one) => one !== best),
    nearly: offered
      .filter(({ offer }) => missingOf(offer) !== null)
      .toSorted((one, other) => (missingOf(one.offer) ?? 0) - (missingOf(other.offer) ?? 0)),
    further: offered.filter((one) => !now.includes(one) && missingOf(one.offer) === null),
  };
};

/** The points that are missing, where they alone are. */
export const missingOf = (offer: Offer | undefined): number | null =>
  offer?.eligibility.kind === 'insufficientPoints' ? offer.eligibility.missing : null;

/** The least a reward can be had for: by this shopper, or as the programme says it to everybody. */
export const costOf = ({ reward: { cost }, offer }: OfferedReward): number =>
  offer?.points ?? cost.fixed ?? cost.variable?.minimumPoints ?? 0;

/** What stands beside a reward that has neither picture nor icon of its own. */
export const iconOf = ({ icon, kind }: Pick<ShownReward, 'icon' | 'kind'>): IconName =>
  icon ?? ICONS[kind];

const ICONS: Readonly<Record<Reward['kind'], IconName>> = {
  fixedDiscount: 'ticket',
  variableDiscount: 'slide',
  percentage: 'percent',
  freeShipping: 'truck',
  freeProduct: 'gift',
  productDiscount: 'ticket',
  collectionDiscount: 'ticket',
  giftCard: 'gift',
  donation: 'heart',
  earlyAccess: 'clock',
  event: 'calendar',
  custom: 'star',
};
