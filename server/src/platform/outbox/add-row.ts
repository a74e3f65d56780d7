import type { Deps } from '../../deps.ts';
import type { Tx } from '../store/store.ts';
import { insertOutbox } from './queries.ts';
import type { OutboxPayload } from './payloads.ts';

/**
 * Puts something in that must leave, within the write that makes it so. The same id
 * again changes nothing, but for the time of what has not been tried yet.
 */
export const addToOutbox = (
  deps: Deps,
  tx: Tx,
  input: {
    shop: { readonly id: string; readonly clockOffsetMs: number };
    id: string;
    payload: OutboxPayload;
    /** In the shop's own time. */
    dueAt: number;
  },
): Promise<unknown> => {
  const { shop, id, payload, dueAt } = input;
  return tx.run(insertOutbox, {
    shopId: shop.id,
    id,
    payload,
    lane: deps.lanes[payload.kind],
    dueAt: dueAt - shop.clockOffsetMs,
    attempts: 0,
    state: 'waiting',
    note: null,
    createdAt: deps.clock.now(),
    settledAt: null,
  });
};
