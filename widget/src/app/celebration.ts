import type { Me } from '@okaeri/shared/storefront';
import type { Words } from './words.ts';

/** A moment worth a smile. */
export type Celebration =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'tier'; readonly tierId: string }
  | { readonly kind: 'badge'; readonly badgeId: string };

/**
 * What has happened to a shopper between two looks: a badge before a tier before
 * points. Points that come back from a code were theirs before and are no news.
 */
export const celebrationOf = (
  before: Me,
  after: Me,
  tierIds: readonly string[],
): Celebration | null => {
  if (before.shopper.id !== after.shopper.id) return null;
  const had = new Set(before.badges.map(({ id }) => id));
  const badge = after.badges.find(({ id }) => !had.has(id));
  if (badge !== undefined) return { kind: 'badge', badgeId: badge.id };
  if (after.tier && before.tier && tierIds.indexOf(after.tier.id) > tierIds.indexOf(before.tier.id))
    return { kind: 'tier', tierId: after.tier.id };
  const back = Math.max(0, before.balance.held - after.balance.held);
  const points = after.balance.available - before.balance.available - back;
  return points > 0 ? { kind: 'points', points } : null;
};

/** What a celebration is put into words with. */
interface Names {
  readonly words: Words;
  /** From the first to the highest. */
  readonly tiers: readonly { readonly id: string }[];
  readonly tierName: (id: string) => string;
  readonly badgeName: (id: string) => string;
}

const celebrationText = (model: Names, celebration: Celebration): string => {
  const { say, points } = model.words;
  switch (celebration.kind) {
    case 'tier':
      return say('celebrateTier', { tier: model.tierName(celebration.tierId) });
    case 'badge':
      return say('celebrateBadge', { badge: model.badgeName(celebration.badgeId) });
    default:
      return say('celebratePoints', { points: points(celebration.points) });
  }
};

/** What there is to celebrate between two looks, in words; null where there is nothing. */
export const celebrate = (model: Names, before: Me, after: Me): string | null => {
  const found = celebrationOf(
    before,
    after,
    model.tiers.map(({ id }) => id),
  );
  return found && celebrationText(model, found);
};
