import type { AppModel } from '../app/model.ts';
import type { Happening } from '../lib/happening-rules.ts';

/** What is said of something that has happened. */
export const textOf = (model: AppModel, happening: Happening): string => {
  const { say, points } = model.words;
  switch (happening.name) {
    case 'earn':
      return say('pointsYours', { points: `+${points(happening.detail.points)}` });
    case 'tier':
      return say('celebrateTier', { tier: model.tierName(happening.detail.tierId) });
    default:
      return say('celebrateBadge', { badge: model.badgeName(happening.detail.badgeId) });
  }
};
