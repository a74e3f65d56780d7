import { deleteOldAnswers, IDEMPOTENCY_LIFE_MS } from './answer-once.ts';
import type { Store } from './store.ts';

/** Forgets the answers to keys that are older than a day. */
export const forgetOldAnswers = async (store: Store, now: number): Promise<void> => {
  await store.writeAlone((tx) => tx.run(deleteOldAnswers, { before: now - IDEMPOTENCY_LIFE_MS }));
};
