import type { InsightMonth, InsightShare, StageCount, StageMove } from '@okaeri/shared/insights';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { stage as stages, type LoopThresholds, type Stage } from '@okaeri/shared/segments';
import { lastMonths } from '../../platform/lib/calendar.ts';
import { wilson } from '../../platform/lib/interval-rules.ts';
import { factsOf, stageOf } from '../../loyalty/shoppers/context-rules.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** A part of a whole with its interval; nothing is said of too few. */
export const shareOf = (count: number, of: number): InsightShare => {
  if (of < INSIGHT_PEOPLE_MIN) return { share: null, low: null, high: null, count, of };
  const { low, high } = wilson(count, of);
  return { share: count / of, low, high, count, of };
};

/** What is counted by month. */
type MonthFigure = Exclude<keyof InsightMonth, 'month'>;

export interface MonthCounts {
  add(at: number, figure: MonthFigure, by: number): void;
  list(): readonly InsightMonth[];
}

/** Counts the months up to now; what lies outside of them is left out. */
export const createMonths = (now: number, timeZone: string, count: number): MonthCounts => {
  const months = lastMonths(now, timeZone, count);
  const none = { issued: 0, redeemed: 0, expired: 0, orders: 0, memberOrders: 0, reviews: 0 };
  const rows = months.map(({ name }) => ({ month: name, ...none }));
  return {
    add(at, figure, by) {
      const row = rows[months.findLastIndex(({ startsAt }) => startsAt <= at)];
      if (row !== undefined && at <= now) row[figure] += by;
    },
    list: () => rows,
  };
};

/** What became of a shopper's orders, as far as a stage at another time needs it. */
export interface OrderTimes {
  /** Orders placed since then. */
  readonly since: number;
  /** The latest before then; null where there was none. */
  readonly latestBefore: number | null;
}

/** Where a shopper stood then, from where they stand now and what they have bought since; null where nobody knew them. */
export const stageBefore = (
  row: ShopperRow,
  orders: OrderTimes,
  loop: LoopThresholds,
  then: number,
): Stage | null => {
  if (row.createdAt > then && (row.firstOrderAt ?? Infinity) > then) return null;
  const until = (at: number | null): number | null => (at !== null && at <= then ? at : null);
  const facts = {
    ...factsOf(row, null),
    orderCount: row.orderCount - orders.since,
    firstOrderAt: until(row.firstOrderAt),
    lastOrderAt: until(row.lastOrderAt) ?? orders.latestBefore,
    advocates: until(row.advocateAt) !== null,
  };
  return stageOf(facts, loop, then);
};

/** How many stand at each stage, stood there, and went where. */
export const createStages = () => {
  const moved = new Map<string, { from: Stage | 'new'; to: Stage; count: number }>();
  return {
    add(from: Stage | null, to: Stage): void {
      const key = `${from ?? 'new'} ${to}`;
      const move = moved.get(key) ?? { from: from ?? 'new', to, count: 0 };
      move.count += 1;
      moved.set(key, move);
    },
    read(): { stages: readonly StageCount[]; moves: readonly StageMove[] } {
      const moves = [...moved.values()];
      const sum = (which: 'from' | 'to', stage: Stage): number =>
        moves.reduce((total, move) => total + (move[which] === stage ? move.count : 0), 0);
      return {
        stages: stages.options.map((stage) => ({
          stage,
          now: sum('to', stage),
          before: sum('from', stage),
        })),
        moves: moves.filter(({ from, to }) => from !== to).toSorted((a, b) => b.count - a.count),
      };
    },
  };
};
