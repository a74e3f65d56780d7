import type { OrderState } from '@okaeri/shared/orders';
import { moveParts, withdrawParts, type MovedSource } from '../../earning/move-parts.ts';
import type { OpenBook } from '../../ledger/open-book.ts';
import type { PartAward } from '../../earning/move-parts.ts';
import { NEVER_AT } from '../../../platform/lib/clock.ts';
import type { Tx } from '../../../platform/store/store.ts';
import { orderTarget, type OrderTarget } from './order-rules.ts';
import type { OrderTerms } from './terms-rules.ts';

/** An order as the award rules need it. */
export interface LoadedOrder extends OrderTerms {
  readonly id: string;
  readonly state: OrderState;
  /** True when no state of it was known before. */
  readonly isNew: boolean;
  /** What the state should have earned. */
  readonly target: OrderTarget;
}

/** Reads an order under its terms. */
export const loadedOrder = (order: Omit<LoadedOrder, 'target'>): LoadedOrder => ({
  ...order,
  target: orderTarget(order.state, order),
});

/** Moves the order's awards to what its state says, for its owner. */
export const setAwards = (
  tx: Tx,
  open: OpenBook,
  order: LoadedOrder,
): Promise<readonly PartAward[]> =>
  moveParts(tx, open, sourceOf(order, effectiveAt(order, open.now)), order.target.parts);

/** Takes the order's awards from a shopper to whom the order no longer belongs (semantics, rule 6). */
export const withdrawAwards = (tx: Tx, open: OpenBook, order: LoadedOrder): Promise<void> => {
  const at = Math.min(open.now, Date.parse(order.state.updatedAt));
  return withdrawParts(tx, open, { ...sourceOf(order, at), neverSeen: false }, 'shopperChanged');
};

function sourceOf(order: LoadedOrder, at: number): MovedSource {
  return {
    kind: 'order',
    id: order.id,
    document: order.document,
    programVersion: order.programVersion,
    effectiveAt: at,
    neverSeen: order.isNew,
    counts: order.target.counts,
  };
}

function effectiveAt(order: LoadedOrder, now: number): number {
  const { target } = order;
  if (!order.isNew) return Math.min(now, Date.parse(order.state.updatedAt));
  const paidAt = Date.parse(order.state.paidAt ?? order.state.placedAt);
  const matureAt = target.parts[0]?.matureAt ?? NEVER_AT;
  // What could be spent at once took effect when it became spendable.
  return matureAt <= now ? Math.max(paidAt, matureAt) : paidAt;
}
