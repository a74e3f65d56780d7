import type { PurchaseHistory } from '../../../loyalty/buyers/outlook-rules.ts';
import type { RepeatValue } from '../../../loyalty/buyers/worth-rules.ts';
import { mergeDays, type PurchaseDay } from './purchase-day-rules.ts';

/** Beyond so many different histories times are rounded to whole weeks; below never, as it moves the parameters. */
export const DISTINCT_MAX = 100_000;
const WEEK_DAYS = 7;

/** What a forecast is made of: everybody who has bought up to a day, without their names. */
export interface Purchases {
  /** In order of x, then of the times, so that sums never depend on who came first. */
  readonly histories: readonly PurchaseHistory[];
  readonly values: readonly RepeatValue[];
  readonly shoppers: number;
  /** Shoppers with more than one purchase day. */
  readonly repeatBuyers: number;
  readonly repeatPurchases: number;
  /** From anybody's first purchase day to the day the figures are of; null where nobody has bought. */
  readonly historyDays: number | null;
  /** The median of the days between purchases that were followed by another; null where there are none. */
  readonly medianGapDays: number | null;
  readonly withoutRate: number;
}

/** Counts shoppers as they are walked by. */
export interface Tally {
  /** Adds the purchase days of one shopper, in any order. */
  add(days: readonly PurchaseDay[]): void;
  read(): Purchases;
}

/**
 * Begins to count. Shoppers who have bought alike are one row, so a million of them take the memory of their different
 * histories.
 *
 * @param asOf the day the figures are of; what was bought later does not count
 * @param minorUnits minor units of one unit of the shop's currency
 */
export const createTally = (asOf: number, minorUnits: number): Tally => {
  const histories = new Map<string, { x: number; tx: number; T: number; count: number }>();
  const values = new Map<string, { x: number; m: number; count: number }>();
  const gaps = new Map<number, number>();
  const sums = { shoppers: 0, repeatBuyers: 0, repeatPurchases: 0, withoutRate: 0 };
  let firstDay = Number.POSITIVE_INFINITY;

  return {
    add(given) {
      const days = mergeDays(given, asOf);
      const [first, ...later] = days;
      const last = days.at(-1);
      if (first === undefined || last === undefined) return;
      const x = later.length;
      firstDay = Math.min(firstDay, first.day);
      sums.shoppers += 1;
      sums.repeatPurchases += x;
      if (x > 0) sums.repeatBuyers += 1;
      for (const { withoutRate } of days) sums.withoutRate += withoutRate;
      const [tx, T] = [last.day - first.day, asOf - first.day];
      countUp(histories, `${x} ${tx} ${T}`, { x, tx: tx / WEEK_DAYS, T: T / WEEK_DAYS });
      let before = first.day;
      for (const { day } of later) {
        gaps.set(day - before, (gaps.get(day - before) ?? 0) + 1);
        before = day;
      }
      const valued = later.filter(({ withoutRate }) => withoutRate === 0);
      const minor = valued.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
      if (minor <= 0) return;
      const m = minor / valued.length / minorUnits;
      countUp(values, `${valued.length} ${m}`, { x: valued.length, m });
    },
    read: () => ({
      ...sums,
      histories: groupHistories([...histories.values()]),
      values: [...values.values()].toSorted((a, b) => a.x - b.x || a.m - b.m),
      historyDays: sums.shoppers === 0 ? null : asOf - firstDay,
      medianGapDays: medianOf(gaps),
    }),
  };
};

/** Histories in their order, and in whole weeks where there are too many different ones. */
export const groupHistories = (histories: readonly PurchaseHistory[]): PurchaseHistory[] => {
  const rounded = new Map<string, { x: number; tx: number; T: number; count: number }>();
  if (histories.length > DISTINCT_MAX)
    for (const { x, tx, T, count } of histories) {
      const whole = { x, tx: Math.round(tx), T: Math.round(T) };
      countUp(rounded, `${x} ${whole.tx} ${whole.T}`, whole, count);
    }
  const kept = histories.length > DISTINCT_MAX ? [...rounded.values()] : [...histories];
  return kept.toSorted((a, b) => a.x - b.x || a.tx - b.tx || a.T - b.T);
};

function countUp<Row extends object>(
  into: Map<string, Row & { count: number }>,
  key: string,
  row: Row,
  by = 1,
): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, { ...row, count: by });
  else known.count += by;
}

/** The middle of counted numbers, or the mean of the two in the middle. */
function medianOf(counts: ReadonlyMap<number, number>): number | null {
  const sorted = [...counts].toSorted(([a], [b]) => a - b);
  const many = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (many === 0) return null;
  const at = (place: number): number => {
    let passed = 0;
    for (const [value, count] of sorted) {
      passed += count;
      if (place < passed) return value;
    }
    return Number.NaN;
  };
  return (at(Math.floor((many - 1) / 2)) + at(Math.floor(many / 2))) / 2;
}
