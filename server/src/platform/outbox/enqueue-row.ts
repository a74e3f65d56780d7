import type { Deps } from '../../deps.ts';
import type { Tx } from '../store/store.ts';
import { insertOutbox } from './queries.ts';
import type { OutboxPayload } from './payloads.ts';

/** Puts in what must leave at once, in real time. */
export const queueRow = (
  deps: Pick<Deps, 'clock' | 'lanes'>,
  tx: Tx,
  row: { shopId: string; id: string; payload: OutboxPayload },
): Promise<unknown> => {
  const now = deps.clock.now();
  return tx.run(insertOutbox, {
    ...row,
    lane: deps.lanes[row.payload.kind],
    dueAt: now,
    attempts: 0,
    state: 'waiting',
    note: null,
    createdAt: now,
    settledAt: null,
  });
};
