import type { OrderState } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import { moveSource } from '../ledger/award-source.ts';
import type { OpenBook } from '../ledger/open-book.ts';
import { awardOf, type Award } from '../ledger/book-rules.ts';
import type { Tx } from '../store/store.ts';
import { orderTarget, type OrderTarget } from './order-rules.ts';

/** An order as the award rules need it. */
export interface KnownOrder {
  readonly id: string;
  readonly state: OrderState;
  readonly document: ProgramDocument;
  readonly programVersion: number;
  /** True when no state of it was known before. */
  readonly isNew: boolean;
  /** What the state should have earned. */
  readonly target: OrderTarget;
}

/** Reads an order under its programme version. */
export const knownOrder = (order: Omit<KnownOrder, 'target'>): KnownOrder => ({
  ...order,
  target: orderTarget(order.state, order.document, order.programVersion),
});

const effectiveAt = (order: KnownOrder, now: number): number => {
  const { target } = order;
  if (!order.isNew) return Math.min(now, Date.parse(order.state.updatedAt));
  const paidAt = Date.parse(order.state.paidAt ?? order.state.placedAt);
  // What could be spent at once took effect when it became spendable.
  return target.matureAt <= now ? Math.max(paidAt, target.matureAt) : paidAt;
};

/** Moves the order's award to what its state says, for its owner. */
export const setAward = async (tx: Tx, open: OpenBook, order: KnownOrder): Promise<Award> => {
  const { target } = order;
  const row = await moveSource(tx, open, {
    kind: 'order',
    sourceId: order.id,
    neverSeen: order.isNew,
    programVersion: order.programVersion,
    target: target.target,
    matureAt: target.matureAt,
    expireAt: target.expireAt,
    policy: order.document.refunds.policy,
    effectiveAt: effectiveAt(order, open.now),
    receipt: target.receipt,
  });
  return awardOf(open.book, row.id);
};

/** Takes the order's award from a shopper to whom the order no longer belongs (semantics, rule 6). */
export const withdrawAward = async (tx: Tx, open: OpenBook, order: KnownOrder): Promise<void> => {
  const { target } = order;
  await moveSource(tx, open, {
    kind: 'order',
    sourceId: order.id,
    neverSeen: false,
    programVersion: order.programVersion,
    target: 0,
    matureAt: target.matureAt,
    expireAt: target.expireAt,
    policy: order.document.refunds.policy,
    effectiveAt: Math.min(open.now, Date.parse(order.state.updatedAt)),
    receipt: {
      ...target.receipt,
      awarded: 0,
      reason: 'shopperChanged',
      lines: target.receipt.lines.map((line) => ({ ...line, kept: 0 })),
    },
  });
};
