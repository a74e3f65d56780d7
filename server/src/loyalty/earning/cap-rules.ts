import type { Cap, CapState } from '@okaeri/shared/caps';
import type { Reward } from '@okaeri/shared/rewards';
import { dayOf, periodEnd, periodStart, startOfDay } from '../../platform/lib/calendar.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { PeriodUsage, Usage } from '../ledger/usage-rules.ts';

/** A cap a part counts against: a shopper's own, or one that all share. */
export interface PartCap {
  /** What is limited, such as `rule:visit`. */
  readonly subject: string;
  readonly cap: Cap;
  readonly shared: boolean;
}

/** Room that was promised and is not used yet. */
export interface PromisedUse {
  readonly subject: string;
  readonly at: number;
  readonly points: number;
}

/** What is left of a cap. */
export interface Room {
  /** Points that may still be given; Infinity where only the count is limited. */
  readonly points: number;
  /** When there will be more; null for never. */
  readonly until: number | null;
}

/** The period a use at `at` counts in: the calendar's own, a day for rolling caps, 0 for a lifetime. */
export const periodOf = (cap: Pick<Cap, 'every'>, at: number, timeZone: string): number => {
  if (cap.every === 'lifetime') return 0;
  return periodStart(at, cap.every === 'rolling' ? 'day' : cap.every, timeZone);
};

/** The earliest period that still counts at `at`. */
export const firstPeriodOf = (
  cap: Pick<Cap, 'every' | 'days'>,
  at: number,
  timeZone: string,
): number => {
  if (cap.every !== 'rolling') return periodOf(cap, at, timeZone);
  return startOfDay(dayOf(at, timeZone) - ((cap.days ?? 1) - 1), timeZone);
};

/** What is left of a cap at `at`, from the periods that count then. */
export const roomOf = (
  cap: Cap,
  used: readonly PeriodUsage[],
  at: number,
  timeZone: string,
): Room => {
  const { times, points } = totalOf(used);
  const left = (cap.points ?? Infinity) - points;
  const room = times < (cap.count ?? Infinity) ? Math.max(0, left) : 0;
  if (cap.every === 'lifetime') return { points: room, until: null };
  if (cap.every === 'rolling') return { points: room, until: rollsOffAt(cap, used, timeZone) };
  return { points: room, until: periodEnd(at, cap.every, timeZone) };
};

/** The state of a cap as shoppers see it. */
export const capStateOf = (
  cap: Cap | null,
  used: readonly PeriodUsage[],
  at: number,
  timeZone: string,
): CapState => {
  if (cap === null) return { kind: 'noLimit' };
  const room = roomOf(cap, used, at, timeZone);
  if (room.points > 0) {
    const { times, points } = totalOf(used);
    return {
      kind: 'limitNotReached',
      countLeft: cap.count === undefined ? null : cap.count - times,
      pointsLeft: cap.points === undefined ? null : cap.points - points,
    };
  }
  return room.until === null
    ? { kind: 'limitReachedForever' }
    : { kind: 'limitReachedUntil', at: isoOf(room.until) };
};

/** The caps a redemption counts against: the shopper's limit, and the stock that all share. */
export const capsOfReward = (reward: Reward): { limit: PartCap[]; stock: PartCap[] } => ({
  limit:
    reward.limit === null
      ? []
      : [{ subject: `reward:${reward.id}`, cap: reward.limit, shared: false }],
  stock:
    reward.stock === null || reward.stock === 0
      ? []
      : [
          {
            subject: `stock:${reward.id}`,
            cap: { count: reward.stock, every: 'lifetime' },
            shared: true,
          },
        ],
});

function totalOf(used: readonly Usage[]): Usage {
  return {
    times: used.reduce((sum, { times }) => sum + times, 0),
    points: used.reduce((sum, { points }) => sum + points, 0),
  };
}

/** When a rolling cap has room again: when enough of its oldest days have left it. */
function rollsOffAt(cap: Cap, used: readonly PeriodUsage[], timeZone: string): number | null {
  let { times, points } = totalOf(used);
  for (const day of used.toSorted((a, b) => a.periodAt - b.periodAt)) {
    times -= day.times;
    points -= day.points;
    if (times < (cap.count ?? Infinity) && points < (cap.points ?? Infinity))
      return startOfDay(dayOf(day.periodAt, timeZone) + (cap.days ?? 1), timeZone);
  }
  return null;
}
