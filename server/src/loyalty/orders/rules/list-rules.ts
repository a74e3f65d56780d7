import { cutWords } from '@okaeri/shared/words';
import type { OrderStanding } from '@okaeri/shared/list-words';
import type { OrderState } from '@okaeri/shared/orders';
import { readMoney, refundedInFull } from './money-rules.ts';

/** What lists know of an order besides its state. */
export interface ListedAs {
  readonly placedAt: number;
  readonly standing: OrderStanding;
  readonly numberKey: string;
}

/** All of an order's money, whatever a programme counts. */
const EVERYTHING = { includeTax: true, includeShipping: true } as const;
/** Characters of a number that count when one is typed. */
const NUMBER_LENGTH_MAX = 40;

/** How an order stands in lists. */
export const listedAs = (id: string, state: OrderState): ListedAs => ({
  placedAt: Date.parse(state.placedAt),
  standing: standingOf(state),
  numberKey: numberKeyOf(id),
});

/** What an order charged and what of it was refunded, with tax and shipping. */
export const moneyOf = (state: OrderState): { totalMinor: number; refundedMinor: number } => {
  const { parts } = readMoney(state, EVERYTHING);
  return parts.reduce(
    (sum, part) => ({
      totalMinor: sum.totalMinor + part.grossMinor,
      refundedMinor: sum.refundedMinor + part.refundedMinor,
    }),
    { totalMinor: 0, refundedMinor: 0 },
  );
};

/** Where an order stands, in one word: what undoes it says more than how it was paid. */
export const standingOf = (state: OrderState): OrderStanding => {
  if (state.cancelledAt != null) return 'cancelled';
  if (state.paymentStatus === 'voided') return 'voided';
  if (refundedInFull(state)) return 'refunded';
  return moneyOf(state).refundedMinor > 0 ? 'partlyRefunded' : state.paymentStatus;
};

/**
 * What an order is found by when its number is typed. Of `K-1311` and `#1311` that is `1311`, as people leave the
 * letters out. Hexadecimal, so that keys are in the same order under every collation.
 */
export const numberKeyOf = (id: string): string => {
  const folded = foldNumber(id);
  const digits = /^\D{0,6}?(\d+)$/.exec(folded)?.[1] ?? folded;
  return Buffer.from(`=${cutWords(digits, NUMBER_LENGTH_MAX)}`).toString('hex');
};

/** Whether an order's number begins with what was typed, with its letters or without. */
export const isNumbered = (id: string, typed: string): boolean => {
  const folded = foldNumber(id);
  const wanted = foldNumber(typed);
  return folded.startsWith(wanted) || folded.replace(/^\D{0,6}/, '').startsWith(wanted);
};

function foldNumber(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/^#/, '').trim();
}
