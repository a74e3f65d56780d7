import type { OrderRule } from '@okaeri/shared/earning';
import type { OrderState } from '@okaeri/shared/orders';
import { DAY_MS, NEVER_AT } from '../../../platform/lib/clock.ts';

/** When an order's points can be spent: counted from the order's own times (semantics, rule 4). */
export const maturityOf = (state: OrderState, hold: OrderRule['hold']): number => {
  // A voided order keeps its dates: what a refund policy leaves of its points stays as it was.
  const waits = state.paymentStatus === 'unpaid' || state.paymentStatus === 'partiallyPaid';
  const start = waits ? null : holdStart(state, hold.from);
  return start === null ? NEVER_AT : start + hold.days * DAY_MS;
};

/** When an order came to its shopper, else was sent to them; null while, or where, it did not. */
export const arrivalOf = (state: OrderState): number | null =>
  state.cancelledAt != null || state.paymentStatus === 'voided'
    ? null
    : (instantOf(state.deliveredAt) ?? instantOf(state.fulfilledAt));

/** An order that came to its shopper. */
export interface ArrivedOrder {
  readonly id: string;
  readonly state: OrderState;
  readonly arrivedAt: number;
}

/** The event from which the hold runs. A later event stands in for one the shop did not report. */
function holdStart(state: OrderState, from: OrderRule['hold']['from']): number | null {
  const paid = instantOf(state.paidAt) ?? instantOf(state.placedAt);
  const delivered = instantOf(state.deliveredAt);
  if (from === 'paid') return paid;
  if (from === 'delivered') return delivered;
  return instantOf(state.fulfilledAt) ?? delivered;
}

function instantOf(text: string | null | undefined): number | null {
  return text == null ? null : Date.parse(text);
}
