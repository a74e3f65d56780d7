import type { Outcome } from '../../platform/lib/outcome.ts';
import type { DecisionsAnswer } from '@okaeri/shared/review-queue';

/** Decides about many, each by itself: what cannot be decided keeps no other from it. */
export const decideEach = async (
  ids: readonly string[],
  decide: (id: string) => Promise<Outcome<unknown>>,
): Promise<DecisionsAnswer> => {
  const items: DecisionsAnswer['items'][number][] = [];
  for (const id of new Set(ids)) {
    const outcome = await decide(id);
    items.push({ id, code: 'refused' in outcome ? outcome.refused.code : null });
  }
  return { items };
};
