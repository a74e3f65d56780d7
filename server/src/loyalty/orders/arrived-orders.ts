import type { OrderState } from '@okaeri/shared/orders';
import { first, type Tx } from '../../platform/store/store.ts';
import type { ArrivedOrder } from './rules/maturity-rules.ts';
import { selectArrivedOrders, selectOrder } from './rules/queries.ts';
import { readState } from './rules/state-rules.ts';

/** Orders of a shopper that arrived in a span of time, the newest first. */
export const listArrivedOrders = async (
  tx: Tx,
  asked: { shopId: string; shopperId: string; after: number; until: number; limit: number },
): Promise<ArrivedOrder[]> => {
  const found = await tx.run(selectArrivedOrders, asked);
  return found.flatMap(({ id, state, arrivedAt }) =>
    arrivedAt === null ? [] : [{ id, state: readState(state), arrivedAt }],
  );
};

/** An order and whose it is, once it has arrived. */
export const arrivedOrderOf = async (
  tx: Tx,
  asked: { shopId: string; orderId: string },
): Promise<{ order: ArrivedOrder; shopperId: string | null } | undefined> => {
  const row = await first(tx, selectOrder, { shopId: asked.shopId, id: asked.orderId });
  if (row?.arrivedAt == null) return undefined;
  const { id, arrivedAt, shopperId } = row;
  return { order: { id, state: readState(row.state), arrivedAt }, shopperId };
};

/** An order, when it is this shopper's. */
export const findOrderOf = async (
  tx: Tx,
  asked: { shopId: string; shopperId: string; orderId: string },
): Promise<OrderState | undefined> => {
  const row = await first(tx, selectOrder, { shopId: asked.shopId, id: asked.orderId });
  return row?.shopperId === asked.shopperId ? readState(row.state) : undefined;
};
