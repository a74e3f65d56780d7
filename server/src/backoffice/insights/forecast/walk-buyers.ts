import type { ProgramDocument } from '@okaeri/shared/program';
import { readPurchaseDays } from '../../../loyalty/orders/days/read-days.ts';
import { walkPurchaseDays, type ShopperDays } from '../../../loyalty/orders/days/walk-days.ts';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import type { Store } from '../../../platform/store/store.ts';
import type { PurchaseDay } from './purchase-day-rules.ts';

/** Whose purchase days are walked through, and up to when. */
export interface Walked {
  readonly shopId: string;
  readonly document: ProgramDocument;
  /** The shop's tags of people who belong to it: they stand in no figure (E9). */
  readonly insiderTags: readonly string[];
  /** The last day that counts, from 1970-01-01. */
  readonly until: number;
  /** From which local day on all orders are known; null where they always were. */
  readonly completeFrom: string | null;
  /** Hears of each shopper who had bought before: nobody knows how often, so they are left out (E72). */
  readonly leaveOut?: () => void;
  /** Whether days on which all that was kept cost nothing count too (E70). */
  readonly includeFreeOrders: boolean;
}

/** Somebody who has bought, with their purchase days, the earliest first. */
export interface BuyerDays {
  readonly shopperId: string;
  readonly days: readonly PurchaseDay[];
}

/** Everybody who has bought up to a day and is no insider, in the order of their ids. */
export async function* walkBuyers(store: Store, walked: Walked): AsyncGenerator<BuyerDays> {
  const { shopId, document: terms, insiderTags, until, includeFreeOrders, completeFrom } = walked;
  const from = completeFrom === null ? -Infinity : Date.parse(completeFrom) / DAY_MS;
  for await (const { shopperId, days } of walkPurchaseDays(store, {
    shopId,
    terms,
    insiderTags,
    until,
  })) {
    if ((days[0]?.day ?? Infinity) < from) {
      walked.leaveOut?.();
      continue;
    }
    const bought = purchaseDays(days, includeFreeOrders);
    if (bought.length > 0) yield { shopperId, days: bought };
  }
}

/** The purchase days of one shopper up to a day, the earliest first. */
export const daysOfShopper = async (
  store: Store,
  of: { readonly shopId: string; readonly shopperId: string; readonly until: number },
): Promise<readonly PurchaseDay[]> => {
  const days = await store.read((tx) => readPurchaseDays(tx, of));
  return purchaseDays(
    days.filter(({ day }) => day <= of.until),
    false,
  );
};

function purchaseDays(
  days: ShopperDays['days'],
  includeFreeOrders: boolean,
): readonly PurchaseDay[] {
  return includeFreeOrders ? days : days.filter(({ orders }) => orders > 0);
}
