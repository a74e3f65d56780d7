import type { Tx } from '../store/store.ts';
import { hastenOutbox } from './queries.ts';

/** A sandbox shop's clock goes forward: what waits to leave comes nearer by as much. */
export const advanceDueTimes = (
  tx: Tx,
  input: { shopId: string; byMs: number },
): Promise<unknown> => tx.run(hastenOutbox, input);
