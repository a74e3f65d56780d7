import { firstDayOf, monthOfDay } from './day-rules.ts';

/** A purchase day, with what it was worth. */
export interface ValuedDay {
  readonly day: number;
  readonly valueMinor: number;
}

/** What a month brought, and how many bought for the first time in it. */
export interface AcquisitionMonth {
  readonly month: number;
  readonly newBuyers: number;
  readonly revenueMinor: number;
  /** Of the first purchase days in it. */
  readonly firstRevenueMinor: number;
}

/** Begins to count new buyers and revenue, month by month (E125). */
export const createAcquisition = (asOf: number, months: number) => {
  const last = monthOfDay(asOf);
  const rows = Array.from({ length: months }, (_, i) => ({
    month: last - months + 1 + i,
    newBuyers: 0,
    revenueMinor: 0,
    firstRevenueMinor: 0,
  }));
  const begin = firstDayOf(last - months + 1);
  return {
    /** @param days the purchase days of one shopper up to `asOf`, the earliest first */
    add(days: readonly ValuedDay[]): void {
      for (const [i, { day, valueMinor }] of days.entries()) {
        if (day < begin) continue;
        const row = rows[monthOfDay(day) - last + months - 1];
        if (row === undefined) continue;
        row.revenueMinor += valueMinor;
        if (i > 0) continue;
        row.newBuyers += 1;
        row.firstRevenueMinor += valueMinor;
      }
    },
    read: (): readonly AcquisitionMonth[] => rows,
  };
};

/** Spending beside what stands against it; null where there is nothing to divide by. */
export const costsOf = (
  { newBuyers, revenueMinor, firstRevenueMinor }: AcquisitionMonth,
  adsMinor: number,
) => ({
  /** Of one new buyer. */
  costMinor: newBuyers > 0 ? adsMinor / newBuyers : null,
  /** Revenue for each unit of ad spend: never called caused. */
  roas: adsMinor > 0 ? revenueMinor / adsMinor : null,
  firstRoas: adsMinor > 0 ? firstRevenueMinor / adsMinor : null,
});
