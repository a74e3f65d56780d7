import type { Tier, TierPolicy } from '@okaeri/shared/tiers';
import { monthsPeriodOf, plusMonths } from '../../platform/lib/calendar.ts';
import type { Standing, StandingDay } from '../ledger/documents.ts';

/** The tiers of a programme and how they are reached. */
export interface Ladder {
  /** Names this ladder: a standing followed on another begins anew. */
  readonly key: string;
  readonly tiers: readonly Tier[];
  readonly policy: TierPolicy;
  readonly timeZone: string;
}

/** Something that counts: on which day, and how much. */
export interface Counted {
  readonly day: number;
  readonly value: number;
}

/** A shopper who has not counted for anything. */
export const emptyStanding = (ladder: Ladder, day: number): Standing => ({
  ladder: ladder.key,
  tier: 0,
  reached: 0,
  since: day,
  day,
  shortSince: null,
  days: [],
});

/** What counts now, and what counts for keeping: in windows of periods the last one does too. */
export const valuesOf = (
  standing: Standing,
  policy: TierPolicy,
  joinedDay: number,
): { readonly now: number; readonly kept: number } => {
  if (policy.window.kind === 'lifetime' || policy.window.kind === 'rolling') {
    const sum = standing.days.reduce((total, [, value]) => total + value, 0);
    return { now: sum, kept: sum };
  }
  const bucket = bucketOf(policy, standing.day, joinedDay);
  const now = valueIn(standing.days, bucket);
  const before = standing.days.find(([first]) => first < bucket)?.[1] ?? 0;
  return { now, kept: Math.max(now, before) };
};

/** What it takes to get into a tier: less or more for who had it before. */
export const entryOf = (tier: Tier, index: number, standing: Standing): number =>
  index <= standing.reached && index > standing.tier ? (tier.reentry ?? tier.entry) : tier.entry;

/** Lets time pass up to a day: what counted falls out of the window, tiers are lost. */
export const advanceTo = (
  standing: Standing,
  ladder: Ladder,
  day: number,
  joinedDay: number,
): Standing => {
  let current = standing;
  for (;;) {
    const next = nextDayOf(current, ladder, joinedDay);
    if (next > day) break;
    current = evaluate({ ...current, day: next }, ladder, joinedDay);
  }
  return current.day >= day ? current : evaluate({ ...current, day }, ladder, joinedDay);
};

/** Counts something on the standing's day. What belongs to a time that no longer counts changes nothing. */
export const countIn = (
  standing: Standing,
  ladder: Ladder,
  counted: Counted,
  joinedDay: number,
): Standing => {
  const bucket = bucketOf(ladder.policy, Math.min(counted.day, standing.day), joinedDay);
  const days = [
    ...standing.days.filter(([day]) => day !== bucket),
    [bucket, valueIn(standing.days, bucket) + counted.value] as const,
  ].toSorted(([a], [b]) => a - b);
  return evaluate({ ...standing, days }, ladder, joinedDay);
};

/** How the standing would go on if nothing more were earned: the first loss, if there is one. */
export const firstLoss = (
  standing: Standing,
  ladder: Ladder,
  joinedDay: number,
): { readonly standing: Standing; readonly kept: number } | null => {
  let current = standing;
  while (current.tier === standing.tier && current.tier > 0) {
    const next = nextDayOf(current, ladder, joinedDay);
    if (next === Infinity) return null;
    const after = evaluate({ ...current, day: next }, ladder, joinedDay);
    if (after.tier < current.tier)
      return { standing: after, kept: valuesOf(after, ladder.policy, joinedDay).kept };
    current = after;
  }
  return null;
};

/** The first day of the period a day lies in; for windows without periods, the day itself or 0. */
function bucketOf(policy: TierPolicy, day: number, joinedDay: number): number {
  const { window } = policy;
  switch (window.kind) {
    case 'rolling':
      return day;
    case 'calendar':
      return monthsPeriodOf(day, window.months, window.startMonth);
    case 'anniversary': {
      let periods = Math.max(0, Math.floor((day - joinedDay) / (31 * window.months)));
      while (plusMonths(joinedDay, (periods + 1) * window.months) <= day) periods += 1;
      return plusMonths(joinedDay, periods * window.months);
    }
    default:
      return 0;
  }
}

function valueIn(days: readonly StandingDay[], bucket: number): number {
  return days.find(([first]) => first === bucket)?.[1] ?? 0;
}

/** The next day on which time alone may change the standing. */
function nextDayOf(standing: Standing, ladder: Ladder, joinedDay: number): number {
  const { policy } = ladder;
  const { window } = policy;
  const graceEnd = standing.shortSince === null ? Infinity : standing.shortSince + policy.graceDays;
  let change = Infinity;
  if (window.kind === 'rolling')
    for (const [day] of standing.days) change = Math.min(change, day + window.days);
  else if (window.kind !== 'lifetime' && standing.tier > 0)
    change = nextPeriodOf(policy, bucketOf(policy, standing.day, joinedDay));
  return Math.min(graceEnd > standing.day ? graceEnd : Infinity, change);
}

/** What the standing is on its day: up at once, down once grace is over. */
function evaluate(standing: Standing, ladder: Ladder, joinedDay: number): Standing {
  let current = trimmed(standing, ladder.policy, joinedDay);
  const { now, kept } = valuesOf(current, ladder.policy, joinedDay);
  current = climb(current, ladder, now);
  while (current.tier > 0 && kept < keepOf(ladder, current.tier)) {
    const shortSince = current.shortSince ?? current.day;
    if (current.day < shortSince + ladder.policy.graceDays) return { ...current, shortSince };
    const tier = fallFrom(current, ladder, kept);
    current = { ...current, tier, since: current.day, shortSince: null };
    // One step at a time: who falls short of the next one too has its grace first.
    if (ladder.policy.downgrade === 'oneStep' && ladder.policy.graceDays > 0)
      return kept < keepOf(ladder, tier) ? { ...current, shortSince: current.day } : current;
  }
  return current.shortSince === null ? current : { ...current, shortSince: null };
}

/** The first day of the next period, for windows of periods. */
function nextPeriodOf(policy: TierPolicy, first: number): number {
  const { window } = policy;
  return 'months' in window ? plusMonths(first, window.months) : Infinity;
}

/** Days that no longer count fall out. */
function trimmed(standing: Standing, policy: TierPolicy, joinedDay: number): Standing {
  const { window } = policy;
  if (window.kind === 'lifetime') return standing;
  const current = bucketOf(policy, standing.day, joinedDay);
  const first =
    window.kind === 'rolling'
      ? standing.day - window.days + 1
      : // The period before still counts for keeping.
        bucketOf(policy, current - 1, joinedDay);
  return standing.days.every(([day]) => day >= first)
    ? standing
    : { ...standing, days: standing.days.filter(([day]) => day >= first) };
}

function climb(standing: Standing, ladder: Ladder, value: number): Standing {
  let { tier } = standing;
  ladder.tiers.forEach((candidate, index) => {
    if (index > tier && value >= entryOf(candidate, index, standing)) tier = index;
  });
  if (tier === standing.tier) return standing;
  const reached = Math.max(standing.reached, tier);
  return { ...standing, tier, reached, since: standing.day, shortSince: null };
}

function keepOf(ladder: Ladder, index: number): number {
  const tier = ladder.tiers[index];
  return tier === undefined ? 0 : (tier.keep ?? tier.entry);
}

function fallFrom(standing: Standing, ladder: Ladder, kept: number): number {
  if (ladder.policy.downgrade === 'oneStep') return standing.tier - 1;
  let { tier } = standing;
  while (tier > 0 && kept < keepOf(ladder, tier)) tier -= 1;
  return tier;
}
