import type { Statement } from './statement.ts';
import type { Store } from './store.ts';

/** Rows that one write of a sweep takes away: few enough that nobody waits for it. */
export const SWEPT_AT_ONCE = 500;
/** Writes of one round; what is left goes in the next. */
const SWEEPS_MAX = 200;

/**
 * Takes rows away in writes of a bounded size, so that others get their turn between them. The statement
 * deletes `limit` rows at most and gives what it deleted.
 */
export const sweepRows = async (
  store: Store,
  statement: Statement<{ before: number; limit: number }, object>,
  before: number,
): Promise<number> => {
  let swept = 0;
  for (let round = 0; round < SWEEPS_MAX; round += 1) {
    const gone = await store.writeAlone((tx) =>
      tx.run(statement, { before, limit: SWEPT_AT_ONCE }),
    );
    swept += gone.length;
    if (gone.length < SWEPT_AT_ONCE) break;
  }
  return swept;
};
