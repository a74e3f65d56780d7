import type { ProgramDocument } from '@okaeri/shared/program';
import { readPurchaseDays } from '../../../loyalty/orders/days/read-days.ts';
import { walkPurchaseDays } from '../../../loyalty/orders/days/walk-days.ts';
import type { Store } from '../../../platform/store/store.ts';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import { purchaseDaysOf, type PurchaseDay } from './purchase-day-rules.ts';

/** Whose purchase days are walked through, and up to when. */
export interface Walked {
  readonly shopId: string;
  readonly document: ProgramDocument;
  /** The shop's tags of people who belong to it: they stand in no figure (E9). */
  readonly insiderTags: readonly string[];
  /** From which local day on all orders are known; null where they always were (E72). */
  readonly completeFrom: string | null;
  /** The last day that counts, from 1970-01-01. */
  readonly until: number;
  /** Whether days on which all that was kept cost nothing count too (E70). */
  readonly includeFreeOrders: boolean;
}

/** Somebody who has bought, with their purchase days, the earliest first. */
export interface BuyerDays {
  readonly shopperId: string;
  readonly days: readonly PurchaseDay[];
  /** Whether all they bought is known: of others nobody knows how often that was (E72). */
  readonly isComplete: boolean;
}

/** Everybody who has bought up to a day and is no insider, in the order of their ids. */
export async function* walkBuyers(store: Store, walked: Walked): AsyncGenerator<BuyerDays> {
  const { shopId, document: terms, insiderTags, until, completeFrom } = walked;
  const from = firstComplete(completeFrom);
  for await (const { shopperId, days } of walkPurchaseDays(store, {
    shopId,
    terms,
    insiderTags,
    until,
  })) {
    const bought = purchaseDaysOf(days, walked);
    const isComplete = (days[0]?.day ?? Infinity) >= from;
    if (bought.length > 0) yield { shopperId, days: bought, isComplete };
  }
}

/** The purchase days of one shopper up to a day, the earliest first. */
export const daysOfShopper = async (
  store: Store,
  of: Pick<Walked, 'shopId' | 'until' | 'completeFrom'> & { readonly shopperId: string },
): Promise<Pick<BuyerDays, 'days' | 'isComplete'>> => {
  const kept = await store.read((tx) => readPurchaseDays(tx, of));
  const days = kept.filter(({ day }) => day <= of.until);
  return {
    days: purchaseDaysOf(days, { includeFreeOrders: false }),
    isComplete: (days[0]?.day ?? Infinity) >= firstComplete(of.completeFrom),
  };
};

function firstComplete(completeFrom: string | null): number {
  return completeFrom === null ? -Infinity : Date.parse(completeFrom) / DAY_MS;
}
