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

/** What was paid for a channel, and how many people it reached; null of a channel that is not this server's. */
export interface ChannelSpending {
  readonly channel: string | null;
  readonly spentMinor: number;
  readonly reached: number | null;
}

/** What messages and advertising cost by channel, the dearest first, beside the people they reached. */
export const channelsOf = (
  costs: readonly { readonly channel: string | null; readonly shopMinor: number }[],
  reached: ReadonlyMap<string, number>,
): readonly ChannelSpending[] => {
  const spent = new Map<string | null, number>();
  for (const { channel, shopMinor } of costs) {
    // As people write it: "E-mail" is none of ours, "Email" is.
    const name = channel?.trim().toLowerCase() ?? null;
    spent.set(name, (spent.get(name) ?? 0) + shopMinor);
  }
  return [...spent]
    .map(([channel, spentMinor]) => ({
      channel,
      spentMinor,
      reached: channel === null ? null : (reached.get(channel) ?? null),
    }))
    .toSorted((a, b) => b.spentMinor - a.spentMinor || (keyOf(a) < keyOf(b) ? -1 : 1));
};

/** What names no channel comes last. */
function keyOf({ channel }: ChannelSpending): string {
  return channel === null ? '1' : `0${channel}`;
}
