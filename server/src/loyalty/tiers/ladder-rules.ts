import type { ProgramDocument } from '@okaeri/shared/program';
import type { TierPolicy, TierView } from '@okaeri/shared/tiers';
import { dayOf, startOfDay } from '../../platform/lib/calendar.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { sha256 } from '../../platform/lib/digest.ts';
import type { Counts } from '../ledger/book-rules.ts';
import { advanceTo, entryOf, firstLoss, valuesOf, type Ladder } from './standing-rules.ts';
import type { Standing } from '../ledger/documents.ts';

const ladders = new WeakMap<ProgramDocument, Ladder>();

/** The ladder of a programme; null where it has no tiers. Programmes never change, so it is made once. */
export const ladderOf = (document: ProgramDocument): Ladder | null => {
  const { tiers, tierPolicy: policy, timeZone } = document;
  if (policy === null || tiers.length === 0) return null;
  const known = ladders.get(document);
  if (known !== undefined) return known;
  const steps = tiers.map(({ id, entry, keep, reentry }) => [id, entry, keep, reentry]);
  const key = sha256(JSON.stringify([steps, policy, timeZone])).slice(0, 12);
  const ladder = { key, tiers, policy, timeZone };
  ladders.set(document, ladder);
  return ladder;
};

/** What something counts in a policy's metric. */
export const valueOf = (policy: TierPolicy, counts: Counts): number => {
  if (policy.metric === 'points') return counts.points;
  return policy.metric === 'spend' ? counts.spendMinor : counts.orders;
};

/** So much of a policy's metric, as it is counted. */
export const countsOf = (policy: TierPolicy, value: number): Counts => ({
  points: policy.metric === 'points' ? value : 0,
  spendMinor: policy.metric === 'spend' ? value : 0,
  orders: policy.metric === 'orders' ? value : 0,
});

/** Where on the ladder a tier of that id, or of that name in any language, is; -1 where there is none. */
export const tierIndexOf = ({ tiers }: Ladder, called: string): number => {
  const name = folded(called);
  const byId = tiers.findIndex(({ id }) => id === called);
  if (byId >= 0) return byId;
  return tiers.findIndex((tier) =>
    [tier.id, ...Object.values(tier.name)].some((known) => folded(known) === name),
  );
};

/** The day from which anniversaries are counted. */
export const joinedDayOf = (
  shopper: { enrolledAt: number | null; createdAt: number },
  timeZone: string,
): number => dayOf(shopper.enrolledAt ?? shopper.createdAt, timeZone);

/** The tier a standing holds. */
export const tierIdOf = (standing: Standing, ladder: Ladder): string | null =>
  ladder.tiers[standing.tier]?.id ?? null;

/** Where a shopper stands, what is next, what keeps it, and where it leads if nothing more is earned. */
export const tierViewOf = (
  standing: Standing,
  ladder: Ladder,
  by: { now: number; joinedDay: number },
): TierView | null => {
  const { timeZone, policy, tiers } = ladder;
  const current = advanceTo(standing, ladder, dayOf(by.now, timeZone), by.joinedDay);
  const tier = tiers[current.tier];
  if (tier === undefined) return null;
  const { now: value } = valuesOf(current, policy, by.joinedDay);
  const loss = firstLoss(current, ladder, by.joinedDay);
  const keep = tier.keep ?? tier.entry;
  return {
    id: tier.id,
    name: tier.name,
    since: isoOf(startOfDay(current.since, timeZone)),
    metric: policy.metric,
    value,
    next: nextOf(current, ladder, value),
    keep:
      current.tier === 0
        ? null
        : {
            at: keep,
            missing: loss === null ? 0 : Math.max(0, keep - loss.kept),
            until: loss === null ? null : isoOf(startOfDay(loss.standing.day, timeZone)),
          },
    projectedId: tiers[loss?.standing.tier ?? current.tier]?.id ?? tier.id,
  };
};

function nextOf(standing: Standing, { tiers }: Ladder, value: number): TierView['next'] {
  const index = standing.tier + 1;
  const above = tiers[index];
  if (above === undefined) return null;
  const at = entryOf(above, index, standing);
  return { id: above.id, at, missing: Math.max(0, at - value) };
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
