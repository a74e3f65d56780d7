import type { OkaeriEvents } from '@okaeri/client/widget-api';
import type { Me } from '@okaeri/shared/storefront';

/** What a page was last told of a shopper, and what must not be told a second time. */
export interface Told {
  readonly shopperId: string;
  /** When the server said it. */
  readonly asOf: string;
  readonly available: number;
  readonly held: number;
  readonly tierId: string | null;
  /** Refunds that had taken points by then. */
  readonly takenBack: readonly { readonly at: string; readonly points: number }[];
  /** Every tier that was reached, with the day, and every badge that was seen: refunds may take them for a while. */
  readonly tiers: readonly string[];
  readonly badges: readonly string[];
}

/** One thing that has happened, as the page hears of it. */
export type Happening = {
  [Name in 'earn' | 'tier' | 'badge']: {
    readonly name: Name;
    readonly detail: OkaeriEvents[Name];
  };
}['earn' | 'tier' | 'badge'];

/** The server speaks of a refund for thirty days: one that is not spoken of before was undone. */
const UNDONE_BEFORE_MS = 29 * 86_400_000;
/** So many tiers are remembered. */
const TIERS_KEPT = 20;

const tierKeyOf = ({ tier }: Me): string[] => (tier ? [`${tier.id} ${tier.since}`] : []);

const takenBackOf = ({ nudges }: Me): Told['takenBack'] =>
  nudges
    .filter((nudge) => nudge.kind === 'pointsTakenBack')
    .map(({ at, points }) => ({ at, points }));

/** What there is to remember of a shopper, after what was told before. */
export const toldOf = (me: Me, before: Told | null): Told => {
  const known = before?.shopperId === me.shopper.id ? before : null;
  return {
    shopperId: me.shopper.id,
    asOf: me.asOf,
    available: me.balance.available,
    held: me.balance.held,
    tierId: me.tier?.id ?? null,
    takenBack: takenBackOf(me),
    tiers: [...new Set([...(known?.tiers ?? []), ...tierKeyOf(me)])].slice(-TIERS_KEPT),
    badges: [...new Set([...(known?.badges ?? []), ...me.badges.map(({ id }) => id)])],
  };
};

/** What came back from codes that were given back, and from refunds that were undone: it was the shopper's before. */
const pointsBack = (before: Told, me: Me): number => {
  const since = Date.parse(me.asOf) - UNDONE_BEFORE_MS;
  const recent = (taken: Told['takenBack']): number =>
    taken.reduce((sum, { at, points }) => sum + (Date.parse(at) > since ? points : 0), 0);
  return (
    Math.max(0, before.held - me.balance.held) +
    Math.max(0, recent(before.takenBack) - recent(takenBackOf(me)))
  );
};

/** Whether what is known is no newer than what was told: so is what is painted from the device. */
export const isKnown = (before: Told | null, me: Me): boolean =>
  before?.shopperId === me.shopper.id && me.asOf <= before.asOf;

/**
 * What has happened to a shopper since the page was last told: points, then tiers, then badges. Nothing is
 * told twice, whatever is undone and redone, and nothing of somebody else.
 */
export const happeningsOf = (
  before: Told | null,
  me: Me,
  tierIds: readonly string[],
): readonly Happening[] => {
  if (before?.shopperId !== me.shopper.id) return [];
  const found: Happening[] = [];
  const { available } = me.balance;
  const points = available - before.available - pointsBack(before, me);
  if (points > 0) found.push({ name: 'earn', detail: { points, available } });
  const [tierKey] = tierKeyOf(me);
  if (me.tier && tierKey !== undefined && !before.tiers.includes(tierKey)) {
    const { id: tierId } = me.tier;
    const previousTierId = before.tierId;
    if (tierIds.indexOf(tierId) > tierIds.indexOf(previousTierId ?? ''))
      found.push({ name: 'tier', detail: { tierId, previousTierId } });
  }
  for (const { id: badgeId } of me.badges)
    if (!before.badges.includes(badgeId)) found.push({ name: 'badge', detail: { badgeId } });
  return found;
};
