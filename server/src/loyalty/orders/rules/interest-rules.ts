/** Tags remembered of one shopper: enough to suggest by, too few to be a profile. */
export const INTEREST_TAGS_MAX = 30;

/** Counts tags; of too many the rarest are forgotten. */
export const withTags = (
  counts: Readonly<Record<string, number>>,
  tags: readonly string[],
): Readonly<Record<string, number>> => {
  const next = new Map(Object.entries(counts));
  for (const tag of tags) next.set(tag, (next.get(tag) ?? 0) + 1);
  const kept = [...next]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, INTEREST_TAGS_MAX);
  return Object.fromEntries(kept);
};
