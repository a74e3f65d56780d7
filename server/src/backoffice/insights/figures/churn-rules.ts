import { firstDayOf, monthOfDay } from './day-rules.ts';

/** How many had bought lately when a month began, and how many of them it lost. */
export interface ChurnCounts {
  readonly month: number;
  readonly active: number;
  readonly lost: number;
}

/**
 * Begins to count who is lost, month by month. Somebody is active until `lapsedDays` have passed since their last
 * purchase day; whoever is active on the first day of a month and comes to that point within it, without having bought
 * in between, is lost in it. Who comes back later was lost all the same.
 *
 * @param months how many months are told, the one of `asOf` the last
 */
export const createChurn = (
  asOf: number,
  { lapsedDays, months }: { readonly lapsedDays: number; readonly months: number },
) => {
  const last = monthOfDay(asOf);
  const counts = Array.from({ length: months }, (_, i) => ({
    month: last - months + 1 + i,
    active: 0,
    lost: 0,
  }));
  return {
    /** @param days the purchase days of one shopper up to `asOf`, the earliest first */
    add(days: readonly number[]): void {
      for (const [i, day] of days.entries()) {
        const next = days[i + 1] ?? Infinity;
        const lapse = day + lapsedDays;
        for (const count of counts) {
          const begin = firstDayOf(count.month);
          // Months for whose beginning this was the last purchase, and not too long ago.
          if (begin <= day || begin > next || begin > lapse || begin > asOf) continue;
          count.active += 1;
          if (lapse < firstDayOf(count.month + 1) && lapse <= asOf && lapse < next) count.lost += 1;
        }
      }
    },
    read: (): readonly ChurnCounts[] => counts,
  };
};
