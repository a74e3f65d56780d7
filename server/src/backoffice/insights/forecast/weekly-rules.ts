import type { ForecastFigures } from '@okaeri/shared/figures';
import {
  expectedOfNew,
  type BgNbd,
  type PurchaseHistory,
} from '../../../loyalty/buyers/outlook-rules.ts';
import { round } from '../round-rules.ts';
import { totalOf } from './bg-nbd-rules.ts';
import { quantileOf } from './spread-rules.ts';

/** Weeks before the day that are told, and how many of those to come are told as one. */
const PAST_WEEKS = 26;
const STEP_WEEKS = 4;
const WEEK_DAYS = 7;
/** What of the draws lies outside on each side: 95 of 100 lie between. */
const TAIL = 0.025;
/** Sets of parameters for what lies between in each step: fewer than of the total, as there are many steps. */
const DRAWS = 100;

type Weekly = NonNullable<ForecastFigures['weekly']>;

/** Repeat purchases week by week up to a day, and how many people began on which day. */
export interface Weeks {
  /** In each of the last weeks, the earliest first. */
  readonly repeats: readonly number[];
  readonly began: ReadonlyMap<number, number>;
  readonly asOf: number;
}

/** Begins to count weeks back from a day, that day included. */
export const createWeeks = (asOf: number) => {
  const repeats = Array<number>(PAST_WEEKS).fill(0);
  const began = new Map<number, number>();
  return {
    /** @param days the purchase days of one shopper, the earliest first */
    add(days: readonly { readonly day: number }[]): void {
      const [first, ...later] = days;
      if (first === undefined || first.day > asOf) return;
      began.set(first.day, (began.get(first.day) ?? 0) + 1);
      for (const { day } of later) {
        const at = PAST_WEEKS - 1 - Math.floor((asOf - day) / WEEK_DAYS);
        if (day <= asOf && at >= 0) repeats[at] = (repeats[at] ?? 0) + 1;
      }
    },
    read: (): Weeks => ({ repeats, began, asOf }),
  };
};

/**
 * What was bought week by week beside what the fit makes of those weeks, and what it expects of the weeks to come, of
 * the people of today.
 *
 * @param by sets of parameters that may as well have been fitted; null where nothing is known of them
 */
export const weeklyOf = (
  fit: BgNbd,
  { repeats, began, asOf }: Weeks,
  by: {
    readonly histories: readonly PurchaseHistory[];
    readonly horizonWeeks: number;
    readonly draws: readonly BgNbd[] | null;
  },
): Weekly => ({
  past: repeats.map((count, i) => {
    const from = asOf - (PAST_WEEKS - i) * WEEK_DAYS + 1;
    const fitted =
      expectedUpTo(fit, began, from + WEEK_DAYS - 1) - expectedUpTo(fit, began, from - 1);
    return { from: dateOf(from), count, fitted: round(fitted) };
  }),
  coming: comingOf(fit, by).map(({ after, ...step }) => ({
    from: dateOf(asOf + after * WEEK_DAYS + 1),
    ...step,
  })),
});

/** Steps of some weeks up to the horizon: repeat purchases in each of their weeks. */
function comingOf(
  fit: BgNbd,
  by: {
    readonly histories: readonly PurchaseHistory[];
    readonly horizonWeeks: number;
    readonly draws: readonly BgNbd[] | null;
  },
) {
  const { histories, horizonWeeks } = by;
  const ends = Array.from({ length: Math.ceil(horizonWeeks / STEP_WEEKS) }, (_, i) =>
    Math.min(horizonWeeks, (i + 1) * STEP_WEEKS),
  );
  const perWeek = (parameters: BgNbd): number[] => {
    const totals = ends.map((end) => totalOf(parameters, histories, end));
    return ends.map((end, i) => {
      const weeks = end - (ends[i - 1] ?? 0);
      return ((totals[i] ?? 0) - (totals[i - 1] ?? 0)) / weeks;
    });
  };
  const values = perWeek(fit);
  const drawn = by.draws?.slice(0, DRAWS).map(perWeek) ?? [];
  return ends.map((end, i) => {
    const after = ends[i - 1] ?? 0;
    const there = drawn.map((steps) => steps[i] ?? 0);
    const quantile = (part: number): number | null =>
      there.length === 0 ? null : round(quantileOf(there, part));
    const value = round(values[i] ?? 0);
    return { after, weeks: end - after, value, low: quantile(TAIL), high: quantile(1 - TAIL) };
  });
}

/** Repeat purchases that the fit expects up to the end of a day of everybody who had begun by then. */
function expectedUpTo(fit: BgNbd, began: ReadonlyMap<number, number>, day: number): number {
  return [...began]
    .toSorted(([a], [b]) => a - b)
    .reduce(
      (sum, [first, count]) =>
        first < day ? sum + count * expectedOfNew(fit, (day - first) / WEEK_DAYS) : sum,
      0,
    );
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
