import { monthOfDay } from './day-rules.ts';

/** Buyers whose first purchase day lies in one month, and how many of them bought again. */
export interface CohortCounts {
  readonly month: number;
  readonly size: number;
  /** Who bought in the month so many after the first; in the first, on another day than the first. */
  readonly again: readonly number[];
  /** Who had bought on another day by the end of that month. */
  readonly cumulative: readonly number[];
}

interface Cohort {
  size: number;
  readonly again: number[];
  /** By the month of the second purchase day. */
  readonly second: number[];
}

/** Begins to count cohorts, shopper by shopper (E73). */
export const createCohorts = (asOf: number) => {
  const cohorts = new Map<number, Cohort>();
  const last = monthOfDay(asOf);
  let repeaters = 0;
  let shoppers = 0;
  return {
    /** @param days the purchase days of one shopper up to `asOf`, the earliest first */
    add([first, second, ...later]: readonly number[]): void {
      if (first === undefined) return;
      const month = monthOfDay(first);
      const cohort = cohorts.get(month) ?? emptyCohort(last - month + 1);
      cohorts.set(month, cohort);
      cohort.size += 1;
      shoppers += 1;
      if (second === undefined) return;
      repeaters += 1;
      countUp(cohort.second, monthOfDay(second) - month);
      for (const at of new Set([second, ...later].map((day) => monthOfDay(day) - month)))
        countUp(cohort.again, at);
    },
    read: (): { cohorts: readonly CohortCounts[]; shoppers: number; repeaters: number } => ({
      shoppers,
      repeaters,
      cohorts: [...cohorts]
        .toSorted(([a], [b]) => a - b)
        .map(([month, { size, again, second }]) => ({
          month,
          size,
          again,
          cumulative: cumulate(second),
        })),
    }),
  };
};

function emptyCohort(months: number): Cohort {
  const none = (): number[] => Array.from({ length: months }, () => 0);
  return { size: 0, again: none(), second: none() };
}

function countUp(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function cumulate(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => (sum += count));
}
